// Finds the turns of a transcript or a chat, as programs write them: `[10:02] maria: Why?`, `Maria, [12.03.2025 10:02]` or
// `Speaker 1  00:12` above what is said, and cues of subtitles with the speaker's name.

import { longestLine } from '../../text/limits.ts'

/** What one speaker says at once. */
export interface Turn {
  /** In lower case. */
  speaker: string
  rows: { text: string; line: number }[]
}

const blank = '[ \\t\\u00a0\\u202f]'
const time = `\\d{1,2}:\\d{2}(?::\\d{2}(?:[.,]\\d{1,3})?)?(?:${blank}?[ap]\\.?m\\.?)?`
const day = '(?:\\d{1,4}[./-]\\d{1,2}(?:[./-]\\d{1,4})?|today|yesterday|heute|gestern|hoy|ayer|hoje|hier)'
const date = `(?:${day}(?:,? |T|,? at | um )?)?`
/** The day and time of a turn, as a pattern. */
export const stamp = `(?:\\[|\\()?${date}${time}(?:\\]|\\))?`
const name = "((?:\\p{L}|\\+?\\d)[\\p{L}\\p{M}\\p{N}\\p{Extended_Pictographic}\\u200D\\uFE0F .'_+&-]{0,39}?)"
const starts = [
  new RegExp(`^${stamp}${blank}*(?:[-–] )?${name}:[ \\t]+(?=\\S)`, 'iu'),
  new RegExp(`^${stamp}${blank}*<${name}>[ \\t]+(?=\\S)`, 'iu'),
  new RegExp(`^${name}[ \\t]+[[(]${date}${time}[\\])]:?[ \\t]+(?=\\S)`, 'iu'),
  new RegExp(`^${name}(?:,|[ \\t]*[—–|·-])?[ \\t]+${stamp}:?[ \\t]*$`, 'iu'),
  new RegExp(`^${stamp}[ \\t]+${name}:?[ \\t]*$`, 'iu'),
]
export const startLength = 100
/** Marks of the direction of writing, as they were made visible. */
const invisible = /^(?:<U\+(?:200[EF]|202[A-E])>)+/i
const nameAlone = new RegExp(`^${name}$`, 'u')
const stampAlone = new RegExp(`^[ \\t]*${stamp}[ \\t]*$`, 'iu')

const cue = /^\s*(?:\d{1,2}:)?\d{1,2}:\d{2}[.,]\d{3}\s+-->\s/
const voice = /^<v(?:\.[\w.]+)?\s+([^<>]{1,60})>/
const spoken = new RegExp(`^${name}:[ \\t]+(?=\\S)`, 'u')
const fewestCues = 4

/** The turns in the rows of a text, in order; what stands before the first one is left out. */
export function turnsOf(rows: readonly string[]): Turn[] {
  const marks = rows.map((row) => row.length < startLength && cue.test(row))
  return marks.filter(Boolean).length < fewestCues ? chatTurns(rows) : cueTurns(rows, marks)
}

function chatTurns(rows: readonly string[]): Turn[] {
  const turns: Turn[] = []
  rows.forEach((source, at) => {
    const row = source.replace(invisible, '')
    const start = row.length > longestLine ? null : startOf(row.slice(0, startLength))
    if (start) turns.push({ speaker: start.speaker, rows: [] })
    else if (isBelowName(rows, at)) {
      const own = turns.at(-1)?.rows
      // the name was read as the last row of the turn above
      if (own?.at(-1)?.line === at) own.pop()
      turns.push({ speaker: (rows[at - 1] ?? '').trim().toLowerCase(), rows: [] })
      return
    }
    const text = row.slice(start?.length ?? 0).trim()
    if (text !== '') turns.at(-1)?.rows.push({ text, line: at + 1 })
  })
  return turns
}

/** Whether a row is a time alone, below a row that is a name alone. */
const isBelowName = (rows: readonly string[], at: number): boolean => {
  const [above = '', row = ''] = [rows[at - 1], rows[at]]
  return (
    above.length < startLength &&
    row.length < startLength &&
    stampAlone.test(row) &&
    nameAlone.test(above.trim())
  )
}

/** The speaker at the start of a row, and where what is said begins; null where there is none. */
export function startOf(row: string): { speaker: string; length: number } | null {
  if (!/\d:\d\d/.test(row)) return null
  for (const pattern of starts) {
    const match = pattern.exec(row)
    if (match) return { speaker: (match[1] ?? '').trim().toLowerCase(), length: match[0].length }
  }
  return null
}

/** The turns of subtitles: the cues of one speaker in a row are one. */
function cueTurns(rows: readonly string[], marks: readonly boolean[]): Turn[] {
  const turns: Turn[] = []
  rows.forEach((row, at) => {
    const isNumber = marks[at + 1] === true && /^\s*[\w-]+\s*$/.test(row)
    if (marks[at] || isNumber || row.trim() === '' || row.length > longestLine) return
    const match = voice.exec(row) ?? spoken.exec(row)
    const speaker = match?.[1]?.trim().toLowerCase()
    if (speaker !== undefined && speaker !== turns.at(-1)?.speaker) turns.push({ speaker, rows: [] })
    const text = row
      .slice(match?.[0].length ?? 0)
      .replace(/<\/?[^<>]*>/g, '')
      .trim()
    if (text !== '') turns.at(-1)?.rows.push({ text, line: at + 1 })
  })
  return turns
}
