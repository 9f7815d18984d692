import { policyNames, worlds } from './simulation.mjs'

/**
 * @import { Result } from '../plan.mjs'
 * @import { Setting } from './simulation.mjs'
 */

/** @typedef {'recall' | 'generous' | 'ready' | 'worst'} What */
/** @typedef {{ mean: number, error: number }} Moments */
/** @typedef {Record<string, Record<What, number>[]>} Learners */
/** @typedef {(policy: string, what: What) => Moments} Figure */

/** The policies that do as much with new questions as the plan: what it has to beat. */
const rivals = ['new-first', 'pick-new', 'most-overdue']

const [believed = '', ...unlike] = Object.keys(worlds)

/**
 * @param {number[]} values
 * @returns {Moments}
 */
function moments(values) {
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length
  const square = values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / (values.length - 1)
  return { mean, error: Math.sqrt(square / values.length) }
}

/**
 * What is looked for in the results of one setting in one world.
 * @param {Learners} learners
 */
function figuresOf(learners) {
  /** @type {(policy: string, what: What) => number[]} */
  const valuesOf = (policy, what) => learners[policy]?.map((each) => each[what]) ?? []
  /** @type {Figure} */
  const of = (policy, what) => moments(valuesOf(policy, what))
  /**
   * What the plan comes to beyond so many times what another policy does, learner by learner.
   * @type {(what: What, times: number, other: string) => Moments}
   */
  const beyond = (what, times, other) => {
    const others = valuesOf(other, what)
    return moments(valuesOf('plan', what).map((value, seed) => value - times * (others[seed] ?? Number.NaN)))
  }
  /** @type {Figure} */
  const lead = (other, what) => beyond(what, 1, other)
  /** @type {Figure} */
  const ratio = (other, what) => {
    const mean = of('plan', what).mean / of(other, what).mean
    return { mean, error: beyond(what, mean, other).error / of(other, what).mean }
  }
  return { of, lead, ratio }
}

/** @type {(moments: Moments, digits?: number) => string} */
const percent = ({ mean, error }, digits = 1) =>
  `${(mean * 100).toFixed(digits)} ± ${(error * 100).toFixed(digits)}`
/** @type {(moments: Moments) => string} */
const points = ({ mean, error }) => `${mean < 0 ? '−' : '+'}${percent({ mean: Math.abs(mean), error }, 2)}`
/** @type {(moments: Moments) => string} */
const times = ({ mean, error }) => `${mean.toFixed(3)} ± ${error.toFixed(3)}`

/** @type {(head: string[], rows: string[][]) => string} */
const table = (head, rows) =>
  [head, head.map((_, i) => (i === 0 ? '---' : '--:')), ...rows]
    .map((cells) => `| ${cells.join(' | ')} |`)
    .join('\n')

const numbers = ['no', 'one', 'two', 'three', 'four', 'five', 'six', 'seven']

/** @type {(setting: Setting) => string} */
const named = ({ questions, days, perDay }) => `${questions}, ${days}, ${perDay}`
/** @type {(setting: Setting) => number} */
const answersEach = ({ questions, days, perDay }) => (days * perDay) / questions
/** @type {(setting: Setting) => boolean} */
const isTight = (setting) => answersEach(setting) > 1 && answersEach(setting) <= 2.1

/**
 * @param {Setting[]} settings
 * @param {number} seeds
 * @param {Result[]} results
 */
