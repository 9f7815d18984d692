import { ExternalEditor, LaunchEditorError } from '@inquirer/external-editor'
import { UserError } from '../errors.ts'

const advice = 'Set VISUAL or EDITOR to your editor, or give the text with --text.'

/** Opens `$VISUAL`, else `$EDITOR`, on a text and gives back what was saved. */
export function edit(text: string): string {
  const editor = new ExternalEditor(text, { postfix: '.md', mode: 0o600 })
  let saved: string
  try {
    saved = editor.run()
  } catch (error) {
    if (error instanceof LaunchEditorError) {
      throw new UserError(`The editor ${editor.editor.bin} could not be started.`, advice)
    }
    throw new UserError('What the editor saved could not be read.', advice)
  }
  if (editor.lastExitStatus !== 0) {
    throw new UserError(
      `The editor ${editor.editor.bin} failed with exit code ${editor.lastExitStatus}, so nothing was changed.`,
      advice,
    )
  }
  return saved
}
