import { appendFileSync, chmodSync, existsSync, readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, onTestFinished } from 'vitest'
import { fileWith, journal, newFolder } from '../files.ts'
import { type Live, live, posixTest, run } from './process.ts'

/** An editor that is a script of sh; `$1` is the file. Returns its path. */
function editor(script: string, name = 'ed'): string {
  const path = fileWith(`#!/bin/sh\n${script}\n`, name)
  chmodSync(path, 0o755)
  return path
}

const shown = (program: Live): string => program.screen().replaceAll(/\s+/g, ' ')
/** The same without any blanks, as a long path is broken anywhere. */
const packed = (program: Live): string => program.screen().replaceAll(/\s+/g, '')

const storyOf = (home: string): string | null => JSON.parse(run(['show', '1', '--json'], { home }).out).story

/** Every file in `unsaved/`, with its text. */
function unsaved(home: string): Record<string, string> {
  const folder = join(home, 'unsaved')
  if (!existsSync(folder)) return {}
  const paths = readdirSync(folder, { recursive: true, encoding: 'utf8' }).map((name) => join(folder, name))
  return Object.fromEntries(
    paths.filter((path) => statSync(path).isFile()).map((path) => [path, readFileSync(path, 'utf8')]),
  )
}

async function story(
  home: string,
  EDITOR: string,
  { env = {}, keys }: { env?: Record<string, string>; keys?: string } = {},
): Promise<{ code: number; offer: string; program: Live }> {
  const program = live(['story', '1'], { home, env: { EDITOR, ...env } })
  let offer = ''
  if (keys !== undefined) {
    await program.sees('q quits')
    offer = packed(program)
    program.type(keys)
  }
  return { code: await program.ended, offer, program }
}

