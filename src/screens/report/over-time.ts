import { groupBy } from '../../progress/group-by.ts'
import { zoneOf } from '../../rehearsal/zone.ts'
import { dayOfDate } from '../../text/dates.ts'
import { formatClock } from '../../text/duration.ts'
import { count, dateInWords } from '../../text/words.ts'
import { hasSpeech } from '../../voice/voice.ts'
import { practiceSentences } from '../practice-lines.ts'
import { calibrationOf, hasNoAnswer, scoreLabel } from '../words.ts'
import { bars, behind, calendar, type Point, plot } from './charts.ts'
import type { Answer, Report } from './data.ts'
import type { Html } from './html.ts'
import { mean, more, nameOf, paragraph, percent, section } from './parts.ts'

/** So many points are drawn, the last ones. */
const mostPoints = 60

const scoreScale = {
  from: 0.8,
  to: 4.2,
  guides: ([1, 2, 3, 4] as const).map((score) => [score, scoreLabel(score)] as const),
}

/** Scores over time: the mean of each day. */
export function scores({ statistics, date }: Report): Html {
  const shown = statistics.byDay.slice(-mostPoints)
  const points = shown.map((each) => ({
    label: dateInWords(each.date, date),
    value: each.meanScore ?? 0,
    text: mean(each.meanScore),
  }))
  return section(
    'Scores over time',
    paragraph(`Mean of each day; ${mean(statistics.meanScore)} over all.`),
    plot(points, scoreScale, about('Mean score of each day', points)),
    more(statistics.byDay.length - shown.length, 'day before'),
    behind(
      'Scores',
      ['Day', 'Mean score', 'Answers'],
      shown.map((each) => [dateInWords(each.date, date), mean(each.meanScore), each.attempts]),
    ),
  )
}

const about = (what: string, points: readonly Point[]): string => {
  const [first] = points
  const last = points.at(-1)
  return first === undefined || last === undefined || points.length === 1
    ? `${what}: ${first?.text ?? 'none'}`
    : `${what}: from ${first.text} on ${first.label} to ${last.text} on ${last.label}`
}

const most = 40

const isTimed = (answer: Answer): boolean =>
  !hasNoAnswer(answer) && answer.typed === null && answer.budgetMs > 0

/** Talk time against the budget: in which zone the answers are, and the last ones one by one. */
export function talkTime({ answers, date, statistics }: Report): Html | null {
  const timed = answers.filter(isTimed)
  if (timed.length === 0) return null
  const shareOf = ({ talkMs, budgetMs }: Answer): number => talkMs / budgetMs
  const zones = [
    ...groupBy(
      [...timed].sort((a, b) => shareOf(a) - shareOf(b)),
      ({ talkMs, budgetMs }) => zoneOf(talkMs, budgetMs),
    ),
  ]
  const last = timed.slice(-most)
  const points = last.map((each) => ({
    label: dateInWords(each.date, date),
    value: shareOf(each),
    text: `${formatClock(each.talkMs)} of ${formatClock(each.budgetMs)}`,
  }))
  return section(
    'Talk time against budget',
    paragraph(
      `On average ${percent(timed.reduce((sum, each) => sum + shareOf(each), 0) / timed.length)} of the budget.`,
    ),
    bars(
      zones.map(([zone, own]) => ({
        label: zone,
        note: count(own.length, 'answer'),
        parts: [{ share: own.length / timed.length, tone: tones[zone] ?? 'fair', text: String(own.length) }],
      })),
    ),
    plot(
      points,
      {
        from: 0,
        to: 2,
        guides: [
          [0, '0'],
          [1, 'budget'],
          [2, 'twice'],
        ],
      },
      about('Talk time of the last answers', points),
      110,
    ),
    more(timed.length - last.length, 'answer before', 'answers before'),
    behind(
      'Talk time',
      ['Question', 'Day', 'Talk time', 'Zone'],
      last.map((each) => [
        nameOf(each.question, statistics),
        dateInWords(each.date, date),
        `${formatClock(each.talkMs)} of ${formatClock(each.budgetMs)}`,
        zoneOf(each.talkMs, each.budgetMs),
      ]),
    ),
  )
}

const tones: Record<string, 'good' | 'weak'> = { 'on time': 'good', over: 'weak' }

