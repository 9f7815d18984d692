import type { QuestionStatistics, Statistics } from '../progress/statistics.ts'
import { scoreNames } from '../rehearsal/scores.ts'
import { formatClock } from '../text/duration.ts'
import { plainText } from '../text/plain-text.ts'
import { count } from '../text/words.ts'
import { wrap } from '../text/wrap.ts'
import { drawBar } from './bar.ts'
import { calendar } from './calendar.ts'
import { columns } from './columns.ts'
import type { Style } from './style.ts'
import { calibrationOf } from './words.ts'

/** Where the user stands, as a screen. */
export function stats(all: Statistics, today: number, width: number, style: Style): string {
  if (all.attempts === 0) return 'No attempt yet: the first one starts the statistics.\n'
  const title = (text: string): string => `${style.bold(text)}\n`
  const { questions, daysPractised } = all
  const parts = [
    `${wrap(
      `${count(all.attempts, 'attempt')} on ${count(daysPractised.count, 'day')} · ${questions.attempted} of ${count(questions.total, 'question')} rehearsed · ${questions.ready} ready`,
      width,
    )}\n`,
    title('Scores over time') +
      columns(
        all.byDay
          .slice(-14)
          .map(({ date, attempts, meanScore }) => [
            date,
            drawBar((meanScore ?? 0) / 4, barCells(width), style),
            `${mean(meanScore)} over ${count(attempts, 'attempt')}`,
          ]),
        width,
      ),
    title('Days practised') + calendar(all.byDay, today, width, style),
    title('Talk time against budget') + timeRows(all.time, width, style),
    title('Calibration') +
      `${wrap(calibrationOf(all.calibration.mean) ?? 'No reviewed attempt yet.', width)}\n`,
    title('By section') +
      columns(
        all.bySection
          .filter((each) => each.attempts > 0)
          .map(({ section, bank, questions: own, attempted, ready, meanScore }) => [
            `${attempted} of ${own} rehearsed`,
            `${ready} ready`,
            `mean ${mean(meanScore)}`,
            section === null ? bank : plainText(section),
          ]),
        width,
      ),
    title('By question') + byQuestion(all, width),
    title('Weakest') +
      columns(
        all.weakest.map((row) => [
          row.lastScore === null ? '' : `${row.lastScore} ${scoreNames[row.lastScore]}`,
          titleOf(row),
        ]),
        width,
      ),
  ]
  return parts.join('\n')
}

const mean = (value: number | null): string => (value === null ? '-' : value.toFixed(1))

const titleOf = ({ number, question, id }: QuestionStatistics): string =>
  question === null ? `${id} (no longer in a bank)` : `${number}. ${plainText(question)}`

/** More rows than this nobody reads. */
const mostRows = 100

function byQuestion({ byQuestion: all }: Statistics, width: number): string {
  const rows = all.filter(({ attempts }) => attempts > 0)
  const more = rows.length - mostRows
  const table = columns(rows.slice(0, mostRows).map(questionCells), width)
  return more <= 0
    ? table
    : `${table}${wrap(`And ${count(more, 'more question', 'more questions')}: --json has all.`, width)}\n`
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

/** How long bars are in a window of so many columns. */
const barCells = (width: number): number => (width < 60 ? 5 : 12)
