// Three weeks of somebody who prepares for an interview with the shipped bank for managers, as lines of a journal. The same
// seed gives the same lines.

/** @typedef {{ id: string, budgetMs: number, shape: string | null, keyPoints: { text: string }[], followUps: string[] }} Question */
/** @typedef {{ at: number, line: Record<string, unknown> }} Moment What happened, and when, in ms since 1970. */

const dayMs = 24 * 60 * 60 * 1000
/** The first evening; the pictures are of the evening three weeks later, eight days before the interview. */
export const firstDay = Date.parse('2026-11-04T20:05:00Z')
export const today = Date.parse('2026-11-25T20:10:00Z')
export const interview = '2026-12-03'

const restDays = new Set([4, 8, 11, 16, 18])
const mockDays = new Set([10, 17])
/** From then on answers are recorded. */
const firstRecorded = 13
const questionsADay = 9
/** How many of them are new: many at first, few at last. */
const newOn = (/** @type {number} */ day) => (day < 7 ? 5 : day < 14 ? 4 : 2)
/** How many days after an answer it is asked again: longer from time to time. */
const gaps = [2, 4, 6, 9]

/** What is known best comes first, as people do it. */
const firstQuestions = [
  'about-yourself',
  'conflict-in-team',
  'failure',
  'one-to-ones',
  'missed-deadline',
  'difficult-feedback',
]

const changes = [
  'name the number first',
  'say what I did, not what we did',
  'start with the result',
  'one case, not three',
  'stop after the learning',
  'less background, more action',
  'say who disagreed, and why',
  'give the figure before and after',
  'name the trade-off',
  'pause after the question',
  'leave out the org chart',
  'end on what stayed',
]

const stories = {
  'conflict-in-team': `# The two on-call rotas

Competencies: conflict, coaching

Mira and Jonas each ran half of our on-call, and each thought the other half was the easy one. I noticed when Jonas swapped four shifts in a month and nobody told me.

I asked each of them to write down one week of the other's pages. Mira had 31 at night, Jonas 6, but his took two hours each. We put both lists on one page and I asked them to draw the rota together. They merged the halves. Pages at night went from 37 to 12 in six weeks, and they wrote the runbook that the next two joiners used.

What I learned: I had asked both of them how it was going, and neither time what it was like.`,
  failure: `# The migration that I kept too long

Competencies: failure, ownership, delivery

I owned the move to the new ledger, and for two months I reported it as on track because each part was. Nobody owned the whole, and that was my job.

We missed the quarter by five weeks. I told the director the same day, cut the scope to the three products that paid for it, and asked Pia, who had said so in week two, to run the plan. It shipped in four weeks.

Since then each of my projects has one page with one date, and the person who doubts it most reads it first.`,
  'difficult-feedback': `# Tomas and the design reviews

Competencies: coaching, conflict, communication

Tomas was our strongest engineer, and people had begun to bring him finished work only. I told him the same afternoon, with two examples and what each had cost: a week of rework, and a junior who asked to change teams.

He was angry for a day. Then we agreed on one thing: he asks three questions before he gives one opinion. After six weeks, reviews were at the sketch again, 9 of 11 of them.`,
}

/** @param {number} seed */
function chance(seed) {
  let state = seed
  return () => {
    state = (state * 48_271) % 2_147_483_647
    return state / 2_147_483_647
  }
}

/** @type {(at: number) => string} */
const timeOf = (at) => new Date(at).toISOString().replace('Z', '+00:00')

/**
 * Lines as the program writes them, stamped: an id each, unless the line brings one.
 * @param {readonly Moment[]} moments
 */
export const journalOf = (moments) =>
  moments
    .map(({ at, line: { type, id, ...rest } }, index) => {
      const stamp = { v: 1, id: id ?? `history-${String(index).padStart(4, '0')}`, at: timeOf(at) }
      return `\n${JSON.stringify({ ...stamp, type, ...rest })}\n`
    })
    .join('')

