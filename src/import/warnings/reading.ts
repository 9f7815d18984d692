import type { Draft, Ignored, NamedLine, Reading } from '../../bank/draft.ts'
import { isQuestionLike } from '../../bank/likeness.ts'
import type { Warning } from '../../bank/model.ts'
import { quoted, repeatsOf, warning, warningsAt } from './warning.ts'

/** Warns of what a reader found in a text, but could not turn into a question. */
export function readingWarnings(reading: Reading): Warning[] {
  const { drafts, unclosedFence, emptySections = [], leftOut = [], withinAnswers = [] } = reading
  return [
    ...(reading.warnings ?? []),
    ...(unclosedFence ? [unclosed(unclosedFence)] : []),
    ...warningsAt(
      'empty-section',
      emptySections,
      ({ name }) => `The section ${quoted(name)} has no questions. Add some, or remove its heading.`,
      (count) => `${count} sections have no questions. Add some, or remove their headings.`,
    ),
    ...warningsAt(
      'empty-section',
      leftOut,
      ({ name }) => `${quoted(name)} was not read as a question. If it is one, ${remedyFor(name)}.`,
      (count) =>
        `${count} headings were not read as questions. If they are, mark them like the others, and end them with a question mark.`,
    ),
    ...warningsAt(
      'not-understood',
      withinAnswers,
      ({ name }) =>
        `${quoted(name)} was read as part of an answer. If it is a question, mark it like the others.`,
      (count) =>
        `${count} lines that ask were read as parts of answers. If they are questions, mark them like the others.`,
    ),
    ...undecidedLines(reading.undecided ?? []),
    ...ignoredValues(drafts.flatMap(({ ignored = [] }) => ignored)),
    ...withoutQuestion(drafts),
    ...repeatedIds(drafts),
  ]
}

/** A name is marked like the others already. */
const remedyFor = (name: string): string =>
  isQuestionLike(name) ? 'mark it like the others' : 'end it with a question mark'

const mostNamed = 8

function undecidedLines(places: readonly NamedLine[]): Warning[] {
  const [first] = places
  if (!first) return []
  if (places.length === 1)
    return [
      warning(
        'not-understood',
        first.line,
        `${quoted(first.name)} was read as part of an answer. If it is a question, end it with a question mark.`,
      ),
    ]
  const named = places.slice(0, mostNamed).map(({ line }) => line)
  const more = places.length > mostNamed ? ` and ${places.length - mostNamed} more` : ''
  const message = `${places.length} lines between the questions were read as answers: lines ${named.join(', ')}${more}. End each that is a question with a question mark.`
  return [warning('not-understood', first.line, message)]
}

const unclosed = (line: number): Warning =>
  warning(
    'unclosed-fence',
    line,
    'A code fence is opened but never closed. Close it with ``` where the code ends.',
  )

const remedies: Record<Ignored['of'], string> = {
  time: 'is not a time. Write it as 90s, 2m or 1m30s.',
  shape: 'is not a shape. Use star, car or none.',
}

const ignoredValues = (ignored: readonly Ignored[]): Warning[] =>
  warningsAt(
    'not-understood',
    ignored,
    ({ of, text }) => `${quoted(text)} ${remedies[of]}`,
    (count) =>
      `${count} times or shapes are not valid. Write times as 90s, 2m or 1m30s; use the shapes star, car or none.`,
  )

const withoutQuestion = (drafts: readonly Draft[]): Warning[] =>
  warningsAt(
    'not-understood',
    drafts.filter(({ question, answer }) => question === '' && answer !== null),
    ({ answer }) =>
      `The answer ${quoted(answer ?? '')} has no question, so it is left out. Write one for it.`,
    (count) => `${count} answers have no question, so they are left out. Write one for each.`,
  )

const repeatedIds = (drafts: readonly Draft[]): Warning[] =>
  warningsAt(
    'duplicate',
    repeatsOf(
      drafts.filter(({ id, question }) => id && question !== ''),
      ({ id }) => id ?? '',
    ),
    ({ item, firstLine }) =>
      `The id ${quoted(item.id ?? '')} is also used on line ${firstLine}, so this question gets another. Give it one of its own.`,
    (count) =>
      `${count} questions repeat the id of an earlier one, so they get others. Give each an id of its own.`,
  )
