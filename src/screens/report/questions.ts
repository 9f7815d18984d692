import type { QuestionStatistics } from '../../progress/statistics.ts'
import { formatClock } from '../../text/duration.ts'
import { count, dateInWords, listed } from '../../text/words.ts'
import { letter } from '../stories.ts'
import { firstScore, pointsMade, scoreLabel, talkSummary } from '../words.ts'
import { bars, behind, plot, type Scale, table } from './charts.ts'
import type { Answer, Report } from './data.ts'
import { type Html, html } from './html.ts'
import { cut, mean, more, paragraph, percent, section, short, titleOf } from './parts.ts'

const mostRows = 10

/** Which key points are made and missed. */
export function keyPoints({ points }: Report): Html | null {
  if (points.length === 0) return null
  const shown = points.slice(0, mostRows)
  const missed = points
    .flatMap(({ question, made }) =>
      made.points.map((point) => ({ ...point, question: titleOf(question, 60) })),
    )
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
export function weakest(all: Report): Html | null {
  const rows = all.statistics.weakest
  if (rows.length === 0) return null
  return html`<section class="wide"><h2>Weakest questions</h2><div class="grid">${rows.map((row) => article(row, all))}</div></section>`
}

function article(row: QuestionStatistics, { answers, points, changes, date }: Report): Html {
  const own = answers.filter(({ question }) => question === row.id)
  const last = own.slice(-mostAnswers)
  const change = changes.get(row.id)
  const made = points.find(({ question }) => question.id === row.id)?.made.points ?? []
  const missed = made.filter(({ isMissing }) => isMissing).map(({ label }) => short(label))
  const scored = last.map((each) => ({
    label: dateInWords(each.date, date),
    value: each.score,
    text: scoreLabel(each.score),
  }))
  return html`<article><h3 dir="auto">${titleOf(row)}</h3>
${change === undefined ? null : html`<blockquote dir="auto">Change: ${cut(change, mostOfChange)}</blockquote>`}
${paragraph(missed.length === 0 ? null : `Missed last time: ${listed(missed)}.`)}
${plot(scored, scoreEnds, `Scores: ${last.map(({ score }) => score).join(', ')}`, 60)}
${behind('Its answers', ['Day', 'Score', 'Talk time', 'Points'], last.map(historyRow(date)))}${more(own.length - last.length, 'answer before', 'answers before')}</article>`
}

const mostOfChange = 600

const scoreEnds: Scale = {
  from: 0.6,
  to: 4.4,
  guides: [
    [1, '1'],
    [4, '4'],
  ],
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
const mostOfName = 80

/** Which stories show what the questions ask for: a letter for each story. */
export function stories({ stories: { stories: all, competencies } }: Report): Html | null {
  if (all.length === 0 && competencies.length === 0) return null
  const rows = competencies.slice(0, mostCompetencies).map(({ name, questions, stories: showing }) => {
    const letters = showing.slice(0, mostStories).map(letter).join(', ')
    const others = showing.length > mostStories ? ` and ${showing.length - mostStories} more` : ''
    return [cut(name, mostOfName), questions, letters === '' ? 'no story yet' : letters + others]
  })
  const shown = all
    .slice(0, mostStories)
    .map(({ name, words }, at) => [letter(at), words, cut(name, mostOfName) || 'no name'])
  return section(
    'Stories × competencies',
    paragraph(`${count(all.length, 'story', 'stories')}; 8 to 12 carry an interview.`),
    rows.length === 0 ? null : table(['Competency', 'Questions', 'Stories'], rows),
    more(competencies.length - rows.length, 'competency', 'competencies'),
    shown.length === 0 ? null : table(['Story', 'Words', 'Name'], shown),
    more(all.length - shown.length, 'story', 'stories'),
  )
}

const mostQuestions = 100

/** Every question that was answered. */
export function questions({ statistics }: Report): Html | null {
  const all = statistics.byQuestion.filter(({ attempts }) => attempts > 0)
  if (all.length === 0) return null
  return html`<section class="wide screen"><h2>All answered questions</h2><details><summary>${count(all.length, 'question')} as a table</summary>${table(
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
