import { join } from 'node:path'
import { type Action, type Fixed, sentenceFor } from '../doctor/action.ts'
import type { Examination } from '../doctor/examination.ts'
import { fixesFor } from '../doctor/fix.ts'
import { safeguard } from './backup/backups.ts'
import { firstFree, succeeds } from './files.ts'
import { addFile, type DataFolder, protect, readBytes, stampOf, statusOf } from './folder.ts'
import { quarantine } from './quarantine.ts'

/** Fixes what an examination found, as far as that is safe, after a backup; says what was done. */
export function fix(home: DataFolder, found: Examination): Fixed[] {
  safeguard(home)
  // the report says what was moved, the notices need not
  const quiet: DataFolder = { ...home, notices: [], unmovable: new Set() }
  return fixesFor(found).flatMap(({ check, action }) => {
    const paths = carryOut(quiet, action)
    return paths.length === 0 ? [] : [{ check, sentence: sentenceFor(action, paths) }]
  })
}

/** Gives back the paths that `sentenceFor` names; none where the action failed, which the next examination finds. */
function carryOut(home: DataFolder, action: Action): string[] {
  switch (action.kind) {
    case 'close':
      return action.paths.filter((path) => isClosing(home, join(home.path, path)))
    case 'setAside':
      return setAside(home, action.file)
    case 'copyAside':
      return copyAside(home, action.file)
    case 'copyLines':
      return copyLines(home, action)
  }
}

const isClosing = (home: DataFolder, path: string): boolean =>
  succeeds(() => protect(home, path)) && ((statusOf(path)?.mode ?? 0) & 0o077) === 0

function setAside(home: DataFolder, file: string): string[] {
  const places: string[] = []
  quarantine(home, file, {
    moved(place) {
      places.push(place)
      return ''
    },
    left: '',
  })
  return places
}

function copyAside(home: DataFolder, file: string): string[] {
  const bytes = readBytes(join(home.path, file))
  return bytes === null ? [] : addToQuarantine(home, file.replaceAll('/', '-'), '', bytes)
}

function copyLines(
  home: DataFolder,
  { file, device, lines }: Extract<Action, { kind: 'copyLines' }>,
): string[] {
  const bytes = readBytes(join(home.path, file)) ?? new Uint8Array()
  const newline = Buffer.from('\n')
  const copied = lines.flatMap(({ start, end }) => [bytes.subarray(start, end), newline])
  return addToQuarantine(home, `journal-${device}`, '.jsonl', Buffer.concat(copied))
}

/** Adds a file to quarantine, whole or not at all, and gives back its place. */
function addToQuarantine(home: DataFolder, name: string, ending: string, bytes: Uint8Array): string[] {
  const stamp = stampOf(home)
  let place: string | null = null
  succeeds(() => {
    place = firstFree(
      (suffix) => `quarantine/${name}-${stamp}${suffix}${ending}`,
      (free) => addFile(home, free, bytes),
    )
  })
  return place === null ? [] : [place]
}
