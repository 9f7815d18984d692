import { join } from 'node:path'
import type { BadLine, Examined, History, JournalFacts } from '../../doctor/examination.ts'
import { futureLinesIn, jumpsIn, type RawLine, rawLinesOf, stampIn } from '../../doctor/raw-lines.ts'
import { fold } from '../../progress/fold.ts'
import type { Line } from '../../progress/journal.ts'
import { mergeToLatest } from '../../progress/merge.ts'
import type { Progress } from '../../progress/progress.ts'
import type { SavedProgress } from '../cache/summaries.ts'
import { lineCounter } from '../count-lines.ts'
import { type DataFolder, namesIn, readBytes } from '../folder.ts'
import { deviceOf, journalNames } from '../journal.ts'
import { countingHere, localFile } from '../local.ts'
import { readOnly } from './read-only.ts'

export interface ReadJournal {
  device: string
  file: string
  bytes: Uint8Array
  rawLines: RawLine[]
  /** Those that can be read. */
  lines: Line[]
}

/** The journals, line by line. */
export function journalsIn(home: DataFolder): ReadJournal[] {
  const count = lineCounter()
  return journalNames(home).map((name) => {
    const bytes = readBytes(join(home.path, 'attempts', name)) ?? new Uint8Array()
    count(`attempts/${name}`, bytes)
    const rawLines = rawLinesOf(bytes)
    const lines = rawLines.flatMap(({ line }) => line ?? [])
    return { device: deviceOf(name), file: `attempts/${name}`, bytes, rawLines, lines }
  })
}

/** The journal of the settings of this device alone, where there is one. */
export function localJournalIn(home: DataFolder): ReadJournal[] {
  const bytes = readBytes(join(home.path, localFile))
  if (bytes === null) return []
  const rawLines = rawLinesOf(bytes)
  return [
    { device: 'local', file: localFile, bytes, rawLines, lines: rawLines.flatMap(({ line }) => line ?? []) },
  ]
}

/** Progress as it follows from the journals, without the settings of this device alone. */
export function foldOf(journals: readonly ReadJournal[], home: DataFolder, now: string): Progress {
  const { lines, latest } = mergeToLatest(journals)
  const sizes = Object.fromEntries(journals.map(({ device, bytes }) => [device, bytes.length]))
  const unread = journals.flatMap(({ rawLines }) => rawLines.filter(({ isNewer }) => isNewer)).length
  return fold(countingHere(readOnly(home), lines), sizes, { unread, latest, now })
}

/** The facts about the journals; `folded`: what follows from them, `saved`: what progress.json knew of them. */
export function historyOf(
  journals: readonly ReadJournal[],
  {
    folded,
    saved,
    settings,
  }: Pick<History, 'settings'> & {
    folded: Progress | null
    saved: Examined<SavedProgress>
  },
  home: DataFolder,
): History {
  const stateOf = badLineStates(journals, home)
  const known = 'failure' in saved ? {} : saved.journals
  return {
    journals: journals.map((journal) => journalFacts(journal, stateOf, home.now().getTime())),
    duplicates: duplicatesIn(journals),
    lost: Object.entries(known)
      .filter(([device, size]) => size > (folded?.journals[device] ?? 0))
      .map(([device]) => `attempts/${device}.jsonl`),
    attempts: Object.fromEntries([...(folded?.questions ?? [])].map(([id, { attempts }]) => [id, attempts])),
    settings,
  }
}

type StateOf = (badLine: Uint8Array) => BadLine['state']

const isBad = ({ line, isNewer }: RawLine): boolean => line === null && !isNewer

const journalFacts = (
  { file, device, bytes, rawLines, lines }: ReadJournal,
  stateOf: StateOf,
  now: number,
): JournalFacts => ({
  file,
  device,
  lines: lines.length,
  newerLines: rawLines.filter(({ line, isNewer }) => isNewer || (line?.v ?? 1) > 1).length,
  badLines: rawLines.filter(isBad).map(({ number, start, end }) => ({
    line: number,
    start,
    end,
    state: stateOf(bytes.subarray(start, end)),
  })),
  jumps: jumpsIn(rawLines),
  inFuture: futureLinesIn(rawLines, now),
})

/** Bytes as text, one character for each, so that different bytes never look the same. */
const latin1 = (bytes: Uint8Array): string => Buffer.from(bytes).toString('latin1')

/**
 * Tells what became of a bad line. A torn one was rewritten if the same version of it is elsewhere in full: of a review
 * that was torn, the score before it is not enough.
 */
function badLineStates(journals: readonly ReadJournal[], home: DataFolder): StateOf {
  if (!journals.some(({ rawLines }) => rawLines.some(isBad))) return () => 'damaged'
  const lines = journals.flatMap((journal) => journal.lines)
  const ids = new Set(lines.map(({ id }) => id))
  const versions = new Set(lines.map(({ id, at }) => `${id} ${at}`))
  const quarantined = new Set(
    namesIn(join(home.path, 'quarantine'))
      .filter((name) => name.startsWith('journal-'))
      .flatMap((name) => latin1(bytesOf(join(home.path, 'quarantine', name))).split('\n')),
  )
  return (badLine) => {
    const text = latin1(badLine)
    if (quarantined.has(text)) return 'quarantined'
    const { id, at } = stampIn(text)
    if (id === null) return 'damaged'
    return (at === null ? ids.has(id) : versions.has(`${id} ${at}`)) ? 'rewritten' : 'damaged'
  }
}

/** Empty where the file cannot be read. */
function bytesOf(path: string): Uint8Array {
  try {
    return readBytes(path) ?? new Uint8Array()
  } catch {
    return new Uint8Array()
  }
}

/** How many lines repeat an earlier one byte for byte, in whichever journal. */
function duplicatesIn(journals: readonly ReadJournal[]): number {
  const seen = new Map<string, Uint8Array>()
  let duplicates = 0
  for (const { bytes, rawLines } of journals) {
    for (const { start, end, line } of rawLines) {
      if (line === null) continue
      const key = `${line.id} ${line.at} ${end - start}`
      const rawLine = bytes.subarray(start, end)
      const first = seen.get(key)
      if (first === undefined) seen.set(key, rawLine)
      else if (Buffer.compare(first, rawLine) === 0) duplicates++
    }
  }
  return duplicates
}
