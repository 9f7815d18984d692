import { notRehearsed } from '../../progress/reasons.ts'
import { count, dateInWords } from '../../text/words.ts'
import type { PlanView } from '../plan.ts'
import { bars, behind } from './charts.ts'
import type { Report } from './data.ts'
import type { Html } from './html.ts'
import { mean, more, paragraph, section, short } from './parts.ts'

const mostSections = 12

/** How many questions of each section are ready. Those without an answer are only counted, where there are others. */
export function readiness({ standing: { bySection } }: Report): Html {
  const begun = bySection.filter(({ attempted }) => attempted > 0)
  const all = begun.length === 0 ? bySection : begun
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
    paragraph(
      all === bySection || begun.length === bySection.length
        ? null
        : `${count(bySection.length - begun.length, 'section')} not rehearsed yet.`,
    ),
    behind(
      'Readiness',
      ['Section', 'Questions', 'Ready', 'Rehearsed', 'Mean score'],
      rows.map((each) => [each.name, each.questions, each.ready, each.attempted, mean(each.meanScore)]),
    ),
  )
}

const mostDays = 14

type Day = PlanView['days'][number]

/** The days until the interview: how many minutes go to new questions, and how many to known ones. */
export function way({ days, date, rounds, minutes, questions, today, daysLeft }: PlanView): Html {
  const ahead = days.slice(0, mostDays).map((each) => ({ ...each, name: dateInWords(each.date, today.date) }))
  const most = Math.max(1, minutes, ...ahead.map((each) => each.minutes))
  const kept = `; ${questions.readyIfKept} on the day if you keep to the plan and your answers are solid`
  return section(
    `The way to ${dateInWords(rounds.at(-1)?.date ?? date, today.date)}`,
    paragraph(`${questions.ready} of ${questions.total} ready${daysLeft === 0 ? '' : kept}.`),
    bars(
      ahead.map((each) => ({
        label: each.name,
        note: each.questions.length === 0 ? emptyDay(each, rounds) : `${each.minutes} min, ${kindsOf(each)}`,
        parts: [
          { share: minutesOf(each, false) / most, tone: 'good', text: 'known' },
          { share: minutesOf(each, true) / most, tone: 'fair', text: 'new' },
        ],
      })),
    ),
    more(days.length - ahead.length, 'day'),
    behind(
      'The way',
      ['Day', 'Minutes', 'Questions'],
      ahead.map((each) => [each.name, each.minutes, askedOn(each)]),
    ),
  )
}

const emptyDay = ({ date }: Day, rounds: PlanView['rounds']): string =>
  rounds.some((round) => round.date === date) ? 'interview' : 'free'

const isNew = ({ reason }: Day['questions'][number]): boolean => reason === notRehearsed

const minutesOf = ({ questions }: Day, ofNew: boolean): number =>
  questions.filter((each) => isNew(each) === ofNew).reduce((sum, { minutes }) => sum + minutes, 0)

function kindsOf({ questions }: Day): string {
  const added = questions.filter(isNew).length
  return [
    [questions.length - added, 'known'],
    [added, 'new'],
  ]
    .flatMap(([n, kind]) => (n === 0 ? [] : [`${n} ${kind}`]))
    .join(' and ')
}

const mostAsked = 8

function askedOn({ questions }: Day): string {
  const left = questions.length - mostAsked
  const asked = questions
    .slice(0, mostAsked)
    .map(({ number, question }) => `${number}. ${short(question, 60)}`)
  return `${asked.join('; ')}${left > 0 ? ` and ${left} more` : ''}`
}
