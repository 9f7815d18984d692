import { join } from 'node:path'
import {
  type CheckName,
  type Examination,
  type JournalFacts,
  type Mended,
  partOf,
} from '../doctor/examination.ts'
import { safeguard } from './backup/backups.ts'
import { firstFree, succeeds } from './files.ts'
import { addFile, type DataFolder, protect, readBytes, stampOf, statusOf } from './folder.ts'
import { quarantine } from './quarantine.ts'

/**
 * Mends what an examination found, as far as that is safe: nothing is deleted, and no journal is touched. What was
 * moved away is made anew when progress is read next.
 */
export function mend(home: DataFolder, found: Examination): Mended {
  safeguard(home)
  // what is moved is said in the report, not among the notices
  const quiet: DataFolder = { ...home, notices: [], unmovable: new Set() }
  const mended: Mended = {}
  const say = (name: CheckName, sentences: (string | null)[]): void => {
    const said = sentences.filter((each) => each !== null)
    if (said.length > 0) mended[name] = said
  }
  say('permissions', [close(quiet, partOf(found.permissions)?.open ?? [])])
  say(
    'leftovers',
    (partOf(found.leftovers) ?? []).map((file) => setAside(quiet, file)),
  )
  say(
    'journal',
    (partOf(found.history)?.journals ?? []).map((journal) => copyPieces(quiet, journal)),
  )
  say(
    'banks',
    (partOf(found.banks)?.unreadable ?? []).map(({ slug }) => setAside(quiet, `banks/${slug}.json`)),
  )
  say('device', [partOf(found.device)?.state === 'unreadable' ? setAside(quiet, 'device') : null])
  const config = partOf(found.config)
  if (config?.state === 'unreadable') say('config', [setAside(quiet, 'config.json')])
  else if (config && config.refused.length > 0) say('config', [copyAside(quiet, 'config.json')])
  const state = partOf(found.progress)?.state
  if (state === 'unreadable' || state === 'other') say('progress', [setAside(quiet, 'progress.json')])
  return mended
}

function close(home: DataFolder, names: readonly string[]): string | null {
  const closed = names.filter((name) => {
    const path = join(home.path, name)
    return succeeds(() => protect(home, path)) && ((statusOf(path)?.mode ?? 0) & 0o077) === 0
  })
  if (closed.length === 0) return null
  return `${closed.length === 1 ? 'One file or folder is' : `${closed.length} files and folders are`} yours alone now.`
}

/** Moves a file of the home to quarantine; null where it has to stay. */
function setAside(home: DataFolder, file: string): string | null {
  let told: string | null = null
  quarantine(home, file, {
    moved: (place) => {
      told = `${file} was moved to ${place}.`
      return told
    },
    left: '',
  })
  return told
}

/** Puts a copy of a file in quarantine, for what is going to be taken out of it. */
function copyAside(home: DataFolder, file: string): string | null {
  const bytes = readBytes(join(home.path, file))
  const place = bytes && writeAside(home, file.replaceAll('/', '-'), '', bytes)
  return place && `${file} was copied to ${place}, and what is not allowed was left out.`
}

/** Copies what is damaged in a journal; the journal itself is never written anew. */
function copyPieces(home: DataFolder, { file, device, bad }: JournalFacts): string | null {
  const damaged = bad.filter(({ state }) => state === 'damaged')
  if (damaged.length === 0) return null
  const bytes = readBytes(join(home.path, file)) ?? new Uint8Array()
  const end = Buffer.from('\n')
  const pieces = damaged.flatMap(({ start, end: stop }) => [bytes.subarray(start, stop), end])
  const place = writeAside(home, `journal-${device}`, '.jsonl', Buffer.concat(pieces))
  if (place === null) return null
  const what = damaged.length === 1 ? 'One damaged piece was' : `${damaged.length} damaged pieces were`
  return `${what} copied to ${place}.`
}

/** Makes a new file in quarantine, whole or not at all; its place, or null. */
function writeAside(home: DataFolder, name: string, ending: string, bytes: Uint8Array): string | null {
  const stamp = stampOf(home)
  let place: string | null = null
  // where it cannot be made, it is reported as not mended
  succeeds(() => {
    place = firstFree(
      (suffix) => `quarantine/${name}-${stamp}${suffix}${ending}`,
      (free) => addFile(home, free, bytes),
    )
  })
  return place
}
