import { expect, it } from 'vitest'
import { pick } from '../../src/progress/picks.ts'
import { minutePrice, questionsOf } from '../../src/progress/plan.ts'
import { nextSchedule, recallOn } from '../../src/progress/schedule.ts'
import { bound } from '../bench/plan/bound.mjs'
import { type Planner, simulated } from '../bench/plan/simulation.mjs'

const planner = { questionsOf, minutePrice, nextSchedule, recallOn, pick } as unknown as Planner

const mean = (values: readonly number[]): number =>
  values.reduce((sum, value) => sum + value, 0) / values.length

// the tables of docs/plan-simulation.md are made with 200 learners and in more settings
it.each([
  [35, 5, 6],
  [60, 2, 2],
  [23, 1, 7],
])(
  'for %i questions, %i days and %i answers a day the plan comes close to the best that there is',
  (questions, days, perDay) => {
    const setting = { questions, days, perDay }
    const { plan = [] } = simulated(setting, 'as believed', 20, planner, ['plan'])
    expect(mean(plan.map(({ recall }) => recall)) / bound(setting)).toBeGreaterThan(0.97)
  },
)
