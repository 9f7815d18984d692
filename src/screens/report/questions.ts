import type { QuestionStatistics } from '../../progress/statistics.ts'
import { formatClock } from '../../text/duration.ts'
import { count, dateInWords } from '../../text/words.ts'
import { firstScore, pointsMade, scoreLabel, talkSummary } from '../words.ts'
import { bars, behind, plot, table } from './charts.ts'
import type { Answer, Report } from './data.ts'
import { type Html, html } from './html.ts'
import { mean, more, paragraph, percent, section, short, titleOf } from './parts.ts'

const mostRows = 10

/** Which key points are made and missed. */
export function keyPoints({ points }: Report): Html | null {
  if (points.length === 0) return null
  const shown = points.slice(0, mostRows)
  const missed = points
    .flatMap(({ question, made }) => made.points.map((point) => ({ ...point, question: titleOf(question) })))
    .filter(({ made, of }) => made < of)
    .sort((a, b) => b.of - b.made - (a.of - a.made))
  const sum = (of: 'made' | 'of'): number => points.reduce((total, { made }) => total + made[of], 0)
  return section(
    'Key points made and missed',
    paragraph(`${sum('made')} of ${count(sum('of'), 'point')} made in all.`),
    bars(
      shown.map(({ question, made: { made, of } }) => ({
        label: titleOf(question),
        note: `${made} made, ${of - made} missed`,
        parts: [{ share: made / of, tone: 'good', text: percent(made / of) }],
      })),
    ),
    more(points.length - shown.length, 'question'),
    behind(
      'Points',
      ['Question', 'Made', 'Missed'],
      shown.map(({ question, made: { made, of } }) => [titleOf(question), made, of - made]),
    ),
    missed.length === 0
      ? null
      : html`<h3>Missed most</h3>${table(
          ['Point', 'Missed', 'Question'],
          missed
            .slice(0, mostRows)
            .map(({ label, made, of, question }) => [short(label), `${of - made} of ${of}`, question]),
        )}${more(missed.length - mostRows, 'point')}`,
  )
}

const mostAnswers = 8

/** The weakest questions with their last answers, and what to do differently. */
export function weakest({ statistics, answers, points, changes, date }: Report): Html | null {
  if (statistics.weakest.length === 0) return null
  const ids = new Set(statistics.weakest.map(({ id }) => id))
  const own = answers.filter(({ question }) => ids.has(question))
  const missing = new Map(
    points.map(({ question, made }) => [question.id, made.points.filter(({ isMissing }) => isMissing)]),
  )
  const article = (row: QuestionStatistics): Html => {
    const all = own.filter(({ question }) => question === row.id)
    const last = all.slice(-mostAnswers)
    const change = changes.get(row.id)
    const missed = missing.get(row.id) ?? []
    const scored = last.map((each) => ({
      label: dateInWords(each.date, date),
      value: each.score,
      text: scoreLabel(each.score),
    }))
    return html`<article><h3 dir="auto">${titleOf(row)}</h3>
${change === undefined ? null : html`<blockquote dir="auto">Change: ${short(change, 600)}</blockquote>`}
${
  missed.length === 0
    ? null
    : html`<p>Missed last time: ${missed
        .slice(0, mostRows)
        .map(({ label }) => short(label))
        .join('; ')}${missed.length > mostRows ? ` and ${missed.length - mostRows} more` : ''}.</p>`
}
${plot(
  scored,
  {
    from: 0.6,
    to: 4.4,
    guides: [
      [1, '1'],
      [4, '4'],
    ],
  },
  `Scores: ${last.map(({ score }) => score).join(', ')}`,
  60,
)}
${behind('Its answers', ['Day', 'Score', 'Talk time', 'Points'], last.map(historyRow(date)))}${more(all.length - last.length, 'answer before', 'answers before')}</article>`
  }
  return html`<section class="wide"><h2>Weakest questions</h2>${statistics.weakest.map(article)}</section>`
}

const historyRow =
  (today: string) =>
  (answer: Answer): string[] => [
    dateInWords(answer.date, today),
    [scoreLabel(answer.score), firstScore(answer)].filter((each) => each !== null).join(', '),
    talkSummary(answer),
    pointsMade(answer) ?? '–',
  ]

const mostCompetencies = 20
const mostStories = 26

/** Which stories show what the questions ask for. */
export function stories({ stories: all, competencies }: Report): Html | null {
  if (all.length === 0 && competencies.length === 0) return null
  const shown = all
    .slice(0, mostStories)
    .map((each, at) => ({ ...each, letter: String.fromCharCode(65 + at) }))
  const rows = competencies.slice(0, mostCompetencies).map(({ name, questions }) => {
    const showing = shown.filter((each) => each.competencies.includes(name))
    return [
      name,
      questions,
      showing.length === 0
        ? 'no story yet'
        : html`<ul>${showing.map((each) => html`<li dir="auto">${each.name}</li>`)}</ul>`,
    ]
  })
  return section(
    'Stories × competencies',
    paragraph(`${count(all.length, 'story', 'stories')}; 8 to 12 carry an interview.`),
    html`<ul>${shown.filter((each) => each.competencies.length === 0).map(({ name }) => html`<li dir="auto">${name}</li>`)}</ul>`,
    more(all.length - shown.length, 'story', 'stories'),
    rows.length === 0 ? null : table(['Competency', 'Questions', 'Stories'], rows),
    more(competencies.length - rows.length, 'competency', 'competencies'),
  )
}

const mostQuestions = 100

/** Every question that was answered. */
export function questions({ statistics }: Report): Html | null {
  const all = statistics.byQuestion.filter(({ attempts }) => attempts > 0)
  if (all.length === 0) return null
  return html`<section class="wide"><h2>All answered questions</h2><details><summary>${count(all.length, 'question')} as a table</summary>${table(
    ['Question', 'Answers', 'Last score', 'Mean', 'Mean talk time', 'Ready'],
    all
      .slice(0, mostQuestions)
      .map((row) => [
        titleOf(row),
        row.attempts,
        row.lastScore === null ? '–' : scoreLabel(row.lastScore),
        mean(row.meanScore),
        `${row.meanTalkMs === null ? '–' : formatClock(row.meanTalkMs)}${row.budgetMs === null ? '' : ` of ${formatClock(row.budgetMs)}`}`,
        row.ready ? 'yes' : 'no',
      ]),
  )}${more(all.length - mostQuestions, 'question')}</details></section>`
}
