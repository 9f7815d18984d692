import type { Shape } from '../bank/bank.ts'
import { formatClock } from '../bank/duration.ts'
import { plainText } from '../bank/plain-text.ts'
import type { Size } from '../env.ts'
import { type Item, type Model, pointsOf } from '../rehearsal/item.ts'
import type { Answered, Passage, Rehearsal } from '../rehearsal/rehearsal.ts'
import { weakestOf } from '../rehearsal/reviewing.ts'
import { markdown } from './markdown.ts'
import { expected, helpOf } from './prompts.ts'
import type { Style } from './style.ts'
import { calibrationSentence, count, pointsMade, scoreNames, timeOf } from './words.ts'
import { truncate, wrap } from './wrap.ts'

/** What a passage needs to know besides itself. */
export interface Setting {
  rehearsal: Rehearsal
  size: Size
  style: Style
  live: boolean
  /** When each question comes back, by id, as `in 4 days`. */
  due: Record<string, string>
  /** Config `shape`. */
  shape: 'auto' | Shape
}

/** Words spoken in a minute. */
const pace = 145

/** What goes to the scrollback, as text that ends with a newline. */
export function passage(what: Passage, setting: Setting): string {
  const { rehearsal, style } = setting
  switch (what.kind) {
    case 'question':
      return question(what, setting)
    case 'follow-up':
      return `\n${block(`Follow-up: ${what.text}`, setting)}\n`
    case 'take':
      return `${style.dim(block(`You talked ${timeOf(what.attempt)} and gave yourself ${what.attempt.committed}, ${scoreNames[what.attempt.committed]}.`, setting))}\n`
    case 'model':
      return modelText(what.item, what.model, setting)
    case 'review-of':
      return `\n${style.bold(block(plainText(what.item.question.question), setting))}\n`
    case 'saved':
      return 'Saved.\n'
    case 'updated':
      return 'Updated.\n'
    case 'skipped':
      return 'Skipped.\n'
    case 'time-up':
      return 'Time is up.\n'
    case 'cue':
      return `${what.leftMs > 10_000 ? 'Half time.' : `${Math.round(what.leftMs / 1000)} seconds left.`}\n`
    case 'invalid':
      return `${block(expected(rehearsal), setting)}\n`
    case 'help':
      return `${block(helpOf(rehearsal), setting)}\n`
    case 'debrief':
      return `\n${style.bold('Debrief')}\n\n${rehearsal.answered.map((each) => row(each, setting)).join('')}`
    case 'results':
      return results(setting)
    case 'stopped':
      return stopped(setting)
  }
}

const block = (text: string, { size }: Setting): string => wrap(text, size.columns)

function question({ item, number, of }: Extract<Passage, { kind: 'question' }>, setting: Setting): string {
  const { style } = setting
  const heading = [
    `Question ${number} of ${of}`,
    item.question.section,
    `aim at ${formatClock(item.budgetMs)}`,
  ]
  const shape = shapeLine(item, setting)
  const asked = item.question.question
  const text = asked.includes('\n')
    ? markdown(asked, setting.size.columns, style)
    : style.bold(block(plainText(asked), setting))
  return [
    '',
    style.dim(block(heading.filter((part) => part !== null).join(' · '), setting)),
    '',
    text,
    ...(shape === null ? [] : [style.dim(block(shape, setting))]),
    ...(item.lastChange === null
      ? []
      : ['', block(`Your change from last time: ${item.lastChange}`, setting)]),
    '',
    '',
  ].join('\n')
}

/** Until which share of the budget each part of an answer should be done. */
const parts: Record<Exclude<Shape, 'none'>, [string, number][]> = {
  star: [
    ['Situation', 0.15],
    ['Task', 0.25],
    ['Action', 0.8],
    ['Result', 1],
  ],
  car: [
    ['Context', 0.25],
    ['Action', 0.8],
    ['Result', 1],
  ],
}

function shapeLine({ question, budgetMs }: Item, { shape }: Setting): string | null {
  const wanted =
    shape === 'auto'
      ? (question.shape ??
        (/^(describe|tell me about) (a|the|an) /i.test(question.question) ? 'star' : 'none'))
      : shape
  if (wanted === 'none') return null
  return parts[wanted].map(([name, share]) => `${name} to ${formatClock(budgetMs * share)}`).join(' · ')
}

function modelText(item: Item, model: Model, setting: Setting): string {
  const { style, live, size } = setting
  const words = plainText(model.text)
    .split(/\s+/)
    .filter((word) => /[\p{L}\p{N}]/u.test(word)).length
  const spokenMs = (words / pace) * 60_000
  const skeleton = spokenMs < item.budgetMs / 2 ? ': a skeleton, add a case of your own' : ''
  const title = model.kind === 'story' ? 'Your story' : 'Model answer'
  const points = live || pointsOf(item).length === 0 ? '' : checklist(item, setting)
  return `\n${style.bold(title)} ${style.dim(block(`(${count(words, 'word')}, about ${formatClock(spokenMs)} spoken${skeleton})`, setting))}\n\n${markdown(model.text, size.columns, style).trimEnd()}\n\n${points}`
}

/** The points with their numbers, for plain mode. */
function checklist(item: Item, setting: Setting): string {
  const labels = pointsOf(item).map((point) => point.label)
  const rows =
    item.lastChange === null ? labels : [...labels, `Your change from last time: ${item.lastChange}`]
  return `Key points\n${rows.map((text, i) => `${wrap(`${i + 1}. ${text}`, setting.size.columns)}\n`).join('')}\n`
}

function row({ at, attempt }: Answered, setting: Setting): string {
  const { rehearsal, size, style, due } = setting
  const item = rehearsal.items[at]
  const back = due[attempt.question]
  const facts = [
    `${attempt.score} ${scoreNames[attempt.score]}`,
    timeOf(attempt),
    attempt.final ? pointsMade(attempt) : null,
    back === undefined ? null : `back ${back}`,
  ]
  const title = truncate(
    `${at + 1}. ${item === undefined ? attempt.question : plainText(item.question.question)}`,
    size.columns - 1,
  )
  return `${style.bold(title)}\n${wrap(facts.filter((fact) => fact !== null).join(' · '), size.columns, { first: '   ', rest: '   ' })}\n`
}

function results(setting: Setting): string {
  const { rehearsal, style } = setting
  const { answered } = rehearsal
  const weakest = rehearsal.items[weakestOf(rehearsal).at]
  const calibration = calibrationSentence(
    answered.filter((each) => each.attempt.final).map((each) => each.attempt),
  )
  const change = rehearsal.change ?? answered.findLast((each) => each.attempt.change !== null)?.attempt.change
  const lines = [
    answered.length > 1 && weakest !== undefined ? `Weakest: ${plainText(weakest.question.question)}` : null,
    calibration,
    change == null ? null : `The change to take along: ${change}`,
  ]
  return `\n${style.bold(`Results: ${count(answered.length, 'question')}`)}\n\n${answered.map((each) => row(each, setting)).join('')}\n${lines
    .filter((line) => line !== null)
    .map((line) => `${block(line, setting)}\n`)
    .join('')}`
}

function stopped(setting: Setting): string {
  const { rehearsal } = setting
  const scored = rehearsal.answered.length
  if (scored === 0) return 'Stopped. Nothing was scored.\n'
  const left = rehearsal.items.length - rehearsal.at - (rehearsal.debrief === null ? 0 : 1)
  return `${block(`Stopped. ${count(scored, 'question')} scored and saved${left > 0 && rehearsal.debrief === null ? '; start greenroom without a command to go on' : ''}.`, setting)}\n`
}
