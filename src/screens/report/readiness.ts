import { plainText } from '../../text/plain-text.ts'
import { count, dateInWords } from '../../text/words.ts'
import type { PlanView } from '../plan.ts'
import { bars, behind } from './charts.ts'
import type { Report } from './data.ts'
import type { Html } from './html.ts'
import { mean, more, paragraph, section, short } from './parts.ts'

const mostSections = 12

/** How many questions of each section are ready; sections without an answer come last. */
export function readiness({ standing }: Report): Html {
  const all = [...standing.bySection].sort((a, b) => Number(b.attempted > 0) - Number(a.attempted > 0))
  const rows = all.slice(0, mostSections).map((each) => ({
    ...each,
    name: each.section === null ? each.bank : short(each.section),
    begun: each.attempted - each.ready,
    left: each.questions - each.attempted,
  }))
  return section(
    'Readiness by section',
    bars(
      rows.map(({ name, questions, ready, begun, left }) => ({
        label: name,
        note: `${ready} ready, ${begun} rehearsed, ${left} not yet`,
        parts: [
          { share: ready / questions, tone: 'good', text: `${ready} ready` },
          { share: begun / questions, tone: 'fair', text: `${begun} rehearsed` },
        ],
      })),
    ),
    more(all.length - rows.length, 'section'),
    behind(
      'Readiness',
      ['Section', 'Questions', 'Ready', 'Rehearsed', 'Mean score'],
      rows.map((each) => [each.name, each.questions, each.ready, each.attempted, mean(each.meanScore)]),
    ),
  )
}

const mostDays = 14

/** The days until the interview. */
export function way({ days, date, minutes, questions, today, daysLeft }: PlanView): Html {
  const ahead = days.slice(0, mostDays)
  const wordsOf = (each: PlanView['days'][number]): string =>
    each.questions.length === 0 ? 'free' : `${count(each.questions.length, 'question')}, ${each.minutes} min`
  const asked = (each: PlanView['days'][number]): string =>
    each.questions
      .map(({ number, question }) => `${number}. ${short(plainText(question ?? ''), 60)}`)
      .slice(0, 8)
      .join('; ')
  return section(
    `The way to ${dateInWords(date, today.date)}`,
    paragraph(
      `${questions.ready} of ${questions.total} ready${daysLeft === 0 ? '' : `; ${questions.readyIfKept} on the day if you keep to the plan and your answers are solid`}.`,
    ),
    bars(
      ahead.map((each) => ({
        label: dateInWords(each.date, today.date),
        note: wordsOf(each),
        parts: [
          {
            share: each.minutes / Math.max(1, minutes, each.minutes),
            tone: 'good',
            text: `${each.minutes} min`,
          },
        ],
      })),
    ),
    more(days.length - ahead.length, 'day'),
    behind(
      'The way',
      ['Day', 'Minutes', 'Questions'],
      ahead.map((each) => [dateInWords(each.date, today.date), each.minutes, asked(each)]),
    ),
  )
}
