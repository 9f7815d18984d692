import type { PracticeStatistics } from '../progress/practice.ts'
import type { PartTrend } from '../progress/shape-trend.ts'
import type { QuestionStatistics, Statistics } from '../progress/statistics.ts'
import { formatClock } from '../text/duration.ts'
import { plainText } from '../text/plain-text.ts'
import { count } from '../text/words.ts'
import { wrap } from '../text/wrap.ts'
import { drawBar } from './bar.ts'
import { calendar } from './calendar.ts'
import { columns } from './columns.ts'
import { practiceSentences } from './practice-lines.ts'
import type { Style } from './style.ts'
import { percent, seconds } from './voice.ts'
import { calibrationOf, scoreLabel } from './words.ts'

/** Where the user stands, as a screen. */
export function stats(
  all: Statistics & { shape: readonly PartTrend[]; practice: PracticeStatistics },
  today: number,
  width: number,
  style: Style,
): string {
  const practice = practiceSection(all.practice, width, style)
  if (all.attempts === 0)
    return ['No attempts yet: the first one starts the statistics.\n', ...practice].join('\n')
  const parts: [title: string, text: string][] = [
    ['Scores over time', scoreRows(all, width, style)],
    ['Days practised', calendar(all.byDay, today, width, style)],
    ['Talk time against budget', timeRows(all.time, width, style)],
    ...(all.shape.length === 0
      ? []
      : [['Parts of an answer', shapeRows(all.shape, width)] as [string, string]]),
    ...(all.voice.length === 0 ? [] : [['How you sound', voiceRows(all, width)] as [string, string]]),
    ['Calibration', `${wrap(calibrationOf(all.calibration.mean) ?? 'No reviewed attempts yet.', width)}\n`],
    ['By section', sectionRows(all, width)],
    ['By question', questionRows(all, width)],
    ['Weakest', weakestRows(all, width)],
  ]
  const sections = parts.map(([title, text]) => `${style.bold(title)}\n${text}`)
  return [`${wrap(totals(all), width)}\n`, ...sections, ...practice].join('\n')
}

/** What ladders and sprints add up to, under its title; empty where there are none. */
const practiceSection = (practice: PracticeStatistics, width: number, style: Style): string[] => {
  const lines = practiceSentences(practice).map((sentence) => `${wrap(sentence, width)}\n`)
  return lines.length === 0 ? [] : [`${style.bold('Ladders and sprints')}\n${lines.join('')}`]
}

/** Where all attempts are older than the date asked for, such as `2026-11-20`. */
export const noneSince = (
  { practice }: { practice: PracticeStatistics },
  { date, older }: { date: string; older: number },
  width: number,
  style: Style,
): string =>
  [
    `${wrap(`No attempts since ${date}; ${count(older, 'older one')}: stats without --since shows them.`, width)}\n`,
    ...practiceSection(practice, width, style),
  ].join('\n')

function totals({ attempts, daysPractised, questions }: Statistics): string {
  const practised = `${count(attempts, 'attempt')} on ${count(daysPractised.count, 'day')}`
  const rehearsed = `${questions.attempted} of ${count(questions.total, 'question')} rehearsed`
  return `${practised} · ${rehearsed} · ${questions.ready} ready`
}

/** How many days of scores are shown, the last ones. */
const maxDays = 14

const scoreRows = ({ byDay }: Statistics, width: number, style: Style): string =>
  columns(
    byDay
      .slice(-maxDays)
      .map(({ date, attempts, meanScore }) => [
        date,
        drawBar((meanScore ?? 0) / 4, barCells(width), style),
        `${mean(meanScore)} over ${count(attempts, 'attempt')}`,
      ]),
    width,
  )

function voiceRows({ voice }: Statistics, width: number): string {
  const days = voice.slice(-maxDays)
  const hasPace = days.some(({ wordsAMinute }) => wordsAMinute !== null)
  return columns(
    days.map(({ date, answers, firstMs, longestPauseMs, pauses, silence, wordsAMinute }) => [
      date,
      firstMs === null ? '-' : `first word ${seconds(firstMs)}`,
      `longest pause ${seconds(longestPauseMs ?? 0)}`,
      `${pauses ?? 0} pauses over 2 s`,
      `${percent(silence ?? 0)} silence`,
      ...(hasPace ? [wordsAMinute === null ? '-' : `${wordsAMinute} words a minute`] : []),
      `over ${count(answers, 'answer')}`,
    ]),
    width,
  )
}

const sectionRows = ({ bySection }: Statistics, width: number): string =>
  columns(
    bySection
      .filter(({ attempts }) => attempts > 0)
      .map(({ section, bank, questions, attempted, ready, meanScore }) => [
        `${attempted} of ${questions} rehearsed`,
        `${ready} ready`,
        `mean ${mean(meanScore)}`,
        section === null ? bank : plainText(section),
      ]),
    width,
  )

const weakestRows = ({ weakest }: Statistics, width: number): string =>
  columns(
    weakest.map((row) => [row.lastScore === null ? '' : scoreLabel(row.lastScore), titleOf(row)]),
    width,
  )

const mean = (value: number | null): string => (value === null ? '-' : value.toFixed(1))

const titleOf = ({ number, question, id }: QuestionStatistics): string =>
  question === null ? `${id} (no longer in a bank)` : `${number}. ${plainText(question)}`

/** Nobody reads more rows than this. */
const maxRows = 100

function questionRows({ byQuestion }: Statistics, width: number): string {
  const rows = byQuestion.filter(({ attempts }) => attempts > 0)
  const more = rows.length - maxRows
  const table = columns(rows.slice(0, maxRows).map(questionCells), width)
  return more <= 0
    ? table
    : `${table}${wrap(`And ${count(more, 'more question')}: --json has them all.`, width)}\n`
}

function questionCells(row: QuestionStatistics): string[] {
  const talk = row.meanTalkMs === null ? '-' : formatClock(row.meanTalkMs)
  const budget = row.budgetMs === null ? '' : ` of ${formatClock(row.budgetMs)}`
  return [
    `${row.attempts}×`,
    `last ${row.lastScore ?? '-'}`,
    `mean ${mean(row.meanScore)}`,
    `talk ${talk}${budget}`,
    titleOf(row) + (row.ready ? ' (ready)' : ''),
  ]
}

function timeRows(time: Statistics['time'], width: number, style: Style): string {
  const zones: [string, number][] = [
    ['short', time.short],
    ['on time', time.onTime],
    ['wrap up', time.wrapUp],
    ['over', time.over],
  ]
  const most = Math.max(1, ...zones.map(([, n]) => n))
  const rows = zones.map(([name, n]) => [name, drawBar(n / most, barCells(width), style), String(n)])
  const average =
    time.meanRatio === null
      ? ''
      : `${wrap(`On average ${Math.round(time.meanRatio * 100)} % of the budget.`, width)}\n`
  return columns(rows, width) + average
}

/** The shares of the parts in the last answers, and in those before. */
const shapeRows = (shape: readonly PartTrend[], width: number): string =>
  columns(
    shape.map(({ part, last, before, from, to }) => [
      part,
      percent(last),
      `${before === null ? '' : `${percent(before)} before, `}aim for ${Math.round(from * 100)} to ${percent(to)}`,
    ]),
    width,
  )

/** The length of a bar in a window of `width` columns. */
const barCells = (width: number): number => (width < 60 ? 5 : 12)
