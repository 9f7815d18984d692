import { bankSlugOf } from '../bank/ids.ts'
import type { PracticeStatistics } from '../progress/practice.ts'
import type { PartTrend } from '../progress/shape-trend.ts'
import type { QuestionStatistics, Statistics } from '../progress/statistics.ts'
import type { Score } from '../rehearsal/records.ts'
import type { Zone } from '../rehearsal/zone.ts'
import { dateOf } from '../text/dates.ts'
import { formatClock } from '../text/duration.ts'
import { plainText } from '../text/plain-text.ts'
import { count, dateInWords } from '../text/words.ts'
import { wrap } from '../text/wrap.ts'
import { barCells, drawBar, readiness } from './bar.ts'
import { calendar } from './calendar.ts'
import { columns, sentences } from './columns.ts'
import { sideBySide } from './layout.ts'
import { practiceSentences } from './practice-lines.ts'
import { spark } from './spark.ts'
import type { Style, Tone } from './style.ts'
import { ofScores, ofZones, paintedScore } from './tones.ts'
import { percent, seconds } from './voice.ts'
import { calibrationOf } from './words.ts'

/** What a screen of statistics shows. */
export type StatsView = Statistics & {
  shape: readonly PartTrend[]
  practice: PracticeStatistics
  /** The last scores of each question as digits, by its id. */
  recent(id: string): string
  /** The slug of the bank in use, whose questions go by their numbers alone. */
  inUse: string
}

/** Where the user stands, as a screen. */
export function stats(all: StatsView, today: number, width: number, style: Style): string {
  const practice = practiceSection(all.practice, width, style)
  if (all.attempts === 0)
    return [`${wrap('No attempts yet: the first one starts the statistics.', width)}\n`, ...practice].join(
      '\n',
    )
  const parts: [title: string, text: string | null][] = [
    ['Scores over time', scoreRows(all, today, width, style)],
    ['Days practised', calendar(all.byDay, today, width, style)],
    ['Talk time against budget', timeRows(all.time, width, style)],
    ['Parts of an answer', all.shape.length === 0 ? null : shapeRows(all.shape, width, style)],
    ['How you sound', all.voice.length === 0 ? null : voiceRows(all, today, width, style)],
    ['Calibration', calibration(all.calibration.mean, width, style)],
    ['By section', sectionRows(all, width, style)],
    ['By question', questionRows(all, width, style)],
    ['Weakest', weakestRows(all, width, style) || null],
  ]
  const sections = parts.flatMap(([title, text]) =>
    text === null ? [] : [`${style.heading(title)}\n${text}`],
  )
  return [`${totals(all, width, style)}\n`, ...sections, ...practice].join('\n')
}