describe('what an editor leaves is kept and named', () => {
  posixTest.each([
    ['fails', 'echo Half. >> "$1"; exit 1', 'failed with exit code 1'],
    ['is killed', 'echo Half. >> "$1"; kill -9 $$', 'was ended by SIGKILL'],
    ['dies of a hangup', 'echo Half. >> "$1"; kill -HUP $$', 'was ended by SIGHUP'],
  ])('where it %s', async (_, script, how) => {
    const home = newFolder()
    const { code, program } = await story(home, editor(script))
    const [[path, text] = ['', '']] = Object.entries(unsaved(home))
    expect(code).toBe(1)
    expect(text).toMatch(/Half\.\n$/)
    expect(shown(program)).toContain(how)
    expect(packed(program)).toContain(`keptin${path}.`)
    expect(storyOf(home)).toBeNull()
    expect([statSync(path).mode & 0o777, statSync(join(home, 'unsaved')).mode & 0o777]).toEqual([
      0o600, 0o700,
    ])
    // it is offered, and becomes the story
    const { offer } = await story(home, editor('echo Whole. >> "$1"'), { keys: '\r' })
    expect(offer).toContain(`Itisin${path}.`)
    expect(storyOf(home)).toBe('Half.\nWhole.')
    expect(unsaved(home)).toEqual({})
  })

  posixTest('where it comes back at once, and is still open', async () => {
    const home = newFolder()
    const { code, program } = await story(home, editor('true', 'code'))
    expect(code).toBe(0)
    expect(shown(program)).toContain('such as code --wait')
    const [path = ''] = Object.keys(unsaved(home))
    // what the other window saves later is offered
    appendFileSync(path, 'Late.\n')
    const { offer } = await story(home, editor('true', 'code'), { keys: '\r' })
    expect(offer).toContain(`Itisin${path}.`)
    expect(storyOf(home)).toBe('Late.')
    expect(unsaved(home)).toEqual({})
    expect((await story(home, editor('true', 'vim'))).program.screen()).not.toContain('--wait')
  })

  posixTest('but not where nothing was written', async () => {
    const home = newFolder()
    const { code, program } = await story(home, editor('exit 1', 'vim'))
    expect(code).toBe(1)
    expect(shown(program)).toMatch(
      /failed with exit code 1, so nothing was changed\. \S.* story 1 opens it again\./,
    )
    expect(shown(program)).not.toContain('EDITOR')
    expect(unsaved(home)).toEqual({})
  })

  posixTest('where the window is closed', async () => {
    const home = newFolder()
    const program = live(['story', '1'], {
      home,
      env: { EDITOR: editor('echo Half. >> "$1"; echo ready; while :; do sleep 1; done') },
    })
    await program.sees('ready')
    program.hangUp()
    await program.ended
    expect(Object.values(unsaved(home))).toEqual([expect.stringMatching(/Half\.\n$/)])
  })

  posixTest('where greenroom itself is killed', async () => {
    const home = newFolder()
    const program = live(['story', '1'], {
      home,
      env: { EDITOR: editor('echo Half. >> "$1"; kill -9 $PPID; echo gone') },
    })
    await program.ended
    await story(home, 'true', { keys: '\r' })
    expect(storyOf(home)).toBe('Half.')
  })

  posixTest.each([
    ['a swap file', 'echo Half. > "$(dirname "$1")/.story.md.swp"; exit 1', '.story.md.swp'],
    ['another name', 'echo Half. >> "$1"; mv "$1" "$(dirname "$1")/mine.md"', 'mine.md'],
    ['a folder', 'echo Half. >> "$1"; mv "$1" "$1.x"; mkdir "$1"; mv "$1.x" "$1/mine.md"', 'story.md'],
    ['a backup alone', 'echo Half. >> "$1"; mv "$1" "$1~"; exit 1', 'story.md~'],
    ['a backup beside nothing', 'echo Half. >> "$1"; cp "$1" "$1~"; : > "$1"; exit 1', 'story.md~'],
  ])('where it is in %s', async (_, script, name) => {
    const home = newFolder()
    const { code, program } = await story(home, editor(script))
    expect(code).toBe(1)
    expect(packed(program)).toContain(name)
    expect(Object.values(unsaved(home)).join()).toContain('Half.')
    const { offer } = await story(home, editor('true'), { keys: 'q' })
    expect(offer).toContain('wasnotsaved')
  })

  posixTest('where only a backup has it, which then becomes the story', async () => {
    const home = newFolder()
    await story(home, editor('echo Half. >> "$1"; mv "$1" "$1~"; echo >> "$1"; exit 1'))
    const { program } = await story(home, editor('echo Whole. >> "$1"'), { keys: '\r' })
    expect(storyOf(home)).toBe('Half.\nWhole.')
    expect(shown(program)).not.toContain('also left')
    expect(unsaved(home)).toEqual({})
  })

  posixTest('where the user rather starts anew', async () => {
    const home = newFolder()
    run(['story', '1', '--text', 'Old.'], { home })
    await story(home, editor('echo Half. >> "$1"; exit 1'))
    const { code } = await story(home, editor('echo New. >> "$1"'), { keys: 'n' })
    expect(code).toBe(0)
    expect(storyOf(home)).toBe('Old.\nNew.')
    expect(Object.values(unsaved(home))).toEqual([expect.stringMatching(/Old\.\nHalf\.\n$/)])
    // and it is not offered again
    expect((await story(home, editor('true'))).code).toBe(0)
  })

  posixTest('where it was written into the comment', async () => {
    const home = newFolder()
    const { code, program } = await story(home, editor('{ echo "<!-- Mine."; echo "-->"; } > "$1"'))
    expect(code).toBe(1)
    expect(shown(program)).toContain('Nothing was written outside the comment')
    expect(Object.values(unsaved(home))).toEqual(['<!-- Mine.\n-->\n'])
  })

  posixTest('in a backup too', async () => {
    const home = newFolder()
    await story(home, editor('echo Half. >> "$1"; exit 1'))
    const backup = join(newFolder(), 'all.backup')
    expect(run(['backup', backup], { home }).code).toBe(0)
    const other = newFolder()
    expect(run(['restore', backup], { home: other }).code).toBe(0)
    await story(other, editor('true'), { keys: '\r' })
    expect(storyOf(other)).toBe('Half.')
    expect(run(['doctor'], { home }).out).toMatch(/note +unsaved/)
  })
})

