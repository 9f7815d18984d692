import { default_w, FSRSAlgorithm } from 'ts-fsrs'

/**
 * Questions, days until the interview, answers a day.
 * @typedef {{ questions: number, days: number, perDay: number }} Setting
 */

/**
 * What is otherwise than the planner believes; `scale` is applied to the stability after each answer, `late` is how many
 * days after the planned day the interview is.
 * @typedef {{ scale?: number, weightsOff?: number, missed?: number, first?: number[], lengths?: boolean, late?: number }} World
 */

/** @typedef {{ stability: number, difficulty: number, lastDay: number }} Memory */
/** @import { Schedule } from '../../../src/progress/progress.ts' */
/** @typedef {{ id: string, place: number, number: number, memory: Schedule | null, minutes: number, days: number, isWeak: boolean, lastScore: number }} Question */
/** @import { PlanParameters } from '../../../src/progress/plan.ts' */

/**
 * The planner of the program, bundled.
 * @typedef {object} Planner
 * @property {(questions: Question[], day: number, terms: PlanParameters) => Question[]} questionsOf
 * @property {(memory: Schedule, day: number) => number} recallOn
 * @property {(before: Schedule | null, score: number, day: number) => Schedule} nextSchedule
 * @property {(questions: number, answers: number, days: number) => number} minutePrice
 * @property {(questions: Question[], progress: object, options: object) => { question: Question }[]} pick
 */

/** @import { Grade } from 'ts-fsrs' */
/** @typedef {{ planner: Planner, terms: PlanParameters, seed: number }} Policy */

/** Shares of the grades 1 to 4 of a first answer, and of 2 to 4 of a later one: the simulator of fsrs-rs. */
export const firstShares = [0.24, 0.094, 0.495, 0.171]
export const laterShares = [0.224, 0.631, 0.145]

/** @type {(w: number[]) => FSRSAlgorithm} */
const fsrsOf = (w) =>
  new FSRSAlgorithm({ w, enable_short_term: false, enable_fuzz: false, request_retention: 0.9 })
const usual = fsrsOf([...default_w])

/**
 * By name.
 * @type {Record<string, World>}
 */
export const worlds = {
  'as believed': {},
  'stability × 0.5': { scale: 0.5 },
  'stability × 0.7': { scale: 0.7 },
  'stability × 1.3': { scale: 1.3 },
  'weights off by 30 %': { weightsOff: 0.3 },
  'one day in five missed': { missed: 0.2 },
  'weaker first grades': { first: [0.4, 0.2, 0.35, 0.05] },
  'stronger first grades': { first: [0.1, 0.05, 0.55, 0.3] },
  'unequal lengths': { lengths: true },
  'a day later': { late: 1 },
}

// What the numbers that chance takes are for. Each has its place, so that all policies meet the same learner.
const chance = { blank: 1, grade: 2, order: 3, missed: 4, length: 5, weight: 6 }

/**
 * A number from 0 to 1 that hangs on these four alone.
 * @param {number} seed
 * @param {number} purpose
 * @param {number} a
 * @param {number} b
 */
function uniform(seed, purpose, a, b = 0) {
  let x = Math.imul(seed + 1, 0x9e3779b1) ^ Math.imul(purpose, 0x85ebca6b)
  x = mix(x ^ Math.imul(a + 1, 0xc2b2ae35))
  x = mix(x ^ Math.imul(b + 1, 0x27d4eb2f))
  return (mix(x + 0x6d2b79f5) >>> 0) / 2 ** 32
}

/** @param {number} value */
function mix(value) {
  let x = Math.imul(value ^ (value >>> 16), 0x7feb352d)
  x = Math.imul(x ^ (x >>> 15), 0x846ca68b)
  return x ^ (x >>> 16)
}

/**
 * @param {number[]} shares
 * @param {number} at
 */
function drawn(shares, at) {
  let left = at
  for (let i = 0; i < shares.length - 1; i++) {
    left -= shares[i] ?? 0
    if (left < 0) return i
  }
  return shares.length - 1
}

