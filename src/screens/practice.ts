import { modelOf, pointsOf } from '../rehearsal/item.ts'
import {
  type Gone,
  isFreeze,
  overBy,
  type Practice,
  type PracticePassage,
} from '../rehearsal/practice/practice.ts'
import { formatClock } from '../text/duration.ts'
import { guard } from '../text/guard.ts'
import { plainText } from '../text/plain-text.ts'
import { safeLine } from '../text/safe.ts'
import { sentencesOf } from '../text/sentences.ts'
import { count } from '../text/words.ts'
import { wrap } from '../text/wrap.ts'
import { columns } from './columns.ts'
import { shownIn } from './layout.ts'
import { namesOf } from './point-names.ts'
import type { Size, Style } from './style.ts'
import { cutQuestion, finishPrompt, readyPrompt, startPrompt } from './words.ts'

interface PracticeContext {
  practice: Practice
  size: Size
  style: Style
  live: boolean
}

/** What goes to the scrollback, as text that ends with a newline. */
export const practicePassage = (what: PracticePassage, context: PracticeContext): string =>
  guard(textOf(what, context), { colors: context.style.level > 0 })

function textOf(what: PracticePassage, context: PracticeContext): string {
  const { practice, size, style } = context
  const lines = (text: string): string => `${wrap(shownIn(style, text), size.columns)}\n`
  switch (what.kind) {
    case 'intro':
      return `\n${lines(intro(practice, style))}${practice.mode === 'sprint' ? (context.live ? '' : '\n') : question(practice.items[0]?.question.question, context)}`
    case 'go':
      return goText(what, context)
    case 'gone':
      return lines(goneText(what.gone, practice))
    case 'points':
      return lines(pointsText(namesOf(pointsOf(what.item)).map((name) => name.replace(/\.$/, ''))))
    case 'once-more':
      return `\n${lines(`Once more, ${what.freezes === 1 ? 'the one' : `the ${what.freezes}`} that did not come:`)}`
    case 'time-up':
      return 'Time is up.\n'
    case 'skipped':
      return 'Skipped.\n'
    case 'invalid':
      return lines(expected(practice))
    case 'help':
      return lines(help(context))
    case 'results':
      return results(context)
  }
}

/** What the shorter rounds choose from. */
const pointsText = (labels: readonly string[]): string =>
  labels.length === 1 ? `The point to keep: ${labels[0]}.` : `To choose from: ${labels.join('; ')}.`

function intro({ mode, items, comingBack = 0 }: Practice, { bold }: Style): string {
  if (mode === 'warm-up') return `${bold('Warm-up.')} One question to find your voice. It is not scored.`
  const seconds = formatClock(items[0]?.budgetMs ?? 0)
  if (mode === 'ladder') {
    const times = items.map(({ budgetMs }) => formatClock(budgetMs))
    return `${bold('Ladder.')} The same answer in ${times.slice(0, -1).join(', ')} and ${times.at(-1)}. It is not scored.`
  }
  const first =
    comingBack === 0
      ? ''
      : ` First ${comingBack === 1 ? 'the one' : `the ${comingBack}`} that did not come last time.`
  return `${bold('Sprint.')} ${count(items.length, 'question')}, ${seconds} for each: name your story and say its first line. It is not scored.${first}`
}

const question = (text: string | undefined, { size, style }: PracticeContext): string =>
  `\n${style.heading(wrap(shownIn(style, plainText(text ?? '')), size.columns))}\n\n`

function goText(
  { item, number, of }: Extract<PracticePassage, { kind: 'go' }>,
  context: PracticeContext,
): string {
  const { practice, style } = context
  if (practice.mode === 'warm-up') return `${style.quiet(`aim for ${formatClock(item.budgetMs)}`)}\n\n`
  if (practice.mode === 'ladder')
    return `${number === 1 ? '' : '\n'}${style.heading(`Round ${number} of ${of}: in ${formatClock(item.budgetMs)}`)}\n`
  return `\n${style.quiet(`${number} of ${of}${item.again ? ', again' : ''}`)}${question(item.question.question, context)}`
}

function goneText(gone: Gone, { mode }: Practice): string {
  const { ms, item } = gone
  if (mode !== 'sprint') {
    const over = overBy(ms, item.budgetMs)
    const by = over > 0 ? `, ${formatClock(over)} over` : ''
    const talked = `You talked ${formatClock(ms)} of ${formatClock(item.budgetMs)}${by}.`
    return mode === 'warm-up' ? `${talked} That was the warm-up; now it counts.` : talked
  }
  if (!isFreeze(gone)) return `In time, after ${formatClock(ms)}.`
  return [isTooLate(gone) ? `Too late, after ${formatClock(ms)}.` : 'Nothing came.', beginningOf(gone)]
    .filter((sentence) => sentence !== null)
    .join(' ')
}