describe('an editor that leaves nothing new', () => {
  posixTest.each([
    ['removes the file', 'rm "$1"', 'left no text that can be read'],
    ['puts a link to nothing in its place', 'ln -sf /nowhere/at/all "$1"', 'left no text that can be read'],
    ['makes a pipe of it', 'rm "$1"; mkfifo "$1"', 'left no text that can be read'],
    ['removes its folder', 'rm -r "$(dirname "$1")"', 'left no text that can be read'],
    ['fails', 'exit 3', 'failed with exit code 3, so nothing was changed'],
  ])('and %s', async (_, script, how) => {
    const home = newFolder()
    run(['story', '1', '--text', 'Old.'], { home })
    const { code, program } = await story(home, editor(script))
    expect([code, shown(program)]).toEqual([1, expect.stringContaining(how)])
    expect(storyOf(home)).toBe('Old.')
  })

  posixTest('follows a link that it put in its place', async () => {
    const home = newFolder()
    const { code } = await story(home, editor(`echo Linked. > ${home}/own; ln -sf ${home}/own "$1"`))
    expect(code).toBe(0)
    expect(storyOf(home)).toBe('Linked.')
    expect(readFileSync(join(home, 'own'), 'utf8')).toBe('Linked.\n')
  })
})

describe('an editor is started as git starts it', () => {
  const path = editor('echo "$A $# $1" | sed "s#/.*/##" >> "$2"', 'my ed')
  const plain = editor('echo "A is $A" >> "$1"')
  posixTest.each([
    ['single quotes', `'${path}' 'two words'`, '2 two words'],
    ['double quotes', `"${path}" "two words"`, '2 two words'],
    ['escaped blanks', `${path.replaceAll(' ', '\\ ')} two\\ words`, '2 two words'],
    ['variables', `A=1 ${plain}`, 'A is 1'],
    ['a path below the home folder', '~/ed', 'A is'],
    ['a variable in it', '$HOME/ed', 'A is'],
    ['blanks around it', `  ${plain}  `, 'A is'],
  ])('with %s', async (_, command, expected) => {
    const home = newFolder()
    const HOME = join(plain, '..')
    const { code } = await story(home, command, { env: { HOME } })
    expect([code, storyOf(home)]).toEqual([0, expected])
    const facts = JSON.parse(run(['doctor', '--json'], { home, env: { EDITOR: command, HOME } }).out)
    expect(facts.checks.find(({ name }: { name: string }) => name === 'editor').found).toBe(true)
  })

  posixTest.each([
    ['EDITOR', { EDITOR: ' ' }],
    ['VISUAL', { VISUAL: '  ', EDITOR: plain }],
  ])('and a blank %s counts as not set', async (_, env) => {
    const home = newFolder()
    const bin = newFolder()
    const { PATH = '' } = process.env
    const vi = editor('echo Vi. >> "$1"', 'vi')
    const program = live(['story', '1'], { home, env: { ...env, PATH: `${join(vi, '..')}:${bin}:${PATH}` } })
    expect(await program.ended).toBe(0)
    expect(storyOf(home)).toBe('EDITOR' in env && env.EDITOR === plain ? 'A is' : 'Vi.')
  })
})

describe('in a drill', () => {
  posixTest.each([
    ['fails', 'echo Half. >> "$1"; exit 1'],
    ['removes the file', 'rm "$1"'],
    ['makes a folder of it', 'rm "$1"; mkdir "$1"'],
    ['is missing', null],
    ['cannot be named', "'"],
  ])('an editor that %s gets a sentence, and the drill goes on', async (_, script) => {
    const home = newFolder()
    const EDITOR = script === null ? 'no-such-editor' : script === "'" ? script : editor(script)
    const program = live(['drill', '1'], { home, env: { EDITOR } }, { columns: 120, rows: 40 })
    await program.sees('Think')
    program.type('\r')
    await program.sees('Talk')
    program.type('\r')
    await program.sees('Score yourself before')
    program.type('3')
    await program.sees('enter save')
    program.type('e')
    await program.sees(/The editor .*(failed|left no|could not)/)
    program.type('\r')
    await program.sees('change next time')
    program.type('\r')
    await program.sees('Results')
    program.type('\r')
    expect(await program.ended).toBe(0)
    expect(journal(home).findLast((line) => line.type === 'attempt')).toMatchObject({ final: true })
  })
})

