import { isObject } from '../bank/safe-json.ts'
import type { Progress, QuestionProgress, Schedule } from '../progress/progress.ts'

const numbers = [
  'attempts',
  'days',
  'lastDay',
  'lastScore',
  'lastTalkMs',
  'lastBudgetMs',
  'scores',
  'finals',
  'overrated',
  'spoken',
  'talkMs',
  'thinkMs',
] as const
const scheduleNumbers = ['stability', 'difficulty', 'reps', 'lapses', 'lastDay', 'dueDay'] as const

type Table<K extends string, T> = Record<K, readonly T[]>

/**
 * Questions as they are saved: an array for each field instead of an object for each question, because a file of
 * 100,000 of them is then a third as large, and read and checked in a quarter of the time.
 */
export interface Columns
  extends Table<Exclude<(typeof numbers)[number], 'lastScore'>, number>,
    Table<'lastScore', QuestionProgress['lastScore']>,
    Table<'id' | 'lastAt', string> {
  change: readonly (string | null)[]
  followUps: readonly string[][]
  /** Null where there is no schedule. */
  schedule: Table<(typeof scheduleNumbers)[number], number | null>
}

/** Questions to columns. */
export function columnsOf(questions: Progress['questions']): Columns {
  const all = [...questions.values()]
  const column = <K extends keyof QuestionProgress>(key: K) => all.map((each) => each[key])
  const scheduled = (key: keyof Schedule) => all.map(({ schedule }) => (schedule ? schedule[key] : null))
  return {
    id: [...questions.keys()],
    lastAt: column('lastAt'),
    change: column('change'),
    followUps: column('followUps'),
    ...(tableOf(numbers, column) as Pick<Columns, (typeof numbers)[number]>),
    schedule: tableOf(scheduleNumbers, scheduled),
  }
}

function tableOf<K extends string, T>(keys: readonly K[], column: (key: K) => T[]): Table<K, T> {
  return Object.fromEntries(keys.map((key) => [key, column(key)])) as unknown as Table<K, T>
}

/** Columns to questions. */
export function questionsOf(columns: Columns): Progress['questions'] {
  const questions = new Map<string, QuestionProgress>()
  for (const [row, id] of columns.id.entries()) questions.set(id, questionIn(columns, row))
  return questions
}

function questionIn(columns: Columns, row: number): QuestionProgress {
  // All columns are as long as that of the ids.
  const of = <T>(column: readonly T[]): T => column[row] as T
  return {
    attempts: of(columns.attempts),
    scores: of(columns.scores),
    finals: of(columns.finals),
    overrated: of(columns.overrated),
    spoken: of(columns.spoken),
    talkMs: of(columns.talkMs),
    thinkMs: of(columns.thinkMs),
    days: of(columns.days),
    lastDay: of(columns.lastDay),
    lastAt: of(columns.lastAt),
    lastScore: of(columns.lastScore),
    lastTalkMs: of(columns.lastTalkMs),
    lastBudgetMs: of(columns.lastBudgetMs),
    change: of(columns.change),
    followUps: of(columns.followUps),
    schedule: scheduleIn(columns.schedule, row),
  }
}

function scheduleIn(columns: Columns['schedule'], row: number): Schedule | null {
  if (columns.stability[row] === null) return null
  const of = (column: readonly (number | null)[]): number => column[row] as number
  return {
    stability: of(columns.stability),
    difficulty: of(columns.difficulty),
    reps: of(columns.reps),
    lapses: of(columns.lapses),
    lastDay: of(columns.lastDay),
    dueDay: of(columns.dueDay),
  }
}

/** Whether it is what `columnsOf` makes. */
export function isColumns(value: unknown): value is Columns {
  if (!isObject(value) || !Array.isArray(value.id)) return false
  const { id, schedule } = value
  const isColumn = (column: unknown, fits: (each: unknown, row: number) => boolean): boolean =>
    Array.isArray(column) && column.length === id.length && column.every(fits)
  if (!isObject(schedule) || !Array.isArray(schedule.stability)) return false
  const { stability } = schedule
  return (
    isColumn(id, isText) &&
    isColumn(value.lastAt, isText) &&
    isColumn(value.change, (each) => each === null || isText(each)) &&
    isColumn(value.followUps, (each) => Array.isArray(each) && each.every(isText)) &&
    numbers.every((key) => isColumn(value[key], Number.isFinite)) &&
    scheduleNumbers.every((key) =>
      isColumn(schedule[key], (each, row) =>
        stability[row] === null ? each === null : Number.isFinite(each),
      ),
    )
  )
}

const isText = (value: unknown): value is string => typeof value === 'string'