/**
 * How the memory of one learner really is.
 * @param {World} world
 * @param {number} seed
 */
function truthOf({ scale = 1, weightsOff = 0, first = firstShares }, seed) {
  const fsrs =
    weightsOff === 0
      ? usual
      : fsrsOf(default_w.map((w, i) => w * (1 + weightsOff * (2 * uniform(seed, chance.weight, i) - 1))))
  /** @type {(memory: Memory, day: number) => number} */
  const recall = ({ stability, lastDay }, day) => fsrs.forgetting_curve(day - lastDay, stability)
  return {
    recall,
    /**
     * The grade of an answer, and the memory after it.
     * @param {Memory | null} memory
     * @param {number} day
     * @param {number} question
     * @param {number} count
     * @returns {{ score: number, memory: Memory }}
     */
    answer(memory, day, question, count) {
      const grade = uniform(seed, chance.grade, question, count)
      const isBlank = memory !== null && uniform(seed, chance.blank, question, count) >= recall(memory, day)
      const score = memory === null ? drawn(first, grade) + 1 : isBlank ? 1 : drawn(laterShares, grade) + 2
      const elapsed = memory ? day - memory.lastDay : 0
      const { stability, difficulty } = fsrs.next_state(memory, elapsed, /** @type {Grade} */ (score))
      return { score, memory: { stability: Math.max(0.001, stability * scale), difficulty, lastDay: day } }
    },
  }
}

/**
 * By rank, and among equals the lowest recall first.
 * @param {Question[]} questions
 * @param {number} day
 * @param {Planner['recallOn']} recallOn
 * @param {(memory: Schedule | null) => number} rank
 */
function ranked(questions, day, recallOn, rank) {
  const rows = questions.map((question) => ({
    question,
    rank: rank(question.memory),
    recall: question.memory ? recallOn(question.memory, day) : 0,
  }))
  return rows.sort((a, b) => a.rank - b.rank || a.recall - b.recall).map(({ question }) => question)
}

/**
 * A plan for one interview about all questions.
 * @type {(minutes: number, interview: number, kappa: number) => PlanParameters}
 */
export const termsOf = (minutes, interview, kappa) => ({
  minutes,
  rounds: [{ interview, kappa, covers: null }],
})

/**
 * In which order a policy takes the questions that may be answered on a day.
 * @type {Record<string, (questions: Question[], day: number, context: Policy) => Question[]>}
 */
const policies = {
  plan(questions, day, { planner, terms }) {
    const chosen = planner.questionsOf(questions, day, terms)
    const others = questions.filter((question) => !chosen.includes(question))
    return [...chosen, ...ranked(others, day, planner.recallOn, () => 0)]
  },
  random: (questions, day, { seed }) =>
    questions
      .map((question) => ({ question, at: uniform(seed, chance.order, day, question.number) }))
      .sort((a, b) => a.at - b.at)
      .map(({ question }) => question),
  'due-first': (questions, day, { planner }) =>
    ranked(questions, day, planner.recallOn, (memory) =>
      memory === null ? 1 : memory.dueDay <= day ? 0 : 2,
    ),
  'new-first': (questions, day, { planner }) =>
    ranked(questions, day, planner.recallOn, (memory) =>
      memory === null ? 0 : memory.dueDay <= day ? 1 : 2,
    ),
  'pick-new': (questions, day, { planner }) => picked(questions, 'new', day, planner),
  'most-overdue': (questions, day) =>
    questions.toSorted((a, b) => overdue(b.memory, day) - overdue(a.memory, day)),
}

/**
 * The order of `--pick`, by the program itself.
 * @param {Question[]} questions
 * @param {string} by
 * @param {number} day
 * @param {Planner} planner
 */
function picked(questions, by, day, planner) {
  const known = questions.flatMap(({ id, memory, lastScore }) =>
    memory === null
      ? []
      : [/** @type {const} */ ([id, { schedule: memory, dueDay: memory.dueDay, lastScore }])],
  )
  const options = { by, count: questions.length, day, random: null }
  return planner.pick(questions, { questions: new Map(known) }, options).map(({ question }) => question)
}

