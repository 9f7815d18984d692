/** Stands for the file in a command. */
export const audioPlace = '{audio}'

/** Stands for a text in a command. */
export const textPlace = '{text}'

/** The words of a command, with quotes as in a shell and nothing else of one; null where a quote is left open. */
export function wordsOf(command: string): string[] | null {
  const words: string[] = []
  const pattern = /\s*((?:"[^"]*"|'[^']*'|[^\s"'])+)/y
  const text = command.trim()
  while (pattern.lastIndex < text.length) {
    const at = pattern.lastIndex
    const [, word] = pattern.exec(text) ?? []
    if (word === undefined) return at < text.length ? null : words
    words.push(word.replaceAll(/"([^"]*)"|'([^']*)'/g, '$1$2'))
  }
  return words
}