/** How the time of the last answers fell on their parts. */
export function shape({ shape: parts }: Report): Html | null {
  if (parts.length === 0) return null
  const aim = (from: number, to: number): string => `aim for ${Math.round(from * 100)} to ${percent(to)}`
  return section(
    'Parts of an answer',
    paragraph('The last answers in which you marked the parts; the dashed frame is what to aim for.'),
    bars(
      parts.map(({ part, last, before, from, to }) => ({
        label: part,
        note: `${percent(last)}${before === null ? '' : `, ${percent(before)} before`}, ${aim(from, to)}`,
        parts: [{ share: last, tone: last < from || last > to ? 'fair' : 'good', text: '' }],
        band: [from, to],
      })),
    ),
    behind(
      'Parts',
      ['Part', 'Last answers', 'Before', 'Aim'],
      parts.map(({ part, last, before, from, to }) => [
        part,
        percent(last),
        before === null ? '–' : percent(before),
        aim(from, to),
      ]),
    ),
  )
}

/** The longest pause of each recorded answer, in ms, and the share of silence, from 0 to 1. */
export function pauses({ answers, date, statistics }: Report): Html | null {
  const spoken = answers.flatMap((each) => {
    const { voice } = each
    return voice === undefined || !hasSpeech(voice) ? [] : [{ ...each, ...voice }]
  })
  if (spoken.length === 0) return null
  const last = spoken.slice(-most)
  const points = last.map((each) => ({
    label: dateInWords(each.date, date),
    value: each.longestPauseMs / 1000,
    text: seconds(each.longestPauseMs),
  }))
  const top = Math.max(4, ...points.map(({ value }) => Math.ceil(value)))
  return section(
    'Pauses',
    paragraph('The longest pause of each recorded answer.'),
    plot(
      points,
      {
        from: 0,
        to: top,
        guides: [
          [0, '0 s'],
          [2, '2 s'],
          [top, `${top} s`],
        ],
      },
      about('Longest pause', points),
      110,
    ),
    more(spoken.length - last.length, 'answer before', 'answers before'),
    behind(
      'Pauses',
      ['Question', 'Day', 'Longest pause', 'Silence'],
      last.map((each) => [
        nameOf(each.question, statistics),
        dateInWords(each.date, date),
        seconds(each.longestPauseMs),
        percent(each.silence),
      ]),
    ),
  )
}

const seconds = (ms: number): string => `${(ms / 1000).toFixed(1)} s`

/** How the scores before and after seeing the answer differ. */
export function calibration({ answers, statistics, date }: Report): Html | null {
  const reviewed = answers.filter(({ final }) => final)
  if (reviewed.length === 0) return null
  const byGap = groupBy(reviewed, ({ committed, score }) => committed - score)
  const gaps = [...byGap.keys()].sort((a, b) => b - a)
  const rows = gaps.map((gap) => ({ gap, answers: byGap.get(gap)?.length ?? 0 }))
  const byDay = [...groupBy(reviewed, (each) => each.date)].slice(-mostPoints)
  const points = byDay.map(([day, own]) => {
    const value = own.reduce((sum, { committed, score }) => sum + committed - score, 0) / own.length
    // not -0.0, which rounding may give
    return { label: dateInWords(day, date), value, text: (Math.round(value * 10) / 10 || 0).toFixed(1) }
  })
  return section(
    'Calibration',
    paragraph(calibrationOf(statistics.calibration.mean)),
    bars(
      rows.map((each) => ({
        label: gapInWords(each.gap),
        note: count(each.answers, 'answer'),
        parts: [
          {
            share: each.answers / reviewed.length,
            tone: each.gap === 0 ? 'good' : 'fair',
            text: String(each.answers),
          },
        ],
      })),
    ),
    plot(
      points,
      {
        from: -2,
        to: 2,
        guides: [
          [2, '2 higher'],
          [0, 'the same'],
          [-2, '2 lower'],
        ],
      },
      about('First score minus final score', points),
      110,
    ),
    behind(
      'Calibration',
      ['First score', 'Answers'],
      rows.map((each) => [gapInWords(each.gap), each.answers]),
    ),
    behind(
      'Calibration by day',
      ['Day', 'First minus final score'],
      points.map(({ label, text }) => [label, text]),
    ),
  )
}

const gapInWords = (gap: number): string =>
  gap === 0
    ? 'the same before and after'
    : `${Math.abs(gap)} ${gap > 0 ? 'higher' : 'lower'} before the answer was seen`

/** The days practised, with the number of answers. */
export function days({ statistics, day }: Report): Html | null {
  const answers = new Map(statistics.byDay.map((each) => [each.date, each.attempts]))
  const first = dayOfDate(statistics.byDay[0]?.date ?? '')
  return section(
    'Days practised',
    paragraph(
      `${count(statistics.daysPractised.count, 'day')}. Each cell is the number of answers of a day.`,
    ),
    calendar((each) => answers.get(each) ?? 0, first ?? day, day),
  )
}

/** What ladders and sprints add up to, in words. */
export function practice({ practice: all }: Report): Html | null {
  const sentences = practiceSentences(all)
  return sentences.length === 0 ? null : section('Ladders and sprints', sentences.map(paragraph))
}