/**
 * How long a question has been waiting, for each day from its last answer to the one on which it was due; new ones most.
 * @param {Schedule | null} memory
 * @param {number} day
 */
const overdue = (memory, day) =>
  memory === null ? Number.MAX_VALUE : (day - memory.lastDay) / (memory.dueDay - memory.lastDay)

export const policyNames = Object.keys(policies)

/**
 * A learner who starts from nothing and keeps to a policy: the real recall of each question on the day, null if new.
 * @param {string} policy
 * @param {Setting} setting
 * @param {World} world
 * @param {number} seed
 * @param {Planner} planner
 */
function recallsOf(policy, { questions: count, days, perDay }, world, seed, planner) {
  const truth = truthOf(world, seed)
  /** @type {Question[]} */
  const questions = Array.from({ length: count }, (_, number) => ({
    id: `bench/q-${number}`,
    place: number,
    number,
    memory: null,
    minutes: 1,
    days: 0,
    isWeak: false,
    lastScore: 0,
  }))
  const now = world.lengths ? unequal(questions, seed) : questions
  /** @type {{ memory: Memory | null, answers: number }[]} */
  const real = now.map(() => ({ memory: null, answers: 0 }))
  const kappa = planner.minutePrice(count, perDay, days)
  const context = { planner, seed, terms: termsOf(perDay, days, kappa) }
  for (let day = 0; day < days; day++) {
    if (uniform(seed, chance.missed, day) < (world.missed ?? 0)) continue
    let left = perDay + 1e-9
    for (const question of policies[policy]?.(now, day, context) ?? []) {
      if (question.minutes > left) continue
      left -= question.minutes
      const own = real[question.number] ?? { memory: null, answers: 0 }
      const { score, memory } = truth.answer(own.memory, day, question.number, own.answers)
      real[question.number] = { memory, answers: own.answers + 1 }
      now[question.number] = {
        ...question,
        memory: planner.nextSchedule(question.memory, score, day),
        days: question.days + 1,
        isWeak: score < 3,
        lastScore: score,
      }
    }
  }
  return real.map(({ memory }) => (memory === null ? null : truth.recall(memory, days + (world.late ?? 0))))
}

/**
 * From half a minute to two, and one on average.
 * @param {Question[]} questions
 * @param {number} seed
 */
function unequal(questions, seed) {
  const lengths = questions.map(({ number }) => 4 ** (uniform(seed, chance.length, number) - 0.5))
  const mean = sum(lengths) / lengths.length
  return questions.map((question, i) => ({ ...question, minutes: (lengths[i] ?? 0) / mean }))
}

/** @type {(values: number[]) => number} */
const sum = (values) => values.reduce((total, value) => total + value, 0)
/** @type {(values: number[]) => number} */
const mean = (values) => sum(values) / values.length

/**
 * Of one learner: the mean recall with what is new counted 0 and 0.65, the share of 0.8 and more, the worst tenth.
 * @param {(number | null)[]} recalls
 */
function measured(recalls) {
  const asZero = recalls.map((recall) => recall ?? 0)
  const worst = asZero.toSorted((a, b) => a - b).slice(0, Math.ceil(recalls.length / 10))
  return {
    recall: mean(asZero),
    generous: mean(recalls.map((recall) => recall ?? 0.65)),
    ready: mean(asZero.map((recall) => (recall >= 0.8 ? 1 : 0))),
    worst: mean(worst),
  }
}

/**
 * By policy, what each of so many learners comes to.
 * @param {Setting} setting
 * @param {string} world
 * @param {number} seeds
 * @param {Planner} planner
 */
export function simulated(setting, world, seeds, planner, policies = policyNames) {
  return Object.fromEntries(
    policies.map((policy) => [
      policy,
      Array.from({ length: seeds }, (_, seed) =>
        measured(recallsOf(policy, setting, worlds[world] ?? {}, seed, planner)),
      ),
    ]),
  )
}
