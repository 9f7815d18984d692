import { undosInForce } from '../progress/without-undone.ts'
import { scoreNames } from '../rehearsal/scores.ts'
import { shownIn } from '../screens/layout.ts'
import { plainText } from '../text/plain-text.ts'
import { dateAndTime } from '../text/words.ts'
import { allBanks } from './banks.ts'
import type { Context } from './context.ts'
import type { Undoable } from './history.ts'

type Line = Undoable['line']

/**
 * What the last undo took back that still is, and the ids of the undos to take back: two machines may each have undone it. A
 * story that was written anew since is none.
 */
export function lastUndone({ store }: Context): Undoable | undefined {
  const all = store.lines()
  const places = new Map(all.map(({ id }, at) => [id, at]))
  const newest = new Map(all.flatMap((line, at) => (line.type === 'story' ? [[line.question, at]] : [])))
  const undos = undosInForce(all).flatMap(({ id, of }): { id: string; line: Line }[] => {
    const line = all[places.get(of) ?? -1]
    if (line?.type === 'story')
      return (newest.get(line.question) ?? 0) > (places.get(id) ?? 0) ? [] : [{ id, line }]
    return line?.type === 'attempt' || line?.type === 'practice' ? [{ id, line }] : []
  })
  const last = undos.at(-1)
  if (last === undefined) return undefined
  const { line } = last
  const isOther = (each: { line: Line }): boolean =>
    line.type === 'story'
      ? each.line.type !== 'story' || each.line.text !== line.text
      : each.line.id !== line.id
  const taken = new Set(undos.slice(undos.findLastIndex(isOther) + 1).map((each) => each.line.id))
  return { line, ids: undos.filter((each) => taken.has(each.line.id)).map(({ id }) => id) }
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