export function report(settings, seeds, results) {
  /** @type {(kind: string, setting: Setting, world?: string) => any} */
  const resultOf = (kind, setting, world) =>
    results.find(
      (each) => each.kind === kind && named(each.setting) === named(setting) && each.world === world,
    )?.result
  /** @type {(setting: Setting, world?: string) => ReturnType<typeof figuresOf>} */
  const figures = (setting, world = believed) => figuresOf(resultOf('simulated', setting, world))
  /** @type {(setting: Setting) => { bound: number, finer: number }} */
  const boundsOf = (setting) => ({ bound: resultOf('bound', setting), finer: resultOf('finer', setting) })
  /** @type {(setting: Setting) => Moments} */
  const shareOf = (setting) => {
    const { mean, error } = figures(setting).of('plan', 'recall')
    const { bound } = boundsOf(setting)
    return { mean: mean / bound, error: error / bound }
  }
  const moved = Math.max(...settings.map(boundsOf).map(({ bound, finer }) => Math.abs(bound - finer)))
  const above = Math.max(
    ...settings.flatMap((setting) =>
      policyNames.map((policy) => {
        const { mean, error } = figures(setting).of(policy, 'recall')
        return mean - 2 * error - boundsOf(setting).bound
      }),
    ),
  )

  /** @type {(what: What) => string} */
  const means = (what) =>
    table(
      [
        'questions, days, a day',
        'answers each',
        ...policyNames,
        ...rivals.map((each) => `− ${each}`),
        '/ random',
      ],
      settings.map((setting) => {
        const { of, lead, ratio } = figures(setting)
        return [
          named(setting),
          answersEach(setting).toFixed(2),
          ...policyNames.map((policy) => percent(of(policy, what))),
          ...rivals.map((each) => points(lead(each, what))),
          times(ratio('random', what)),
        ]
      }),
    )
  /** @type {(what: What) => string} */
  const simple = (what) =>
    table(
      ['questions, days, a day', ...policyNames],
      settings.map((setting) => [
        named(setting),
        ...policyNames.map((policy) => percent(figures(setting).of(policy, what))),
      ]),
    )
  /** @type {(cell: (figures: ReturnType<typeof figuresOf>) => string) => string} */
  const perWorld = (cell) =>
    table(
      ['questions, days, a day', ...unlike],
      settings.map((setting) => [named(setting), ...unlike.map((world) => cell(figures(setting, world)))]),
    )

  const tight = settings.filter(isTight)
  /** @type {(those: Setting[], world?: string) => number[]} */
  const ratios = (those, world) =>
    those.map((setting) => figures(setting, world).ratio('random', 'recall').mean)
  /**
   * Over the best of its rivals in each setting.
   * @type {(setting: Setting, world?: string) => Moments}
   */
  const leastLead = (setting, world) => {
    const { lead } = figures(setting, world)
    return rivals.map((each) => lead(each, 'recall')).reduce((a, b) => (b.mean < a.mean ? b : a))
  }
  /** @type {(those: Setting[], world?: string) => number[]} */
  const leads = (those, world) => those.map((setting) => leastLead(setting, world).mean)
  const shares = results
    .filter(({ kind }) => kind === 'short')
    .map(({ setting, result }) => {
      const { of } = figuresOf(result.learners)
      return { setting, share: of('plan', 'recall').mean / result.bound }
    })
    .sort((a, b) => a.share - b.share)
  const floors = [
    floor('plan / random, 1 to 2.1 answers each', ratios(tight), 1.15, (value) => value.toFixed(3)),
    floor('plan − the best rival, 1 to 2.1 answers each', leads(tight), 0.001, inPoints),
    floor('plan / random', ratios(settings), 1.01, (value) => value.toFixed(3)),
    floor('plan − the best rival', leads(settings), -0.002, inPoints),
    floor(
      'share of the bound',
      settings.map((setting) => shareOf(setting).mean),
      0.98,
      inPercent,
    ),
    floor(
      'share of the bound, one or two days',
      shares.map(({ share }) => share),
      0.98,
      inPercent,
    ),
    ...unlike.map((world) =>
      floor(`plan − the best rival, ${world}`, leads(settings, world), -0.003, inPoints),
    ),
    {
      row: ['no policy above the bound, beyond two errors', inPoints(above), inPoints(0)],
      isMet: above <= 0,
    },
    {
      row: ['the bound moves on the finer grid by', inPoints(moved), inPoints(0.001)],
      isMet: moved <= 0.001,
    },
  ]

  /** @type {(world: string) => string} */
  const lowRandom = (world) => {
    const random = settings.map((setting) => figures(setting, world).of('random', 'recall').mean)
    return `${(1 / Math.max(...random)).toFixed(3)} (${world})`
  }
  const worseOff = settings.filter((setting) => figures(setting).lead('new-first', 'worst').mean < 0)

  const text = `# The planner in a simulation

\`npm run bench -- plan --write\` makes this page. It is a model, from flashcards, and no evidence about people.

${seeds} learners under FSRS-6 start from nothing in each setting (questions, days until the interview, answers a day) and keep
to one of ${numbers[policyNames.length]} policies. First grades are 1 to 4 in 24, 9.4, 49.5 and 17.1 % of answers; later ones are blanked with
1 − recall, else 2 to 4 in 22.4, 63.1 and 14.5 % (the simulator of fsrs-rs). The policies see grades and days, not the
memory. All give the same number of answers: what a policy has no use for goes to the questions of lowest recall.

- **plan**: \`questionsOf\` in \`src/progress/plan.ts\`
- **random**: any question
- **due-first**: what is due, then new ones, then the lowest recall
- **new-first**: new ones, then what is due, then the lowest recall
- **pick-new**: \`--pick new\` of the program: new ones, then the most overdue by date, then the lowest last score
- **most-overdue**: new ones, then what has waited longest for each day that it was to wait

Chance is drawn by question and answer, the same for every policy, and ± is a standard error over learners; differences
and ratios are paired.

## Mean recall on the day, in %, with 0 for what was never rehearsed

${means('recall')}

## Beside the bound

No policy whatever can come to more than the bound: the limit of each day is relaxed to a price that an answer costs.
Any day may have new questions, the last one too.

${table(
  ['questions, days, a day', 'plan', 'bound', 'share in %', 'bound, finer grid'],
  settings.map((setting) => [
    named(setting),
    percent(figures(setting).of('plan', 'recall')),
    inPercent(boundsOf(setting).bound),
    percent(shareOf(setting)),
    inPercent(boundsOf(setting).finer),
  ]),
)}

One or two days before the interview, in ${shares.length} settings of 5 to 60 questions and 2 to 20 answers a day, the least shares are:

${table(
  ['questions, days, a day', 'share in %'],
  shares.slice(0, 5).map(({ setting, share }) => [named(setting), inPercent(share)]),
)}

## With 0.65 for what was never rehearsed

Who can say something about a question never rehearsed loses less by leaving it out, and the lead over policies that do
so gets smaller.

${means('generous')}

## Questions with a recall of 0.8 or more, in %

${simple('ready')}

## Mean recall of the worst tenth of the questions, in %

The plan goes for the mean: in ${worseOff.length} of ${settings.length} settings the worst tenth comes to less than with new-first.

${simple('worst')}

## Where memory or life is not as the planner believes

Stability × 0.5, × 0.7 and × 1.3: after every answer, so that it adds up. Weights: each times a number from 0.7 to 1.3, drawn anew
for each learner. First grades 1 to 4: 40, 20, 35, 5 % and 10, 5, 55, 30 %. Lengths: half a minute to two, one on average,
and all policies are held to the same minutes; only the plan looks at them.

A day later: the interview is put off by a day, and nothing is rehearsed on it.

Plan − the best of new-first, pick-new and most-overdue, in points:

${table(
  ['questions, days, a day', ...unlike],
  settings.map((setting) => [named(setting), ...unlike.map((world) => points(leastLead(setting, world)))]),
)}

Plan − new-first, in points:

${perWorld(({ lead }) => points(lead('new-first', 'recall')))}

Plan / random:

${perWorld(({ ratio }) => times(ratio('random', 'recall')))}

## Floors

${table(
  ['what', 'lowest', 'floor', ''],
  floors.map(({ row, isMet }) => [...row, isMet ? 'met' : 'NOT MET']),
)}

Where random does best, it leaves little: a recall of 1 for every question would be this many times what it comes to there.
${Object.keys(worlds).map(lowRandom).join(', ')}.
`
  return { text, isMet: floors.every(({ isMet }) => isMet) }
}

/** @type {(value: number) => string} */
const inPoints = (value) => `${value < 0 ? '−' : '+'}${Math.abs(value * 100).toFixed(2)}`
/** @type {(value: number) => string} */
const inPercent = (value) => (value * 100).toFixed(2)

/**
 * @param {string} what
 * @param {number[]} values
 * @param {number} least
 * @param {(value: number) => string} shown
 */
function floor(what, values, least, shown) {
  const lowest = Math.min(...values)
  return { row: [what, shown(lowest), shown(least)], isMet: lowest >= least }
}
