import type { Draft, Ignored, Reading } from '../../bank/draft.ts'
import type { Warning } from '../../bank/model.ts'
import { isBrokenJson } from '../formats/json.ts'
import { found, type Place, quoted, warning } from './found.ts'

const LONGEST_LINE = 20 * 1024
const LONGEST_SOURCE = 64 * 1024 * 1024
const SAMPLE = 64 * 1024
const CONTROLS = /[\0-\x08\x0e-\x1f\ufffd]/g

/** Why a source cannot be read at all; null if it can. */
export function refusal(source: string): Warning | null {
  if (source.length > LONGEST_SOURCE) {
    return warning('unreadable', null, 'The source is larger than 64 MB. Split it into several banks.')
  }
  const sample = source.slice(0, SAMPLE)
  const controls = sample.match(CONTROLS)?.length ?? 0
  if (controls > 2 && controls * 3 > sample.length) {
    return warning(
      'unreadable',
      null,
      'This is no text, or not in UTF-8. Save the questions as text in UTF-8.',
    )
  }
  return null
}

/** Why a source gave no questions. */
export function nothingFound(text: string): Warning {
  if (isBrokenJson(text)) {
    return warning(
      'unreadable',
      null,
      'This looks like JSON, but cannot be read as such. Correct it, or export it anew.',
    )
  }
  const remedy = 'Put each question into a heading, as "### How do you plan?", and its answer below.'
  return warning('no-questions', null, `No questions were found. ${remedy}`)
}

/** What is wrong with the text around the questions. */
export function sourceWarnings(text: string, reading: Reading): Warning[] {
  const fence = reading.unclosedFence
  return [
    ...longLines(text),
    ...(fence
      ? [
          warning(
            'unclosed-fence',
            fence,
            'A code fence is opened and never closed. Close it with ``` where the code ends.',
          ),
        ]
      : []),
    ...found(
      'empty-section',
      (reading.emptySections ?? []).map(({ line, name }) => ({ line, what: quoted(name) })),
      (what) => `The section ${what} has no questions. Add some, or remove its heading.`,
      (count) => `${count} sections have no questions. Add some, or remove their headings.`,
    ),
    ...found(
      'empty-section',
      (reading.leftOut ?? []).map(({ line, name }) => ({ line, what: quoted(name) })),
      (what) => `${what} was not taken for a question. If it is one, mark it as the others are marked.`,
      (count) => `${count} headings were not taken for questions. If they are, mark them as the others are.`,
    ),
    ...draftWarnings(reading.drafts),
  ]
}

const remedies: Record<Ignored['of'], string> = {
  time: 'is no time. Write it as 90s, 2m or 1m30s.',
  shape: 'is no shape. There are star, car and none.',
}

/** What of the drafts does not get into the bank. */
function draftWarnings(drafts: readonly Draft[]): Warning[] {
  return [
    ...found(
      'not-understood',
      drafts.flatMap(({ ignored = [] }) =>
        ignored.map(({ line, of, text }) => ({ line, what: `${quoted(text)} ${remedies[of]}` })),
      ),
      (what) => what,
      (count) =>
        `${count} times or shapes are none. Write times as 90s, 2m or 1m30s, shapes as star, car or none.`,
    ),
    ...found(
      'not-understood',
      drafts
        .filter(({ question, answer }) => question === '' && answer !== null)
        .map(({ line, answer }) => ({ line, what: quoted(answer ?? '') })),
      (what) => `${what} has no question, so it is left out. Write one for it.`,
      (count) => `${count} answers have no question, so they are left out. Write one for each.`,
    ),
    ...doubleIds(drafts),
  ]
}

function doubleIds(drafts: readonly Draft[]): Warning[] {
  const first = new Map<string, number>()
  const places: Place[] = []
  for (const { id, line, question } of drafts) {
    if (!id || question === '') continue
    const before = first.get(id)
    if (before === undefined) first.set(id, line)
    else places.push({ line, what: `The id ${quoted(id)} stands in line ${before} too` })
  }
  return found(
    'duplicate',
    places,
    (what) => `${what}, so this question gets another. Give it one of its own.`,
    (count) =>
      `${count} ids stand there more than once, so the later questions get others. Give each one of its own.`,
  )
}

function longLines(text: string): Warning[] {
  const places: Place[] = []
  let line = 1
  let start = 0
  while (start <= text.length) {
    const next = text.indexOf('\n', start)
    const end = next < 0 ? text.length : next
    if (end - start > LONGEST_LINE) places.push({ line, what: '' })
    start = end + 1
    line++
  }
  return found(
    'too-long',
    places,
    () => 'A line is longer than 20 KB and is shown as plain text. Break it into paragraphs.',
    (count) =>
      `${count} lines are longer than 20 KB and are shown as plain text. Break them into paragraphs.`,
  )
}
