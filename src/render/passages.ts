import type { Shape } from '../bank/bank.ts'
import { formatClock } from '../bank/duration.ts'
import { plainText } from '../bank/plain-text.ts'
import { safe, safeLine } from '../bank/safe.ts'
import type { Size } from '../env.ts'
import { weakestOf } from '../rehearsal/ending.ts'
import { type Item, type Model, modelOf, pointsOf } from '../rehearsal/item.ts'
import type { Attempt } from '../rehearsal/records.ts'
import { numberOf, type Passage, type Rehearsal } from '../rehearsal/rehearsal.ts'
import { guard } from './guard.ts'
import { joined } from './layout.ts'
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
  /** The program as it was started. */
  program?: string
}

/** Words spoken in a minute. */
const pace = 145

/** What goes to the scrollback, as text that ends with a newline. */
export const passage = (what: Passage, setting: Setting): string =>
  guard(textOf(what, setting), { colors: setting.style.level > 0 })

function textOf(what: Passage, setting: Setting): string {
  const { rehearsal, style, live } = setting
  switch (what.kind) {
    case 'question':
      return question(what, setting)
    case 'follow-up':
      return `${live ? '' : '\n'}${style.bold(block(`Follow-up: ${plainText(what.text)}`, setting))}\n\n`
    case 'take':
      // in plain mode what was typed still stands there
      return take(what.attempt, setting) + (live ? typed(what.attempt, setting) : '')
    case 'model':
      return modelText(what.item, what.model, setting)
    case 'no-model':
      return `\n${block('This question has no model answer, so your score stands.', setting)}\n\n${checklist(what.item, setting)}`
    case 'review-of':
      return `\n${title(what.item, setting)}\n${take(what.attempt, setting)}${typed(what.attempt, setting)}`
    case 'saved':
      return 'Saved.\n'
    case 'updated':
      return 'Updated.\n'
    case 'skipped':
      return 'Skipped.\n'
    case 'time-up':
      return 'Time is up.\n'
    case 'cue':
      return `${what.leftMs > 10_000 ? 'Half time.' : `${count(Math.round(what.leftMs / 1000), 'second')} left.`}\n`
    case 'invalid':
      return `${block(expected(rehearsal), setting)}\n`
    case 'help':
      return `${block(helpOf(rehearsal, live), setting)}\n`
    case 'debrief':
      return `\n${style.bold('Debrief')}\n\n${rows(setting)}`
    case 'results':
      return results(setting)
    case 'stopped':
      return `${block(stopped(setting, what.open), setting)}\n`
  }
}

const block = (text: string, { size }: Setting): string => wrap(text, size.columns)

const facts = (known: (string | null)[], { size, style }: Setting, columns = size.columns): string[] =>
  joined(
    known.filter((fact) => fact !== null),
    columns,
    style,
  )

const title = (item: Item, setting: Setting): string =>
  setting.style.bold(block(plainText(item.question.question), setting))

function question({ item, number, of }: Extract<Passage, { kind: 'question' }>, setting: Setting): string {
  const { style, size } = setting
  const heading = facts(
    [
      `Question ${number} of ${of}${item.again ? ', again' : ''}`,
      item.question.section === null ? null : safeLine(item.question.section),
      `aim at ${formatClock(item.budgetMs)}`,
    ],
    setting,
  )
  const shape = shapeLines(item, setting)
  const asked = item.question.question
  return [
    '',
    style.dim(heading.join('\n')),
    '',
    asked.includes('\n') ? markdown(asked, size.columns, style) : title(item, setting),
    ...(shape.length === 0 ? [] : ['', style.dim(shape.join('\n'))]),
    ...(item.lastChange === null ? [] : ['', block(changeLine(item.lastChange), setting)]),
    '',
    '',
  ].join('\n')
}

const changeLine = (change: string): string => `Your change from last time: ${safeLine(change)}`

/** What was measured of an answer, and its first score. */
function take(attempt: Attempt, setting: Setting): string {
  const { committed, followUp } = attempt
  const reply = followUp === null ? '' : ` Your reply took ${formatClock(followUp.talkMs)}.`
  const talked = saidNothing(attempt) ? 'No answer this time.' : `You talked ${timeOf(attempt)}.${reply}`
  const text = `${talked} Your first score: ${committed}, ${scoreNames[committed]}.`
  return `${setting.style.dim(block(text, setting))}\n`
}

const saidNothing = ({ talkMs, committed }: Attempt): boolean => talkMs === 0 && committed === 1

