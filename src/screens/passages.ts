import type { Shape } from '../bank/model.ts'
import { type Item, type Model, pointsOf } from '../rehearsal/item.ts'
import type { Attempt } from '../rehearsal/records.ts'
import type { Answered, Passage } from '../rehearsal/rehearsal.ts'
import { scoreNames } from '../rehearsal/scores.ts'
import { formatClock } from '../text/duration.ts'
import { guard } from '../text/guard.ts'
import { isWord, plainText } from '../text/plain-text.ts'
import { safe, safeLine } from '../text/safe.ts'
import { count } from '../text/words.ts'
import { wrap } from '../text/wrap.ts'
import { expected, helpOf } from './prompts.ts'
import { results, rows } from './results.ts'
import { block, facts, type Setting } from './setting.ts'
import { cueWords, saidNothing, timeOf, wordsAMinute } from './words.ts'

/** Whether a passage has markdown of several blocks. */
export const hasMarkdown = (what: Passage): boolean =>
  what.kind === 'model' || (what.kind === 'question' && what.item.question.question.includes('\n'))

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
    case 'scored':
      // in plain mode what was typed still stands there
      return take(what.attempt, setting) + (live ? typed(what.attempt, setting) : '')
    case 'model':
      return modelText(what.item, what.model, setting)
    case 'no-model':
      return `\n${block('This question has no model answer, so your score stands.', setting)}\n\n${checklist(what.item, setting)}`
    case 'review-of':
      return `\n${title(what.item, setting)}\n${take(what.attempt, setting)}${typed(what.attempt, setting)}`
    case 'saved':
      return `Saved.\n${back(what.answered, setting)}`
    case 'updated':
      return 'Updated.\n'
    case 'skipped':
      return 'Skipped.\n'
    case 'time-up':
      return 'Time is up.\n'
    case 'cue':
      return `${cueWords(what.leftMs)}\n`
    case 'invalid':
      return `${block(expected(rehearsal), setting)}\n`
    case 'help':
      return `${block(helpOf(rehearsal, live), setting)}\n`
    case 'debrief':
      return `\n${style.bold('Debrief')}\n\n${rows(setting)}`
    case 'results':
      return results(setting)
    case 'unscored':
      return written('Not scored, so not saved:', what.text, setting)
    case 'stopped':
      return `${block(stopped(setting, what.open), setting)}\n`
  }
}

/** When the question that was just saved comes back. */
function back(answered: Answered | null, { rehearsal, due }: Setting): string {
  const id = answered === null ? undefined : rehearsal.items[answered.at]?.question.id
  const when = id === undefined ? undefined : due[id]
  return when === undefined ? '' : `Back ${when}.\n`
}

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
    asked.includes('\n') ? setting.markdown(asked, size.columns, style) : title(item, setting),
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

function typed({ typed: text }: Attempt, setting: Setting): string {
  if (text === null || text.trim() === '') return ''
  return written('What you wrote', text, setting)
}

const written = (heading: string, text: string, setting: Setting): string =>
  `\n${setting.style.bold(heading)}\n\n${block(safe(text).replaceAll('\t', '    '), setting)}\n`

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
  const words = plainText(model.text).split(/\s+/).filter(isWord).length
  const spokenMs = (words / wordsAMinute) * 60_000
  const skeleton = spokenMs < item.budgetMs / 2 ? ', a skeleton: add a case of your own' : ''
  const heading = model.kind === 'story' ? 'Your story' : 'Model answer'
  const length = `(${count(words, 'word')}, about ${formatClock(spokenMs)} spoken${skeleton})`
  return `\n${block(`${style.bold(heading)} ${style.dim(length)}`, setting)}\n\n${setting.markdown(model.text, size.columns, style)}\n\n${checklist(item, setting)}`
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
