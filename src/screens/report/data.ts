import type { PointsOfQuestion } from '../../progress/points.ts'
import type { PracticeStatistics } from '../../progress/practice.ts'
import type { PartTrend } from '../../progress/shape-trend.ts'
import type { QuestionStatistics, Statistics } from '../../progress/statistics.ts'
import type { Attempt } from '../../rehearsal/records.ts'
import type { PlanView } from '../plan.ts'
import type { StoriesView } from '../stories.ts'

/** An attempt with the day that it counts to, as a date. */
export type Answer = Attempt & { date: string }

/** All that the report is made of. `date` and `day` are today. */
export interface Report {
  date: string
  day: number
  /** Only answers from this date on. */
  since: string | null
  banks: readonly string[]
  plan: PlanView | null
  /** Over all answers. */
  standing: Statistics
  /** Over those since then, as are all that follow. */
  statistics: Statistics
  shape: readonly PartTrend[]
  /** The oldest first. */
  answers: readonly Answer[]
  /** Of answered questions, those with the most points missed first. */
  points: readonly { question: QuestionStatistics; made: PointsOfQuestion }[]
  /** The change noted last, by id of the question. */
  changes: ReadonlyMap<string, string>
  practice: PracticeStatistics
  stories: Pick<StoriesView, 'stories' | 'competencies'>
}
