import { join } from 'node:path'
import type { BankCopy } from '../../ports.ts'
import { isObject } from '../../text/safe-json.ts'
import { isSlug } from '../../text/slug.ts'
import { asUserError } from '../as-user-error.ts'
import { codeOf, moveToFreeName, succeeds, writeNewFile } from '../files.ts'
import { type DataFolder, jsonOf, namesIn, notice, stampOf } from '../folder.ts'
import { readOrQuarantine } from '../quarantine.ts'
import { copyText, isBankCopy } from './copy.ts'

/** The parsed copy of an added bank; null if there is none that can be read. */
export function readCopy(home: DataFolder, slug: string): BankCopy | null {
  if (!isSlug(slug)) return null
  const remedy = 'Add the bank again from its source; its history is kept.'
  const copy = readOrQuarantine(home, `banks/${slug}.json`, remedy, (bytes) => {
    const value = jsonOf(bytes)
    return isObject(value) && isBankCopy(value) ? (value as unknown as BankCopy) : null
  })
  if (copy && copy.v > 1) {
    notice(home, `A newer greenroom keeps the bank ${slug} here. Upgrade this one to use it.`)
    return null
  }
  return copy
}

/** Replaces the copy of a bank, whole or not at all. */
export function writeCopy(home: DataFolder, copy: BankCopy): void {
  const { files } = home
  const folder = join(home.path, 'banks')
  const { slug } = copy.bank
  const draft = join(folder, `.${slug.slice(0, 40)}-${home.uuid()}`)
  try {
    files.makeFolder(folder, 0o700)
    writeNewFile(files, draft, copyText(copy), 0o600)
    files.rename(draft, join(folder, `${slug}.json`))
  } catch (error) {
    succeeds(() => files.remove(draft))
    throw asUserError(`The bank ${slug} could not be kept in ${folder}`, error)
  }
}

/** Puts the copy of a bank among the backups: where its source is gone, it is all that there is. */
export function dropCopy(home: DataFolder, slug: string): void {
  const { files } = home
  const folder = join(home.path, 'backups')
  try {
    files.makeFolder(folder, 0o700)
    moveToFreeName(
      files,
      join(home.path, 'banks', `${slug}.json`),
      join(folder, `bank-${slug}-${stampOf(home)}.json`),
    )
  } catch (error) {
    if (codeOf(error) !== 'ENOENT') throw asUserError(`The bank ${slug} could not be removed`, error)
  }
}

/** The slugs of all added banks, in order. */
export function bankSlugs(home: DataFolder): string[] {
  return namesIn(join(home.path, 'banks'))
    .filter((name) => name.endsWith('.json'))
    .map((name) => name.slice(0, -'.json'.length))
    .filter((slug) => isSlug(slug))
}