posixTest('an editor in a drill has all keys to itself', async () => {
  const home = newFolder()
  const EDITOR = editor('echo ready; read line; echo "$line" >> "$1"')
  const program = live(['drill', '1'], { home, env: { EDITOR } }, { columns: 120, rows: 40 })
  await program.sees('Think')
  program.type('\r')
  await program.sees('Talk')
  program.type('\r')
  await program.sees('Score yourself before')
  program.type('3')
  await program.sees('enter save')
  program.type('e')
  await program.sees('ready')
  program.type('1 I led it.\r')
  await program.sees('Your story')
  program.type('q')
  await program.ended
  expect(storyOf(home)).toBe('1 I led it.')
  expect(journal(home).findLast((line) => line.type === 'attempt')).toMatchObject({ score: 3 })
})

posixTest('an editor in plain mode has them too, after an earlier text was offered', async () => {
  const home = newFolder()
  await story(home, editor('echo Half. >> "$1"; exit 1'))
  const EDITOR = editor('echo ready; read line; echo "$line" >> "$1"')
  const program = live(['story', '1', '--plain'], { home, env: { EDITOR } }, { columns: 400 })
  await program.sees('? help:')
  program.type('\r')
  await program.sees('ready')
  program.type('Whole.\r')
  expect(await program.ended).toBe(0)
  expect(storyOf(home)).toBe('Half.\nWhole.')
})

posixTest('a window that is closed over the editor of a drill ends both', async () => {
  const home = newFolder()
  const EDITOR = editor('echo Half. >> "$1"; echo ready; while :; do sleep 1; done')
  const program = live(['drill', '1'], { home, env: { EDITOR } }, { columns: 120, rows: 40 })
  await program.sees('Think')
  program.type('\r')
  await program.sees('Talk')
  program.type('\r')
  await program.sees('Score yourself before')
  program.type('3')
  await program.sees('enter save')
  program.type('e')
  await program.sees('ready')
  program.hangUp()
  await program.ended
  expect(Object.values(unsaved(home))).toEqual([expect.stringMatching(/Half\.\n$/)])
  expect(run([], { home }, 'q\n').out).toContain('you left a drill unfinished, at question 1 of 1: ')
})

describe.runIf(existsSync('/usr/bin/vim'))('vim', () => {
  const env = { EDITOR: 'vim -u NONE -N', VIMINIT: '' }

  posixTest('keeps what is typed where its cursor stands first', async () => {
    const home = newFolder()
    const program = live(['story', '1'], { home, env })
    await program.sees('story.md')
    program.type('iI led it.\u001b:wq\r')
    expect(await program.ended).toBe(0)
    expect(storyOf(home)).toBe('I led it.')
  })

  posixTest('that loses its window loses nothing', async () => {
    const home = newFolder()
    const program = live(['story', '1'], { home, env })
    onTestFinished(() => program.kill('SIGKILL'))
    await program.sees('story.md')
    program.type('GoI led it.\u001b:w\r')
    await program.sees('written')
    program.type('oNever written.\u001b')
    await program.sees('Never written.')
    program.hangUp()
    await program.ended
    const kept = unsaved(home)
    expect(Object.values(kept).join()).toContain('I led it.')
    expect(Object.keys(kept).some((path) => path.endsWith('.swp'))).toBe(true)
    const { offer } = await story(home, env.EDITOR, { keys: 'q' })
    expect(offer).toContain('story.md')
  })

  posixTest('that is left with :cq after :w is asked about again', async () => {
    const home = newFolder()
    const program = live(['story', '1'], { home, env })
    await program.sees('story.md')
    program.type('GoI led it.\u001b:w\r')
    await program.sees('written')
    program.type(':cq\r')
    expect(await program.ended).toBe(1)
    const again = live(['story', '1'], { home, env })
    await again.sees('q quits')
    again.type('\r')
    await again.sees('I led it.')
    again.type(':wq\r')
    expect(await again.ended).toBe(0)
    expect(storyOf(home)).toBe('I led it.')
    expect(unsaved(home)).toEqual({})
  })
})