function typed({ typed: text }: Attempt, setting: Setting): string {
  if (text === null || text.trim() === '') return ''
  return `\n${setting.style.bold('What you wrote')}\n\n${block(safe(text).replaceAll('\t', '    '), setting)}\n`
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

function shapeLines({ question, budgetMs }: Item, setting: Setting): string[] {
  const wanted =
    setting.shape === 'auto'
      ? (question.shape ??
        (/^(describe|tell me about) (a|the|an) /i.test(question.question) ? 'star' : 'none'))
      : setting.shape
  if (wanted === 'none') return []
  const names = parts[wanted].map(([name, share]) => `${name} until ${formatClock(budgetMs * share)}`)
  return facts(names, setting)
}

function modelText(item: Item, model: Model, setting: Setting): string {
  const { style, size } = setting
  const words = plainText(model.text)
    .split(/\s+/)
    .filter((word) => /[\p{L}\p{N}]/u.test(word)).length
  const spokenMs = (words / pace) * 60_000
  const skeleton = spokenMs < item.budgetMs / 2 ? ', a skeleton: add a case of your own' : ''
  const heading = model.kind === 'story' ? 'Your story' : 'Model answer'
  const length = `(${count(words, 'word')}, about ${formatClock(spokenMs)} spoken${skeleton})`
  return `\n${block(`${style.bold(heading)} ${style.dim(length)}`, setting)}\n\n${markdown(model.text, size.columns, style)}\n\n${checklist(item, setting)}`
}

/** The points with their numbers, for plain mode; live they are ticked. */
function checklist(item: Item, setting: Setting): string {
  const labels = pointsOf(item).map((point) => safeLine(point.label))
  if (setting.live || labels.length === 0) return ''
  const all = item.lastChange === null ? labels : [...labels, changeLine(item.lastChange)]
  const line = (text: string, index: number): string => {
    const first = `${index + 1}. `
    return `${wrap(text, setting.size.columns, { first, rest: ' '.repeat(first.length) })}\n`
  }
  return `${setting.style.bold('Key points')}\n${all.map(line).join('')}\n`
}

/** Every question in the order asked, with what came of it. */
const rows = (setting: Setting): string =>
  setting.rehearsal.items.map((item, at) => row(item, at, setting)).join('')

function row(item: Item, at: number, setting: Setting): string {
  const { rehearsal, size, style, due } = setting
  const attempt = rehearsal.answered.findLast((each) => each.at === at)?.attempt
  const back = due[item.question.id]
  const known = attempt === undefined ? ['skipped'] : outcome(attempt)
  const { number } = numberOf(rehearsal.items, at)
  const name = `${number}. ${item.again ? '(again) ' : ''}${plainText(item.question.question)}`
  const lines = facts([...known, back === undefined ? null : `back ${back}`], setting, size.columns - 3)
  return `${style.bold(truncate(name, size.columns, style.ascii ? '...' : '…'))}\n${lines.map((line) => `   ${line}\n`).join('')}`
}

const outcome = (attempt: Attempt): (string | null)[] => [
  `${attempt.score} ${scoreNames[attempt.score]}`,
  saidNothing(attempt) ? 'no answer' : timeOf(attempt),
  attempt.followUp === null ? null : `reply ${formatClock(attempt.followUp.talkMs)}`,
  attempt.final ? pointsMade(attempt) : null,
]

function results(setting: Setting): string {
  const { rehearsal, style } = setting
  const { answered, items } = rehearsal
  const weakest = items[weakestOf(rehearsal).at]
  const compared = answered.filter(({ at, attempt }) => {
    const item = items[at]
    return attempt.final && item !== undefined && modelOf(item) !== null
  })
  const change = rehearsal.change ?? answered.findLast((each) => each.attempt.change !== null)?.attempt.change
  const lines = [
    answered.length > 1 && weakest !== undefined ? `Weakest: ${plainText(weakest.question.question)}` : null,
    calibrationSentence(compared.map((each) => each.attempt)),
    change == null ? null : `The change to take along: ${safeLine(change)}`,
  ]
  const told = lines.filter((line) => line !== null).map((line) => `${block(line, setting)}\n`)
  return `\n${style.bold('Results')}\n\n${rows(setting)}${told.length > 0 ? '\n' : ''}${told.join('')}\n`
}

function stopped({ rehearsal, program = 'greenroom' }: Setting, open: boolean): string {
  const { answered, phase } = rehearsal
  if (answered.length > 0) {
    const scored = `Stopped. ${count(answered.length, 'answer')} scored and saved`
    return open ? `${scored}; to go on, start ${program} without a command.` : `${scored}.`
  }
  return phase.name === 'over' && phase.next === 'done'
    ? 'Nothing was scored: all questions were skipped.'
    : 'Stopped. Nothing was scored.'
}
