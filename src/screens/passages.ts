import { spokenMsOf, wordsIn } from '../answers/length.ts'
import { type Item, type Model, pointsOf } from '../rehearsal/item.ts'
import type { Attempt } from '../rehearsal/records.ts'
import type { Answered, Passage, Rehearsal } from '../rehearsal/rehearsal.ts'
import { wordsOf } from '../rehearsal/review.ts'
import { scoreNames } from '../rehearsal/scores.ts'
import { partsOf } from '../rehearsal/shape.ts'
import { formatClock } from '../text/duration.ts'
import { guard } from '../text/guard.ts'
import { plainText } from '../text/plain-text.ts'
import { safe, safeLine } from '../text/safe.ts'
import { count } from '../text/words.ts'
import { wrap } from '../text/wrap.ts'
import { stateWithWords, whatItIsWorth } from './coverage.ts'
import { changeLines, shownIn } from './layout.ts'
import { factLines, type PassageContext, wrapText } from './passage-context.ts'
import { namesOf } from './point-names.ts'
import { expected, helpOf } from './prompts.ts'
import { outcomes, results } from './results.ts'
import { countedSentence, voiceSentence } from './voice.ts'
import {
  changeFromLastTime,
  comesBack,
  cueWords,
  hasNoAnswer,
  modelNames,
  shapeSentences,
  timeAgainstBudget,
  unscoredHeading,
  wroteWords,
} from './words.ts'

/** Whether a passage has markdown to draw. */
export const hasMarkdown = (what: Passage): boolean =>
  what.kind === 'model' || (what.kind === 'question' && what.item.question.question.includes('\n'))

/** What goes to the scrollback, as text that ends with a newline. */
export const passage = (what: Passage, context: PassageContext): string =>
  guard(textOf(what, context), { colors: context.style.level > 0 })

function textOf(what: Passage, context: PassageContext): string {
  const { rehearsal, style, live } = context
  switch (what.kind) {
    case 'question':
      return question(what, context)
    case 'follow-up':
      return `${live ? '' : '\n'}${style.heading(wrapText(`Follow-up: ${plainText(what.text)}`, context))}\n\n`
    case 'scored':
      // in plain mode, what was typed is still on the screen
      return take(what.attempt, context) + (live ? typed(what.attempt, context) : '')
    case 'model':
      return modelText(what.item, what.model, context)
    case 'no-model':
      return `\n${wrapText('This question has no model answer, so your score stands.', context)}\n\n${checklist(what.item, context)}`
    case 'review-of':
      return `\n${title(what.item, context)}\n${take(what.attempt, context)}${typed(what.attempt, context)}`
    case 'saved':
      return `Saved.\n${backLine(what.answered, context)}`
    case 'updated':
      return 'Updated.\n'
    case 'story-saved':
      return 'Your story is saved.\n'
    case 'skipped':
      return 'Skipped.\n'
    case 'time-up':
      return 'Time is up.\n'
    case 'cue':
      return `${cueWords(what.leftMs)}\n`
    case 'invalid':
      return `${wrapText(expected(rehearsal), context)}\n`
    case 'help':
      return `${wrapText(helpOf(rehearsal, live), context)}\n`
    case 'debrief':
      return `\n${style.heading('Debrief')}\n\n${outcomes(context)}\n${wrapText(debriefIntro(rehearsal), context)}\n`
    case 'results':
      return results(context)
    case 'transcript':
      return transcript(what, context)
    case 'points':
      return checklist(what.item, context)
    case 'remark':
      // it may name a file, which stays as it is
      return `${wrap(what.text, context.size.columns)}\n`
    case 'unscored':
      return written(unscoredHeading, what.text, context)
    case 'written-so-far':
      // live, it stands above the line that is typed
      return live
        ? ''
        : `${written('What you wrote so far', what.text, context)}Go on; a line with a lone . ends it.\n`
    case 'stopped':
      return `${wrapText(stopped(context, what.open), context)}\n`
  }
}

/** When the question that was just saved comes back. */
function backLine(answered: Answered | null, { rehearsal, due }: PassageContext): string {
  const id = answered === null ? undefined : rehearsal.items[answered.at]?.question.id
  const when = id === undefined ? undefined : due[id]
  return when === undefined ? '' : `${sentence(comesBack(when))}\n`
}

const sentence = (words: string): string => `${words.slice(0, 1).toUpperCase()}${words.slice(1)}.`

const title = (item: Item, context: PassageContext): string =>
  context.style.heading(wrapText(plainText(item.question.question), context))

function question(
  { item, number, of }: Extract<Passage, { kind: 'question' }>,
  context: PassageContext,
): string {
  const { style, size } = context
  const heading = factLines(
    [
      `Question ${number} of ${of}${item.again ? ', again' : ''}`,
      item.question.section === null ? null : safeLine(item.question.section),
      `aim for ${formatClock(item.budgetMs)}`,
    ],
    context,
  )
  const shape = shapeLines(item, context)
  const asked = item.question.question
  const isMockBegun = context.rehearsal.mode === 'mock' && number === 1 && !item.again
  return [
    ...(isMockBegun ? ['', mockIntro(of, context)] : []),
    '',
    style.quiet(heading.join('\n')),
    '',
    asked.includes('\n') ? context.markdown(asked, size.columns, style) : title(item, context),
    ...(shape.length === 0 ? [] : ['', style.quiet(shape.join('\n'))]),
    ...(item.lastChange === null
      ? []
      : ['', changeLines(changeFromLastTime(item.lastChange), size.columns, style)]),
    '',
    '',
  ].join('\n')
}

