import type { Examination, Examined, Failure } from '../../doctor/examination.ts'
import { UserError } from '../../ports.ts'
import { codeOf } from '../files.ts'
import { type DataFolder, timeIn } from '../folder.ts'
import { localSettings, withLocal } from '../local.ts'
import { unsavedFiles } from '../unsaved.ts'
import { banksOf } from './banks.ts'
import { foldOf, historyOf, journalsIn, localJournalIn } from './journals.ts'
import { backupsOf, deviceOf, diskOf, leftoversIn, permissionsOf, placeOf } from './place.ts'
import { configOf, progressIn, stateOf } from './summaries.ts'

/** Examines everything in the home and changes nothing. What cannot be read is a finding like any other. */
export function examine(home: DataFolder): Examination {
  // before the journals: another process may lengthen these meanwhile, which is harmless that way round
  const saved = examined(() => progressIn(home))
  const journals = examined(() => journalsIn(home))
  const folded = 'failure' in journals ? null : foldOf(journals, home, timeIn(home))
  const local = examined(() => localSettings(home))
  const own = examined(() => localJournalIn(home))
  const settings = withLocal(folded?.settings ?? {}, 'failure' in local ? {} : local)
  return {
    home: home.path,
    place: examined(() => placeOf(home.path)),
    permissions: examined(() => permissionsOf(home.path)),
    disk: examined(() => diskOf(home.path)),
    history:
      'failure' in journals
        ? journals
        : examined(() =>
            historyOf([...journals, ...('failure' in own ? [] : own)], { folded, saved, settings }, home),
          ),
    progress: 'failure' in saved ? saved : { state: stateOf(saved, folded) },
    config: examined(() => configOf(home, saved, { folded, settings })),
    banks: examined(() => banksOf(home, folded)),
    backups: examined(() => backupsOf(home)),
    device: examined(() => deviceOf(home)),
    leftovers: examined(() => leftoversIn(home)),
    unsaved: examined(() => unsavedFiles(home)),
  }
}

function examined<T extends object>(look: () => T): Examined<T> {
  try {
    return look()
  } catch (error) {
    return failureOf(error)
  }
}

function failureOf(error: unknown): Failure {
  if (error instanceof UserError) return { failure: error.message, remedy: error.hint }
  const reason = codeOf(error) || (error instanceof Error ? error.message : String(error))
  return {
    failure: `This could not be checked: ${reason}.`,
    remedy: 'Repair what is there, or move it away.',
  }
}
