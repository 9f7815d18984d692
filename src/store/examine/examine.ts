import type { Examination, Failure, Looked } from '../../doctor/examination.ts'
import { UserError } from '../../ports.ts'
import { codeOf } from '../files.ts'
import type { DataFolder } from '../folder.ts'
import { banksOf } from './banks.ts'
import { foldOf, historyOf, journalsIn } from './journals.ts'
import { backupsOf, deviceOf, diskOf, leftoversIn, permissionsOf, placeOf } from './place.ts'
import { configOf, progressIn, stateOf } from './summaries.ts'

/** Looks at everything in the home and changes nothing. What cannot be read is a finding like any other. */
export function examine(home: DataFolder): Examination {
  // first: another process may go on, and then the journals are longer than it knew, which is nothing special
  const saved = looked(() => progressIn(home))
  const read = looked(() => journalsIn(home))
  const folded = 'failure' in read ? null : foldOf(read)
  return {
    home: home.path,
    place: looked(() => placeOf(home.path)),
    permissions: looked(() => permissionsOf(home.path)),
    disk: looked(() => diskOf(home.path)),
    history: 'failure' in read ? read : looked(() => historyOf(read, folded, saved, home)),
    progress: 'failure' in saved ? saved : { state: stateOf(saved, folded) },
    config: looked(() => configOf(home, saved, folded)),
    banks: looked(() => banksOf(home, folded)),
    backups: looked(() => backupsOf(home)),
    device: looked(() => deviceOf(home)),
    leftovers: looked(() => leftoversIn(home)),
  }
}

function looked<T extends object>(look: () => T): Looked<T> {
  try {
    return look()
  } catch (error) {
    return failureOf(error)
  }
}

function failureOf(error: unknown): Failure {
  if (error instanceof UserError) return { failure: error.message, remedy: error.hint }
  const reason = codeOf(error) || (error instanceof Error ? error.message : String(error))
  return { failure: `This could not be looked at: ${reason}.`, remedy: 'Mend or move away what is there.' }
}
