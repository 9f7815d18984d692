import { join } from 'node:path'
import type { History, JournalFacts, Looked } from '../../doctor/examination.ts'
import { aheadIn, jumpsIn, type Piece, piecesOf, stampOf } from '../../doctor/pieces.ts'
import { fold } from '../../progress/fold.ts'
import type { Line } from '../../progress/journal.ts'
import { merge } from '../../progress/merge.ts'
import type { Progress } from '../../progress/progress.ts'
import type { SavedProgress } from '../cache/summaries.ts'
import { type DataFolder, namesIn, readBytes } from '../folder.ts'
import { deviceOf, journalNames } from '../journal.ts'

export interface ReadJournal {
  device: string
  file: string
  bytes: Uint8Array
  pieces: Piece[]
  lines: Line[]
}

/** The journals, piece by piece. */
export function journalsIn(home: DataFolder): ReadJournal[] {
  return journalNames(home).map((name) => {
    const bytes = readBytes(join(home.path, 'attempts', name)) ?? new Uint8Array()
    const pieces = piecesOf(bytes)
    const lines = pieces.flatMap(({ line }) => line ?? [])
    return { device: deviceOf(name), file: `attempts/${name}`, bytes, pieces, lines }
  })
}

/** What the journals amount to. */
export const foldOf = (journals: readonly ReadJournal[]): Progress =>
  fold(
    merge(journals),
    Object.fromEntries(journals.map(({ device, bytes }) => [device, bytes.length])),
    journals.flatMap(({ pieces }) => pieces.filter(({ newer }) => newer)).length,
  )

/** What there is to say about the journals. */
export function historyOf(
  journals: readonly ReadJournal[],
  folded: Progress | null,
  saved: Looked<SavedProgress>,
  home: DataFolder,
): History {
  const lines = journals.flatMap((journal) => journal.lines)
  const isHarmless = harmlessness(journals, home)
  const known = 'failure' in saved ? {} : (saved.progress?.journals ?? {})
  return {
    journals: journals.map((journal) => factsOf(journal, isHarmless)),
    doubles: doublesIn(journals),
    lost: Object.entries(known)
      .filter(([device, size]) => size > (folded?.journals[device] ?? 0))
      .map(([device]) => `attempts/${device}.jsonl`),
    ahead: aheadIn(lines, home.now().getTime()),
    attempts: Object.fromEntries([...(folded?.questions ?? [])].map(([id, { attempts }]) => [id, attempts])),
    settings: folded?.settings ?? {},
  }
}

type PieceState = JournalFacts['bad'][number]['state']

function factsOf(
  { file, device, bytes, pieces, lines }: ReadJournal,
  stateOf: (piece: Uint8Array) => PieceState,
): JournalFacts {
  return {
    file,
    device,
    lines: lines.length,
    newer: pieces.filter(({ line, newer }) => newer || (line?.v ?? 1) > 1).length,
    bad: pieces
      .filter(({ line, newer }) => line === null && !newer)
      .map(({ number, start, end }) => ({
        line: number,
        start,
        end,
        state: stateOf(bytes.subarray(start, end)),
      })),
    jumps: jumpsIn(pieces),
  }
}

/** Bytes as a text in which no two differ that differ as bytes. */
const exactly = (bytes: Uint8Array): string => Buffer.from(bytes).toString('latin1')

/**
 * What is the matter with a piece. One that is torn was written again if its line stands whole elsewhere: the same
 * version of it, for a review that was torn is more than the score before it.
 */
function harmlessness(journals: readonly ReadJournal[], home: DataFolder): (piece: Uint8Array) => PieceState {
  if (!journals.some(({ pieces }) => pieces.some(({ line, newer }) => line === null && !newer)))
    return () => 'damaged'
  const lines = journals.flatMap((journal) => journal.lines)
  const ids = new Set(lines.map(({ id }) => id))
  const versions = new Set(lines.map(({ id, at }) => `${id} ${at}`))
  const aside = new Set(
    namesIn(join(home.path, 'quarantine'))
      .filter((name) => name.startsWith('journal-'))
      .flatMap((name) => exactly(bytesOf(join(home.path, 'quarantine', name))).split('\n')),
  )
  return (piece) => {
    if (aside.has(exactly(piece))) return 'aside'
    const { id, at } = stampOf(exactly(piece))
    if (id === null) return 'damaged'
    return (at === null ? ids.has(id) : versions.has(`${id} ${at}`)) ? 'again' : 'damaged'
  }
}

function bytesOf(path: string): Uint8Array {
  try {
    return readBytes(path) ?? new Uint8Array()
  } catch {
    return new Uint8Array()
  }
}

/** How many lines are the same, byte for byte, as one before, in whichever journal. */
function doublesIn(journals: readonly ReadJournal[]): number {
  const seen = new Map<string, Uint8Array>()
  let doubles = 0
  for (const { bytes, pieces } of journals) {
    for (const { start, end, line } of pieces) {
      if (line === null) continue
      const key = `${line.id} ${line.at} ${end - start}`
      const piece = bytes.subarray(start, end)
      const first = seen.get(key)
      if (first === undefined) seen.set(key, piece)
      else if (Buffer.compare(first, piece) === 0) doubles++
    }
  }
  return doubles
}