/**
 * All that happened from the first evening to the last.
 * @param {readonly Question[]} bank
 * @returns {Moment[]}
 */
export function history(bank) {
  const known = firstQuestions.map((name) => bank.find(({ id }) => id === `manager/${name}`) ?? [])
  const fresh = [...new Set([...known.flat(), ...inMixedOrder(bank)])]
  /** @type {Map<Question, Learned>} */
  const learned = new Map()
  const random = chance(20)
  const evenings = Array.from({ length: 21 }, (_, day) => day).filter((day) => !restDays.has(day))
  const answered = evenings.flatMap((day) => {
    const due = [...learned].filter(([, { due }]) => due <= day).sort(([, a], [, b]) => a.due - b.due)
    const isMock = mockDays.has(day)
    const started = isMock ? [] : fresh.splice(0, newOn(day))
    const again = due.map(([question]) => question).slice(0, isMock ? 5 : questionsADay - started.length)
    const questions = [...again, ...started]
    return evening(day, questions, learned, random)
  })
  return [...answered, ...besides()].sort((a, b) => a.at - b.at)
}

/**
 * What is known of a question: how often it was answered, when it is asked next, and the change that was noted last.
 * @typedef {{ times: number, due: number, talent: number, change: string | null }} Learned
 */

/**
 * From each section in turn.
 * @param {readonly Question[]} bank
 */
const inMixedOrder = (bank) =>
  bank
    .map((question, index) => ({ question, place: (index * 23) % bank.length }))
    .sort((a, b) => a.place - b.place)
    .map(({ question }) => question)

/**
 * A drill or a mock of some questions.
 * @param {number} day
 * @param {readonly Question[]} questions
 * @param {Map<Question, Learned>} learned
 * @param {() => number} random
 * @returns {Moment[]}
 */
function evening(day, questions, learned, random) {
  const isMock = mockDays.has(day)
  const mode = isMock ? 'mock' : 'drill'
  const id = `rehearsal-${String(day).padStart(2, '0')}`
  const options = {
    bank: 'manager',
    thinkMs: 30_000,
    talkMs: null,
    typed: false,
    extra: false,
    strict: false,
  }
  const start = firstDay + day * dayMs + Math.round(random() * 40) * 60_000
  const about = { type: 'rehearsal', id, mode, questions: questions.map((each) => each.id) }
  const rest = { options: { ...options, followUps: true }, pid: 4711 }
  let at = start
  const attempts = questions.map((question, index) => {
    const before = learned.get(question) ?? { times: 0, due: day, talent: random(), change: null }
    const answer = attempt(question, before, { day, isMock }, random)
    const gap = answer.score < 3 ? 1 : (gaps[before.times] ?? 12)
    const { times, talent } = before
    learned.set(question, {
      times: times + 1,
      due: day + gap,
      talent,
      change: answer.change ?? before.change,
    })
    at += answer.thinkMs + answer.talkMs + 60_000 + Math.round(random() * 60_000)
    const line = { type: 'attempt', id: `answer-${day}-${index}`, rehearsal: id, mode, ...answer }
    return { at, line }
  })
  const change = isMock ? 'breathe before the first sentence' : null
  return [
    { at: start, line: { ...about, ...rest, change: null, state: 'start' } },
    ...attempts,
    { at: at + 30_000, line: { ...about, ...rest, change, state: 'end' } },
  ]
}

/**
 * One answer: better and nearer to the budget each time and from week to week.
 * @param {Question} question
 * @param {Learned} learned
 * @param {{ day: number, isMock: boolean }} when
 * @param {() => number} random
 */
