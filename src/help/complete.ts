import type { CommandTable, TabledCommand, Taken } from './table.ts'

/** A place in a command line, and what may stand there. */
export interface Place {
  /** What was typed of it so far. */
  typed: string
  /** What stands before it in the same word: `--pick=`, or nothing. */
  lead: string
  /** The name of the value that is wanted, after that of its flag: `question`, `--pick by`; null where it is a flag. */
  wanted: string | null
  /** The words that may stand there whoever the user is, with what they are. */
  words: [word: string, does: string][]
  /** The words before it that are no flags and no commands. */
  given: string[]
  /** The values of flags that were given before it, such as `bank` and `home`. */
  flags: Record<string, string>
}

/** The kinds of value that only the user's data has: by the name of the value, after that of the flag that takes it. */
const ownKinds = [
  'slug',
  '--bank slug',
  'question',
  '--topic text',
  '--competency name',
  '--like question',
  '--round name',
] as const

export type OwnKind = (typeof ownKinds)[number]

/** The kind of value that has to be looked up in the user's data; null where that is not needed. */
export function ownKindOf({ wanted, given }: Place): OwnKind | null {
  if (wanted === 'value' && given[0] === 'bank') return 'slug'
  return ownKinds.find((kind) => kind === wanted) ?? null
}

/** What stands before the word that is typed. */
interface Before {
  path: string
  given: string[]
  flags: Record<string, string>
  /** A flag whose value comes next. */
  open: [flag: string, taken: Taken] | null
}

/** Where the last of some words stands; it is empty where nothing was typed of it yet. */
export function placeOf(words: readonly string[], table: CommandTable): Place {
  // PowerShell cannot hand on an empty word
  const last = (words.at(-1) ?? '').replace(/^""$/, '')
  let before: Before = { path: '', given: [], flags: {}, open: null }
  for (const word of words.slice(0, -1)) before = after(word, before, table)
  const [flag, value] = before.open === null ? inTwo(last) : [last]
  const lead = value === undefined ? '' : `${flag}=`
  const typed = value ?? last
  const { path, given, flags, open } = lead === '' ? before : after(flag, before, table)
  const place = (taken?: Taken): Place => ({
    typed,
    lead,
    wanted: taken?.value ?? null,
    words: (taken?.values ?? []).map((each) => [each, '']),
    given,
    flags,
  })
  if (open !== null) return place({ ...open[1], value: `${open[0]} ${open[1].value}` })
  // a flag that takes no value
  if (lead !== '') return place()
  if (typed.startsWith('-')) return { ...place(), words: flagNames(path, table) }
  const { takes = [], below = [] } = table.commands[path] ?? {}
  const argument = place(takes[given.length] ?? takes.at(-1))
  const names = given.length > 0 ? [] : below.map((name) => named(`${path} ${name}`.trim(), name, table))
  return { ...argument, words: [...names, ...argument.words] }
}

/** `--pick=random` as a flag and its value; any other word as it is. */
function inTwo(word: string): [word: string, value?: string] {
  const [, flag, value] = /^(--[^=]+)=(.*)$/s.exec(word) ?? []
  return flag === undefined || value === undefined ? [word] : [flag, value]
}

function after(word: string, before: Before, table: CommandTable): Before {
  const { path, given, flags, open } = before
  if (open !== null) return { ...before, flags: { ...flags, [open[0].slice(2)]: word }, open: null }
  if (word.startsWith('-')) {
    const [flag, value] = inTwo(word)
    const next = { ...before, open: opened(flag, path, table) }
    return value === undefined || next.open === null ? next : after(value, next, table)
  }
  const next = path === '' ? (table.aliases[word] ?? word) : `${path} ${word}`
  return given.length === 0 && Object.hasOwn(table.commands, next)
    ? { ...before, path: next }
    : { ...before, given: [...given, word] }
}

/** The flag that a word is, if its value comes next. */
function opened(word: string, path: string, table: CommandTable): [string, Taken] | null {
  const found = Object.entries(flagsOf(path, table)).find(
    ([name, { short }]) => name === word || short === word,
  )
  return found?.[1].value === undefined ? null : found
}

const flagsOf = (path: string, { commands }: CommandTable): TabledCommand['flags'] => ({
  ...commands[path]?.flags,
  ...commands['']?.flags,
})

const flagNames = (path: string, table: CommandTable): [string, string][] => [
  ...Object.entries(flagsOf(path, table)).map(([name, { does }]): [string, string] => [name, does]),
  ['--help', 'print help'],
]

const named = (path: string, name: string, { commands }: CommandTable): [string, string] => [
  name,
  commands[path]?.does ?? '',
]
