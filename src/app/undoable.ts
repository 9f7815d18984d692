import { scoreNames } from '../rehearsal/scores.ts'
import { shownIn } from '../screens/layout.ts'
import { plainText } from '../text/plain-text.ts'
import { dateAndTime } from '../text/words.ts'
import { allBanks } from './banks.ts'
import type { Context } from './context.ts'
import type { Undoable } from './history.ts'

type Line = Undoable['line']

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
