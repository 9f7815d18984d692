import { undosInForce } from '../progress/without-undone.ts'
import { scoreNames } from '../rehearsal/scores.ts'
import { shownIn } from '../screens/layout.ts'
import { plainText } from '../text/plain-text.ts'
import { dateAndTime } from '../text/words.ts'
import { allBanks } from './banks.ts'
import type { Context } from './context.ts'
import type { Undoable } from './history.ts'

type Line = Undoable['line']

/** What the last undo took back that still is, and the ids of that undo. */
export function lastUndone({ store }: Context): Undoable | undefined {
  const lines = new Map(store.lines().map((line) => [line.id, line]))
  const undos = [...undosInForce(store.lines())].flatMap(({ id, of }) => {
    const line = lines.get(of)
    const isKnown = line?.type === 'attempt' || line?.type === 'practice' || line?.type === 'story'
    return isKnown ? [{ id, line }] : []
  })
  const last = undos.at(-1)
  if (last === undefined) return undefined
  const { line } = last
  if (line.type !== 'story') return { line, ids: [last.id] }
  const isOther = (each: { line: Undoable['line'] }): boolean =>
    each.line.type !== 'story' || each.line.text !== line.text
  return { line, ids: undos.slice(undos.findLastIndex(isOther) + 1).map(({ id }) => id) }
}

/** The question of a story, or its id where that is gone. */
export const titleOfStory = ({ question }: Extract<Line, { type: 'story' }>, context: Context) =>
  titleOf(question, context)

/** What undo takes back and redo brings back: `Describe a time … (2026-11-26 20:05, 3 solid)`, or the ladder or the sprint. */
export async function nameOfUndoable(
  line: Exclude<Line, { type: 'story' }>,
  context: Context,
): Promise<string> {
  const when = dateAndTime(line.at)
  if (line.type === 'attempt')
    return `${await titleOf(line.question, context)} (${when}, ${line.score} ${scoreNames[line.score]})`
  return line.mode === 'sprint'
    ? `the sprint of ${when}`
    : `the ladder on ${await titleOf(line.question, context)} (${when})`
}

async function titleOf(id: string, context: Context): Promise<string> {
  const banks = await allBanks(context)
  const question = banks.flatMap((bank) => bank.questions).find((each) => each.id === id)
  return question === undefined ? id : shownIn(context.style, plainText(question.question))
}
