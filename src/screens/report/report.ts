import { count, dateInWords, listed } from '../../text/words.ts'
import { interviewLine } from '../words.ts'
import type { Report } from './data.ts'
import { type Html, html } from './html.ts'
import { calibration, days, pauses, practice, scores, shape, talkTime } from './over-time.ts'
import { page } from './page.ts'
import { paragraph, section, short } from './parts.ts'
import { keyPoints, questions, stories, weakest } from './questions.ts'
import { readiness, way } from './readiness.ts'

/** Where the user stands, as one HTML page that loads nothing. */
export const report = (all: Report): string =>
  page(
    `Your rehearsals, ${dateInWords(all.date, '')}`,
    html`<header><h1>Your rehearsals</h1>
${summary(all).map(paragraph)}
<p class="own">This page holds your own words and scores: think before you pass it on. It loads nothing and sends nothing.</p></header>
<main>
${[readiness, wayOf, ...(all.statistics.attempts === 0 ? [none, practice, stories] : overAnswers)].map((part) => part(all))}
</main>`,
  )

const overAnswers = [
  scores,
  talkTime,
  shape,
  pauses,
  calibration,
  days,
  practice,
  keyPoints,
  stories,
  weakest,
  questions,
]

const wayOf = ({ plan }: Report): Html | null => (plan === null ? null : way(plan))

function summary({ date, since, banks, plan, standing, statistics }: Report): string[] {
  const { attempts, daysPractised } = statistics
  const { total, attempted, ready } = standing.questions
  const until = dateInWords(date, '')
  const time = since === null ? `Up to ${until}` : `From ${dateInWords(since, '')} to ${until}`
  return [
    `${time} · ${listed(banks.map((title) => short(title)))}`,
    ...(plan?.rounds ?? []).map((round) => `${interviewLine(round)}.`),
    `${count(attempts, 'answer')} on ${count(daysPractised.count, 'day')}. ${attempted} of ${count(total, 'question')} rehearsed, ${ready} ready.`,
  ]
}

function none({ since, standing }: Report): Html {
  return section(
    'No answers yet',
    paragraph(
      since === null || standing.attempts === 0
        ? 'Scores, times and points stand here after your first answer.'
        : `There are none since ${dateInWords(since, '')}. Without --since the page shows ${count(standing.attempts, 'older one')}.`,
    ),
  )
}
