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
export function questionsOf(columns: Columns): Progress['questions'] {
  let rows: Map<string, number> | undefined
  const rowOf = (id: string): number | undefined => {
    if (rows === undefined) {
      rows = new Map()
      for (let row = 0; row < columns.id.length; row++) rows.set(columns.id[row] as string, row)
    }
    return rows.get(id)
  }
  return {
    get(id) {
      const row = rowOf(id)
      return row === undefined ? undefined : new Row(columns, row)
    },
    *[Symbol.iterator]() {
      for (const [row, id] of columns.id.entries()) yield [id, new Row(columns, row)]
    },
  }
}

// What is known of a question as a look at its row: of 100,000, most are asked for two values, and are forgotten then. All
// columns are as long as that of the ids.

class Row implements QuestionProgress {
  private readonly columns: Columns
  private readonly row: number
  constructor(columns: Columns, row: number) {
    this.columns = columns
    this.row = row
  }
  get attempts(): number {
    return this.columns.attempts[this.row] as number
  }
  get scores(): number {
    return this.columns.scores[this.row] as number
  }
  get finals(): number {
    return this.columns.finals[this.row] as number
  }
  get overrated(): number {
    return this.columns.overrated[this.row] as number
  }
  get spoken(): number {
    return this.columns.spoken[this.row] as number
  }
  get talkMs(): number {
    return this.columns.talkMs[this.row] as number
  }
  get thinkMs(): number {
    return this.columns.thinkMs[this.row] as number
  }
  get days(): number {
    return this.columns.days[this.row] as number
  }
  get lastDay(): number {
    return this.columns.lastDay[this.row] as number
  }
  get lastAt(): string {
    return this.columns.lastAt[this.row] as string
  }
  get lastScore(): QuestionProgress['lastScore'] {
    return this.columns.lastScore[this.row] as QuestionProgress['lastScore']
  }
  get lastTalkMs(): number {
    return this.columns.lastTalkMs[this.row] as number
  }
  get lastBudgetMs(): number {
    return this.columns.lastBudgetMs[this.row] as number
  }
  get change(): string | null {
    return this.columns.change[this.row] as string | null
  }
  get followUps(): string[] {
    return this.columns.followUps[this.row] as string[]
  }
  get schedule(): Schedule | null {
    const { schedule } = this.columns
    return schedule.stability[this.row] === null ? null : new ScheduleRow(schedule, this.row)
  }
}

class ScheduleRow implements Schedule {
  private readonly columns: Columns['schedule']
  private readonly row: number
  constructor(columns: Columns['schedule'], row: number) {
    this.columns = columns
    this.row = row
  }
  get stability(): number {
    return this.columns.stability[this.row] as number
  }
  get difficulty(): number {
    return this.columns.difficulty[this.row] as number
  }
  get reps(): number {
    return this.columns.reps[this.row] as number
  }
  get lapses(): number {
    return this.columns.lapses[this.row] as number
  }
  get lastDay(): number {
    return this.columns.lastDay[this.row] as number
  }
  get dueDay(): number {
    return this.columns.dueDay[this.row] as number
  }
}

/** Whether it is what `columnsOf` makes. */
export function isColumns(value: unknown): value is Columns {
  if (!isObject(value) || !Array.isArray(value.id)) return false
  const { id, schedule } = value
  if (!isObject(schedule)) return false
  const { stability } = schedule
  return (
    areTexts(id, id.length, false) &&
    areTexts(value.lastAt, id.length, false) &&
    areTexts(value.change, id.length, true) &&
    Array.isArray(value.followUps) &&
    value.followUps.length === id.length &&
    value.followUps.every((each) => areTexts(each, each.length, false)) &&
    numbers.every((key) => areNumbers(value[key], id.length)) &&
    scheduleNumbers.every((key) => areNumbers(schedule[key], id.length, stability)) &&
    areWhole(value.lastScore, 1, 4) &&
    [value.lastDay, schedule.lastDay, schedule.dueDay].every((days) => areWhole(days, -mostDays, mostDays))
  )
}

/** As far as a Date reaches. */
const mostDays = 1e8

/** Whether what is not null is whole and within bounds. */
function areWhole(column: unknown, least: number, most: number): boolean {
  if (!Array.isArray(column)) return false
  for (let row = 0; row < column.length; row++) {
    const each = column[row]
    if (each !== null && !(each >= least && each <= most && each % 1 === 0)) return false
  }
  return true
}

// Two million values are looked at here before the first question: in loops, for which no function is called.

function areTexts(column: unknown, length: number, orNull: boolean): boolean {
  if (!Array.isArray(column) || column.length !== length) return false
  for (let row = 0; row < length; row++) {
    const each = column[row]
    if (typeof each !== 'string' && !(orNull && each === null)) return false
  }
  return true
}

/** Whether all are finite numbers; where there is a `mask`, null in the same rows as there. */
function areNumbers(column: unknown, length: number, mask: unknown = null): boolean {
  if (!Array.isArray(column) || column.length !== length || (mask !== null && !Array.isArray(mask)))
    return false
  for (let row = 0; row < length; row++) {
    const each = column[row]
    const isNull = mask !== null && mask[row] === null
    // JSON has no NaN, but numbers too large to be finite
    if (isNull ? each !== null : typeof each !== 'number' || each - each !== 0) return false
  }
  return true
}