/** What ladders and sprints add up to, under its title; empty where there are none. */
const practiceSection = (practice: PracticeStatistics, width: number, style: Style): string[] => {
  const lines = practiceSentences(practice).map((sentence) => `${wrap(sentence, width)}\n`)
  return lines.length === 0 ? [] : [`${style.heading('Ladders and sprints')}\n${lines.join('')}`]
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

function totals(
  { attempts, daysPractised, questions, bySection }: Statistics,
  width: number,
  style: Style,
): string {
  const practised = `${count(attempts, 'attempt')} on ${count(daysPractised.count, 'day')}`
  const banks = new Set(bySection.map(({ bank }) => bank)).size
  const all = `${count(questions.total, 'question')}${banks > 1 ? ` in ${banks} banks` : ''}`
  const rehearsed = `${questions.attempted} of ${all} rehearsed`
  const facts = [practised, rehearsed, readiness(questions.ready, questions.total, width, style)]
  return sideBySide(facts, width, style).join('\n')
}

/** Cells in columns, the name last; for ears it comes first. */
const table = (rows: readonly (readonly [...string[], string])[], width: number, style: Style): string =>
  style.plain
    ? sentences(
        rows.map((row) => [row.at(-1) ?? '', ...row.slice(0, -1)]),
        width,
      )
    : columns(rows, width)

/** How many days of scores are shown, the last ones. */
const maxDays = 14

const dayName = (date: string, today: number): string => dateInWords(date, dateOf(today))

/** What a mean score is worth. */
const toneOf = (score: number): Tone => ofScores[Math.max(1, Math.min(4, Math.floor(score + 0.5))) as Score]

function scoreRows({ byDay }: Statistics, today: number, width: number, style: Style): string {
  const rows = byDay.slice(-maxDays).map(({ date, attempts, meanScore }) => {
    const said = `${mean(meanScore)} over ${count(attempts, 'attempt')}`
    return { day: dayName(date, today), score: meanScore ?? 0, said }
  })
  if (style.plain)
    return rows.map(({ day, said }) => `${wrap(`${day}: mean score ${said}.`, width)}\n`).join('')
  const bar = (score: number): string => drawBar(score / 4, barCells(width), style, toneOf(score))
  return columns(
    rows.map(({ day, score, said }) => [day, bar(score), said]),
    width,
  )
}

function voiceRows({ voice }: Statistics, today: number, width: number, style: Style): string {
  const days = voice.slice(-maxDays)
  const hasPace = days.some(({ wordsAMinute }) => wordsAMinute !== null)
  const rows = days.map(({ date, answers, firstMs, longestPauseMs, pauses, silence, wordsAMinute }) => [
    dayName(date, today),
    firstMs === null ? '' : `first word ${seconds(firstMs)}`,
    `longest pause ${seconds(longestPauseMs ?? 0)}`,
    `${count(Math.round((pauses ?? 0) * 10) / 10, 'pause')} over 2 s`,
    `${percent(silence ?? 0)} silence`,
    ...(hasPace ? [wordsAMinute === null ? '' : `${wordsAMinute} words a minute`] : []),
    `over ${count(answers, 'answer')}`,
  ])
  return (style.plain ? sentences : columns)(rows, width)
}

/** How far the first scores are above or below the final ones, as a point between the two, and in a sentence. */
function calibration(mean: number | null, width: number, style: Style): string {
  const sentence = `${wrap(calibrationOf(mean) ?? 'No reviewed attempts yet.', width)}\n`
  if (mean === null || style.plain) return sentence
  // on both sides of the middle as many cells, for a score and a half
  const side = width < 60 ? 6 : 12
  const at = side + Math.max(-side, Math.min(side, Math.round((mean / 1.5) * side)))
  const [line, middle, point] = style.ascii ? ['-', '|', 'O'] : ['─', '┼', '●']
  const cells = Array.from({ length: 2 * side + 1 }, (_, cell) => (cell === side ? middle : line))
  const tone = Math.abs(mean) < 0.5 ? 'good' : 'caution'
  const before = style.quiet(cells.slice(0, at).join(''))
  const after = style.quiet(cells.slice(at + 1).join(''))
  const scale = `under ${before}${style[tone](point ?? '')}${after} over`
  return `${width < 2 * side + 14 ? '' : `${scale}\n`}${sentence}`
}

const sectionRows = ({ bySection }: Statistics, width: number, style: Style): string =>
  table(
    bySection
      .filter(({ attempts }) => attempts > 0)
      .map(({ section, bank, questions, attempted, ready, meanScore }) => [
        `${attempted} of ${questions} rehearsed`,
        `${ready} ready`,
        `mean ${mean(meanScore)}`,
        section === null ? bank : plainText(section),
      ]),
    width,
    style,
  )

const weakestRows = ({ weakest, inUse }: StatsView, width: number, style: Style): string =>
  table(
    weakest
      .filter(({ lastScore }) => lastScore !== null && lastScore < 4)
      .map((row) => [row.lastScore === null ? '' : paintedScore(row.lastScore, style), titleOf(row, inUse)]),
    width,
    style,
  )

const mean = (value: number | null): string => (value === null ? '-' : value.toFixed(1))

function titleOf({ number, question, id }: QuestionStatistics, inUse: string): string {
  if (question === null) return `${id} (no longer in a bank)`
  const bank = bankSlugOf(id)
  return `${bank === inUse ? '' : `${bank} `}${number}. ${plainText(question)}`
}

/** Nobody reads more rows than this. */
const maxRows = 100

function questionRows({ byQuestion, recent, inUse }: StatsView, width: number, style: Style): string {
  const rows = byQuestion.filter(({ attempts }) => attempts > 0)
  const more = rows.length - maxRows
  const shown = table(
    rows
      .slice(0, maxRows)
      .map((row) => questionCells(row, titleOf(row, inUse), recent(row.id), width, style)),
    width,
    style,
  )
  return more <= 0
    ? shown
    : `${shown}${wrap(`And ${count(more, 'more question')}: --json has them all.`, width)}\n`
}

function questionCells(
  row: QuestionStatistics,
  title: string,
  recent: string,
  width: number,
  style: Style,
): [...string[], string] {
  const { attempts, lastScore, meanScore, meanTalkMs, budgetMs, ready } = row
  const talk = meanTalkMs === null ? '' : formatClock(meanTalkMs)
  const budget = budgetMs === null || talk === '' ? '' : ` of ${formatClock(budgetMs)}`
  const last = lastScore === null ? '' : paintedScore(lastScore, style)
  if (style.plain) {
    return [
      count(attempts, 'attempt'),
      last === '' ? '' : `last ${last}`,
      `mean ${mean(meanScore)}`,
      talk === '' ? '' : `talk ${talk}${budget}`,
      ready ? 'ready' : '',
      title,
    ]
  }
  return [
    spark(recent, style),
    last,
    attempts === 1 ? 'once' : `mean ${mean(meanScore)} over ${attempts}`,
    ...(width < 60 ? [] : [`${talk}${budget}`]),
    title + (ready ? ` (${style.good('ready')})` : ''),
  ]
}

function timeRows(time: Statistics['time'], width: number, style: Style): string {
  const zones: [Zone, number][] = [
    ['short', time.short],
    ['on time', time.onTime],
    ['over', time.over],
  ]
  const average =
    time.meanRatio === null ? '' : `On average ${Math.round(time.meanRatio * 100)} % of the budget.`
  if (style.plain) {
    const counted = zones.map(([zone, n]) => `${n} ${zone}`).join(', ')
    return `${wrap(`${count(time.short + time.onTime + time.over, 'answer')}: ${counted}. ${average}`.trim(), width)}\n`
  }
  const most = Math.max(1, ...zones.map(([, n]) => n))
  const rows = zones.map(([zone, n]) => [
    zone,
    drawBar(n / most, barCells(width), style, zone === 'short' ? 'caution' : ofZones[zone]),
    String(n),
  ])
  return columns(rows, width) + (average === '' ? '' : `${wrap(average, width)}\n`)
}

/** The shares of the parts in the last answers, and in those before. */
function shapeRows(shape: readonly PartTrend[], width: number, style: Style): string {
  const rows = shape.map(({ part, last, before, from, to }) => {
    const aim = `${before === null ? '' : `${percent(before)} before, `}aim for ${Math.round(from * 100)} to ${percent(to)}`
    return { part, last, aim, tone: last >= from && last <= to ? 'good' : 'caution' } as const
  })
  if (style.plain)
    return rows
      .map(({ part, last, aim }) => `${wrap(`${part}: ${percent(last)}, ${aim}.`, width)}\n`)
      .join('')
  return columns(
    rows.map(({ part, last, aim, tone }) => [part, style[tone](percent(last).padStart(5)), aim]),
    width,
  )
}
