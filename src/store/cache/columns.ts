import type { Progress, QuestionProgress, Schedule } from '../../progress/progress.ts'
import { isObject } from '../../text/safe-json.ts'

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
  const entries = [...questions]
  const all = entries.map(([, question]) => question)
  const column = <K extends keyof QuestionProgress>(key: K) => all.map((each) => each[key])
  const scheduled = (key: keyof Schedule) => all.map(({ schedule }) => (schedule ? schedule[key] : null))
  return {
    id: entries.map(([id]) => id),
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

/** Columns to questions. Each is made when somebody asks: objects for 100,000 take longer than reading the file. */
export function questionsOf({ id: ids, schedule, ...columns }: Columns): Progress['questions'] {
  const scheduleIn = rowsOf<Schedule>(schedule)
  const questionIn = rowsOf<QuestionProgress>(columns, {
    schedule: (row) => (schedule.stability[row] === null ? null : scheduleIn(row)),
  })
  let rows: Map<string, number> | undefined
  const rowOf = (id: string): number | undefined => {
    if (rows === undefined) {
      rows = new Map()
      for (let row = 0; row < ids.length; row++) rows.set(ids[row] as string, row)
    }
    return rows.get(id)
  }
  return {
    get(id) {
      const row = rowOf(id)
      return row === undefined ? undefined : questionIn(row)
    },
    *[Symbol.iterator]() {
      for (const [row, id] of ids.entries()) yield [id, questionIn(row)]
    },
  }
}

/**
 * The rows of a table as objects that look into a column when they are asked: most are asked for two values, and forgotten
 * then. `made`: what stands in no column.
 */
function rowsOf<T>(
  columns: Readonly<Record<string, readonly unknown[]>>,
  made: Readonly<Record<string, (row: number) => unknown>> = {},
): (row: number) => T {
  class Row {
    readonly row: number
    constructor(row: number) {
      this.row = row
    }
  }
  const define = (key: string, get: (this: Row) => unknown): void =>
    void Object.defineProperty(Row.prototype, key, { get })
  for (const [key, column] of Object.entries(columns)) {
    define(key, function () {
      return column[this.row]
    })
  }
  for (const [key, make] of Object.entries(made)) {
    define(key, function () {
      return make(this.row)
    })
  }
  // all columns are as long as that of the ids, see `isColumns`
  return (row) => new Row(row) as T
}

/** Whether it is what `columnsOf` makes. */
export function isColumns(value: unknown): value is Columns {
  if (!isObject(value) || !Array.isArray(value.id)) return false
  const { id, schedule } = value
  if (!isObject(schedule) || !Array.isArray(schedule.stability)) return false
  const { stability } = schedule
  const isWhole = stability.every(Number.isFinite)
  return (
    areTexts(id, id.length, false) &&
    areTexts(value.lastAt, id.length, false) &&
    areTexts(value.change, id.length, true) &&
    Array.isArray(value.followUps) &&
    value.followUps.length === id.length &&
    value.followUps.every((each) => Array.isArray(each) && areTexts(each, each.length, false)) &&
    numbers.every((key) => areNumbers(value[key], id.length)) &&
    scheduleNumbers.every((key) =>
      isWhole ? areNumbers(schedule[key], id.length) : areNumbersBeside(stability, schedule[key], id.length),
    ) &&
    areWhole(value.lastScore, 1, 4) &&
    [value.lastDay, schedule.lastDay, schedule.dueDay].every((days) => areWhole(days, -mostDays, mostDays))
  )
}

/** As far as a Date reaches. */
const mostDays = 1e8

// Two million values may be looked at here before the first question. A built-in function given to `every` is fast from its
// first call on, a loop only when it is warm; a function of our own is called for each.

/** JSON has no NaN, but numbers too large to be finite. */
const areNumbers = (column: unknown, length: number): boolean =>
  Array.isArray(column) && column.length === length && column.every(Number.isFinite)

/** Whether all are numbers, but for the rows in which another column is null: there it is null too. */
function areNumbersBeside(other: readonly unknown[], column: unknown, length: number): boolean {
  if (!Array.isArray(column) || column.length !== length) return false
  for (let row = 0; row < length; row++) {
    const each = column[row]
    if (other[row] === null ? each !== null : !Number.isFinite(each)) return false
  }
  return true
}

/** Whether what is not null is whole and within bounds. */
function areWhole(column: unknown, least: number, most: number): boolean {
  if (!Array.isArray(column)) return false
  for (let row = 0; row < column.length; row++) {
    const each = column[row]
    if (each !== null && !(each >= least && each <= most && each % 1 === 0)) return false
  }
  return true
}

function areTexts(column: unknown, length: number, orNull: boolean): boolean {
  if (!Array.isArray(column) || column.length !== length) return false
  for (let row = 0; row < length; row++) {
    const each = column[row]
    if (typeof each !== 'string' && !(orNull && each === null)) return false
  }
  return true
}