/** Something came, but not in time. */
const isTooLate = ({ isSaid, text }: Gone): boolean => isSaid || text !== null

/** How the story or the answer begins, for somebody who froze; null where there is neither. */
function beginningOf({ item }: Gone): string | null {
  const model = modelOf(item)
  const [first] = model === null ? [] : sentencesOf(plainText(model.text))
  if (model === null || first === undefined) return null
  return `${model.kind === 'story' ? 'Your story' : 'The answer'} begins: ${safeLine(first)}`
}

function results(context: PracticeContext): string {
  const { practice, size } = context
  const { phase, gone, mode } = practice
  const isQuit = phase.name === 'over' && phase.isQuit
  if (mode === 'warm-up') return isQuit ? 'Stopped. Nothing was scored.\n' : ''
  if (gone.length === 0) return `${isQuit ? 'Stopped.' : 'All skipped.'} Nothing was saved.\n`
  const text = mode === 'ladder' ? ladderResults(context) : sprintResults(context)
  return `\n${isQuit ? 'Stopped. ' : ''}${text}${wrap('Saved; your scores and your plan stay as they are.', size.columns)}\n`
}

function ladderResults({ practice, size, style }: PracticeContext): string {
  const rows = practice.gone.map(({ item, ms, text }) => [
    `in ${formatClock(item.budgetMs)}`,
    `${formatClock(ms)}${overBy(ms, item.budgetMs) > 0 ? ' over' : ''}`,
    text === null ? '' : shownIn(style, `cut: ${text}`),
  ])
  return `${style.heading('The ladder')}\n${columns(rows, size.columns)}`
}

function sprintResults({ practice, size, style }: PracticeContext): string {
  const firsts = practice.gone.filter(({ item }) => item.again !== true)
  const freezes = firsts.filter(isFreeze)
  const inTime = `${firsts.length - freezes.length} of ${count(firsts.length, 'first line')} in time.`
  const names = freezes.map(({ item }) => [
    `${item.question.number}.`,
    shownIn(style, plainText(item.question.question)),
  ])
  const back =
    freezes.length === 0
      ? ''
      : `${wrap(`${freezes.length === 1 ? 'This one comes' : 'These come'} first next time:`, size.columns)}\n${columns(names, size.columns)}`
  return `${style.heading('The sprint')}\n${wrap(inTime, size.columns)}\n${back}`
}

/** What plain mode asks before it reads a line. */
export function practicePrompt({ phase, mode, typed }: Practice): string {
  const isSprint = mode === 'sprint'
  switch (phase.name) {
    case 'ready':
      return isSprint ? `${readyPrompt} (q quit, ? help): ` : `${startPrompt} (s skip, q quit, ? help): `
    case 'go':
      if (!isSprint) return `${finishPrompt} (s skip, q quit): `
      return `${typed ? 'Write its name and first line' : 'Enter when you have said it, or write it'} (x nothing came, s skip, q quit): `
    case 'cut':
      return `${cutQuestion} (a line, Enter for nothing): `
    case 'over':
      return ''
  }
}

/** What would be a valid reply, after one that was not. */
function expected({ phase, mode }: Practice): string {
  if (phase.name === 'ready')
    return mode === 'sprint'
      ? 'Press Enter when you are ready, or type q to quit.'
      : 'Press Enter when you start to speak, or type s to skip, q to quit.'
  return mode === 'sprint'
    ? 'Press Enter when you have said it, or type the line, x where nothing came, s to skip, q to quit.'
    : 'Press Enter when you have finished, or type s to skip, q to quit.'
}

function help({ practice, live }: PracticeContext): string {
  const { mode, phase } = practice
  const pause = live && phase.name === 'go' ? ' p: pause;' : ''
  if (phase.name === 'cut')
    return 'What did you leave out this time? One line, so that you see it with the question later; Enter for nothing. q: stop here.'
  if (mode === 'ladder')
    return `Say the same answer again and again, each time in less time: what is left at the end is its core.${pause} s: skip this round; q: stop here. What you did so far is saved.`
  if (mode === 'warm-up')
    return `Say your answer out loud, as you would in the room. Nothing of it is kept.${pause} s: skip the warm-up; q: stop here.`
  return `Name the story that you would tell, and say its first line out loud. x: nothing came, and how it begins is shown;${pause} s: skip the question; q: stop here. What took too long, or did not come, is asked once more at the end, and first next time.`
}
