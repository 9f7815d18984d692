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

// All columns are as long as that of the ids; spelt out, as looking fields up by name costs much where there are many.
function questionIn(columns: Columns, row: number): QuestionProgress {
  return {
    attempts: columns.attempts[row] as number,
    scores: columns.scores[row] as number,
    finals: columns.finals[row] as number,
    overrated: columns.overrated[row] as number,
    spoken: columns.spoken[row] as number,
    talkMs: columns.talkMs[row] as number,
    thinkMs: columns.thinkMs[row] as number,
    days: columns.days[row] as number,
    lastDay: columns.lastDay[row] as number,
    lastAt: columns.lastAt[row] as string,
    lastScore: columns.lastScore[row] as QuestionProgress['lastScore'],
    lastTalkMs: columns.lastTalkMs[row] as number,
    lastBudgetMs: columns.lastBudgetMs[row] as number,
    change: columns.change[row] as string | null,
    followUps: columns.followUps[row] as string[],
    schedule: scheduleIn(columns.schedule, row),
  }
}

function scheduleIn(columns: Columns['schedule'], row: number): Schedule | null {
  if (columns.stability[row] === null) return null
  return {
    stability: columns.stability[row] as number,
    difficulty: columns.difficulty[row] as number,
    reps: columns.reps[row] as number,
    lapses: columns.lapses[row] as number,
    lastDay: columns.lastDay[row] as number,
    dueDay: columns.dueDay[row] as number,
  }
}

/** Whether it is what `columnsOf` makes. */
export function isColumns(value: unknown): value is Columns {
  if (!isObject(value) || !Array.isArray(value.id)) return false
  const { id, schedule } = value
  const isColumn = (column: unknown, fits: (each: unknown) => boolean): column is unknown[] =>
    Array.isArray(column) && column.length === id.length && column.every(fits)
  if (!isObject(schedule) || !isColumn(schedule.stability, isNumberOrNull)) return false
  const { stability } = schedule
  return (
    isColumn(id, isText) &&
    isColumn(value.lastAt, isText) &&
    isColumn(value.change, (each) => each === null || isText(each)) &&
    isColumn(value.followUps, (each) => Array.isArray(each) && each.every(isText)) &&
    numbers.every((key) => isColumn(value[key], isNumber)) &&
    scheduleNumbers.every((key) => {
      const column = schedule[key]
      return (
        isColumn(column, isNumberOrNull) &&
        column.every((each, row) => (each === null) === (stability[row] === null))
      )
    })
  )
}

const isText = (value: unknown): value is string => typeof value === 'string'
// `Number.isFinite` is not inlined, and this is asked two million times; JSON has no NaN
const isNumber = (value: unknown): boolean => typeof value === 'number' && value - value === 0
const isNumberOrNull = (value: unknown): boolean => value === null || isNumber(value)