/** Says what a mock is, before its first question. */
const mockIntro = (questions: number, context: PassageContext): string =>
  wrapText(
    `${context.style.bold('Mock.')} ${count(questions, 'question')}, as in an interview: your feedback comes at the end.`,
    context,
  )

/** What comes in a debrief: an answer alone has no order. */
const debriefIntro = ({ answered }: Rehearsal): string =>
  answered.length === 1
    ? 'Now the review of your answer, and then one change for next time.'
    : 'Now the review of each, the lowest first score first, and at the end one change for all of them.'

/** The times of an answer, and its first score. */
function take(attempt: Attempt, context: PassageContext): string {
  const { committed, followUp, voice } = attempt
  const reply = followUp === null ? '' : ` Your reply took ${formatClock(followUp.talkMs)}.`
  const talked = hasNoAnswer(attempt)
    ? 'No answer this time.'
    : `You ${attempt.typed === null ? `talked ${timeAgainstBudget(attempt)}` : wroteWords(attempt.typed)}.${reply}`
  const heard = voice === undefined ? '' : ` ${voiceSentence(voice)}`
  const text = `${talked}${heard} Your first score: ${committed}, ${scoreNames[committed]}.`
  const shaped =
    attempt.shape === undefined ? [] : shapeSentences(attempt.shape).map((line) => wrapText(line, context))
  return context.style.quiet(`${[wrapText(text, context), ...shaped].join('\n')}\n`)
}

function typed({ typed: text }: Attempt, context: PassageContext): string {
  if (text === null || text.trim() === '') return ''
  return written('What you wrote', text, context)
}

/** What was heard of an answer, and what can be counted in it. */
const transcript = (
  { text, voice }: Extract<Passage, { kind: 'transcript' }>,
  context: PassageContext,
): string =>
  written('What you said, as your program heard it', text, context) +
  context.style.quiet(`\n${wrapText(countedSentence(voice) ?? '', context)}\n${context.live ? '' : '\n'}`)

const written = (heading: string, text: string, context: PassageContext): string =>
  `\n${context.style.heading(wrapText(heading, context))}\n\n${wrapText(safe(text).replaceAll('\t', '    '), context)}\n`

/** By when each part of the answer should be done. */
function shapeLines({ shape, budgetMs }: Item, context: PassageContext): string[] {
  let until = 0
  const names = partsOf[shape].map(({ name, share }, at) => {
    until += share
    return `${name} ${at === 0 ? 'until ' : ''}${formatClock(budgetMs * until)}`
  })
  return names.length === 0 ? [] : factLines(names, context)
}

function modelText(item: Item, model: Model, context: PassageContext): string {
  const { style, size } = context
  const words = wordsIn(plainText(model.text))
  const spokenMs = spokenMsOf(words)
  const isShort = spokenMs < item.budgetMs / 2
  const advice = isShort ? ', short: add an example of your own' : ''
  const heading = modelNames[model.kind]
  const facts = `(${count(words, 'word')}, about ${formatClock(spokenMs)} spoken${advice})`
  const { weakAnswer } = item.question
  const weak =
    weakAnswer === undefined
      ? ''
      : `${style.quiet(wrapText(`A weak answer: ${plainText(weakAnswer)}`, context))}\n\n`
  return `\n${wrapText(`${style.heading(heading)} ${style.quiet(facts)}`, context)}\n\n${context.markdown(model.text, size.columns, style)}\n\n${weak}${checklist(item, context)}`
}

/** The points with their numbers, for plain mode; in live mode they are ticked. */
function checklist(item: Item, context: PassageContext): string {
  const { size, style, rehearsal } = context
  const coverage = rehearsal.phase.name === 'review' ? rehearsal.phase.coverage : null
  const labels = namesOf(pointsOf(item)).map((name, row) => {
    const found = coverage?.[row]
    return name + (found === undefined ? '' : `: ${stateWithWords(found)}`)
  })
  if (context.live || labels.length === 0) return ''
  const indent = (index: number) => ({
    first: `${index + 1}. `,
    rest: ' '.repeat(`${index + 1}. `.length),
  })
  const rows = labels.map((label, index) => wrap(shownIn(style, label), size.columns, indent(index)))
  if (item.lastChange !== null)
    rows.push(changeLines(changeFromLastTime(item.lastChange), size.columns, style, indent(rows.length)))
  return `${style.heading('Key points')}\n${rows.map((row) => `${row}\n`).join('')}${worth(context)}\n`
}

/** What the states of the points are worth, in a review that has them. */
function worth(context: PassageContext): string {
  const { phase } = context.rehearsal
  if (phase.name !== 'review' || phase.coverage === null) return ''
  return `${wrapText(whatItIsWorth(phase.coverage, wordsIn(wordsOf(phase) ?? '')), context)}\n`
}

function stopped({ rehearsal, program = 'greenroom' }: PassageContext, open: boolean): string {
  const { answered, phase } = rehearsal
  if (answered.length > 0) {
    const scored = `Stopped. ${count(answered.length, 'answer')} scored and saved`
    return open ? `${scored}. Go on where you stopped with: ${program}` : `${scored}.`
  }
  if (phase.name === 'over' && phase.next === 'done') return 'Nothing was scored: all questions were skipped.'
  return open
    ? `Stopped. To go on with what you wrote, start ${program} without a command.`
    : 'Stopped. Nothing was scored.'
}