function attempt(question, { times, talent, change: noted }, { day, isMock }, random) {
  const skill = 1.3 + talent * 1.1 + times * 0.5 + day * 0.04 + (random() - 0.5) * 0.9
  const score = Math.min(4, Math.max(1, Math.round(skill)))
  const doubt = random()
  const committed = Math.min(4, Math.max(1, score + (doubt < 0.2 ? 1 : doubt > 0.9 ? -1 : 0)))
  const spread = 0.4 - Math.min(0.28, times * 0.08 + day * 0.01)
  const share = 1.02 - times * 0.02 + (random() - 0.5) * spread * 2
  const talkMs = Math.round(question.budgetMs * (score === 1 ? share * 0.5 : share))
  const points = question.keyPoints.map(({ text }) => text)
  const made = points.filter(() => random() < score * 0.23)
  const reply = question.followUps[Math.floor(random() * question.followUps.length)]
  return {
    question: question.id,
    thinkMs: 6000 + Math.round(random() * 16_000),
    talkMs,
    budgetMs: question.budgetMs,
    committed,
    score,
    final: true,
    points: 'answer',
    made,
    of: points.length,
    changeMade: noted === null ? null : random() < 0.4 + day * 0.02,
    change: isMock || score === 4 ? null : (changes[Math.floor(random() * changes.length)] ?? null),
    typed: null,
    followUp: isMock && reply ? { text: reply, talkMs: 30_000 + Math.round(random() * 14_000) } : null,
    ...(question.shape === 'star' && day > 4 && score > 1 && { shape: shapeOf(talkMs, random) }),
    extra: false,
    ...(day >= firstRecorded && { voice: voiceOf(score, random) }),
  }
}

/** @type {(talkMs: number, random: () => number) => [string, number][]} */
function shapeOf(talkMs, random) {
  const weights = [0.2, 0.1, 0.48, 0.14, 0.08].map((weight) => weight * (0.75 + random() * 0.5))
  const all = weights.reduce((sum, weight) => sum + weight, 0)
  const parts = ['Situation', 'Task', 'Action', 'Result', 'Learning']
  return parts.map((part, index) => [part, Math.round(((weights[index] ?? 0) / all) * talkMs)])
}

/** @type {(score: number, random: () => number) => Record<string, number>} */
function voiceOf(score, random) {
  const longestPauseMs = Math.round((5.2 - score + random() * 1.6) * 1000)
  const pauses = longestPauseMs > 2000 ? 1 + Math.floor(random() * (5 - score)) : 0
  const silence = Math.round((0.1 + random() * 0.1) * 100) / 100
  return { firstMs: Math.round(700 + random() * 1800), longestPauseMs, pauses, silence }
}

/**
 * What is not an answer to a question: stories, a ladder, a sprint, and what is never to be said.
 * @returns {Moment[]}
 */
function besides() {
  const later = (/** @type {number} */ day) => firstDay + day * dayMs + 90 * 60_000
  const written = Object.entries(stories).map(([name, text], index) => ({
    at: later(6 + 5 * index),
    line: { type: 'story', question: `manager/${name}`, text },
  }))
  const rounds = [
    { budgetMs: 180_000, talkMs: 141_000, cut: null },
    { budgetMs: 90_000, talkMs: 97_000, cut: 'the years before the checkout' },
    { budgetMs: 60_000, talkMs: 62_000, cut: 'the two stopped projects' },
    { budgetMs: 30_000, talkMs: 33_000, cut: null },
  ]
  const firstLines = ['conflict-in-team', 'failure', 'missed-deadline', 'difficult-feedback', 'one-to-ones']
  const answers = firstLines.map((name, index) => {
    const froze = index === 2
    return { question: `manager/${name}`, ms: froze ? 10_000 : 3400 + index * 900, line: null, froze }
  })
  return [
    ...written,
    { at: later(13), line: { type: 'practice', mode: 'ladder', question: 'manager/about-yourself', rounds } },
    { at: later(19), line: { type: 'practice', mode: 'sprint', answers } },
    { at: later(14), line: { type: 'never', text: 'to be honest', state: 'added' } },
    { at: later(14) + 1000, line: { type: 'never', text: 'we had no choice', state: 'added' } },
  ]
}
