// Takes off the comments that Google Docs exports with a text: `[a]` behind a word, and `[a]Say more.` at the foot.

const mark = '\\\\?\\[\\[?([a-z]{1,2})\\\\?\\]\\]?(?:\\(#cmnt\\w*\\))?'
const note = new RegExp(`^${mark}(?!\\()[ \\t]*\\S`)
const firstNote = /^\\?\[\[?a\\?\]/m
const marks = new RegExp(`(?<=\\S)${mark}(?![(\\w])`, 'g')

/** A text without comments, on as many lines; null where it has none: each note at its foot has a mark above it. */
export function withoutDocComments(text: string): string | null {
  if (!firstNote.test(text)) return null
  const rows = text.split('\n')
  const first = rows.findIndex((row) => note.exec(row)?.[1] === 'a')
  if (first < 1 || rows[first - 1]?.trim() !== '') return null
  const foot = rows.slice(first)
  const letters = foot.flatMap((row) => note.exec(row)?.[1] ?? [])
  const above = rows.slice(0, first).join('\n')
  const marked = new Set([...above.matchAll(marks)].map(([, letter]) => letter))
  if (!letters.every((letter, index) => letter === letterOf(index) && marked.has(letter))) return null
  return above.replace(marks, '') + '\n'.repeat(foot.length)
}

/** `a` to `z`, then `aa`. */
const letterOf = (index: number): string => {
  const letter = String.fromCharCode(97 + (index % 26))
  return index < 26 ? letter : letterOf(Math.floor(index / 26) - 1) + letter
}
