import { closeSync, openSync, readSync, statSync } from 'node:fs'
import { join } from 'node:path'
import type { BankCopy, CopyContents } from '../../ports.ts'
import { isObject } from '../../text/safe-json.ts'
import { isSlug } from '../../text/slug.ts'
import { asUserError } from '../as-user-error.ts'
import {
  claims,
  codeOf,
  ensureFolder,
  firstFree,
  moveToFreeName,
  replaceBy,
  succeeds,
  writeNewFile,
} from '../files.ts'
import { addFile, type DataFolder, jsonOf, namesIn, notice, stampOf } from '../folder.ts'
import { readOrQuarantine } from '../quarantine.ts'
import {
  allQuestionsIn,
  copyText,
  listedIn,
  openCopy,
  questionsIn,
  type ReadBytes,
  version,
} from './format.ts'
import { isQuestion, isTextsOrNone, salvage } from './salvage.ts'

const fileOf = (slug: string): string => `banks/${slug}.json`

/**
 * The parsed copy of an added bank; null if there is none that can be used. One that is damaged goes to quarantine, and what
 * is left of it takes its place until its source is read again.
 */
export function readCopy(home: DataFolder, slug: string): BankCopy | null {
  if (!isSlug(slug)) return null
  let left: BankCopy | null = null
  const remedy = 'What is left of it is used, and its source is read again if it is still there.'
  const stored = readOrQuarantine(home, fileOf(slug), remedy, (bytes) => {
    const found = storedIn(bytes)
    if (found === null) left = salvage(bytes, slug)
    return found
  })
  if (stored === 'newer') {
    notice(home, `The bank ${slug} was saved by a newer greenroom. Upgrade this one to use it.`)
    return null
  }
  const copy = stored?.copy ?? left
  // one of the first version gets checksums, so that parts of it can be read from now on
  const isToWrite = stored === null ? left !== null && !home.unmovable.has(fileOf(slug)) : stored.isOld
  if (copy !== null && isToWrite && copy.bank.slug === slug) succeeds(() => writeCopy(home, copy))
  return copy
}

function storedIn(bytes: Buffer): { copy: BankCopy; isOld: boolean } | 'newer' | null {
  const read: ReadBytes = (start, length) => bytes.subarray(start, start + length)
  const opened = openCopy(read)
  if (opened !== null) {
    const { source, stamp, bank } = opened.head
    const questions = allQuestionsIn(bytes, opened) ?? questionsIn(read, opened, listedIn(opened))
    return questions && { copy: { source, stamp, bank: { ...bank, questions } }, isOld: false }
  }
  const value = jsonOf(bytes)
  if (!isObject(value) || typeof value.v !== 'number') return null
  if (value.v > version) return 'newer'
  if (!isFirst(value)) return null
  const { source, stamp, bank } = value
  return { copy: { source, stamp, bank }, isOld: true }
}

/** Whether it is a copy of the first version, which had no checksums. */
const isFirst = (value: Record<string, unknown>): value is BankCopy & Record<string, unknown> =>
  value.v === 1 &&
  typeof value.source === 'string' &&
  (value.stamp === null || typeof value.stamp === 'string') &&
  isObject(value.bank) &&
  typeof value.bank.slug === 'string' &&
  typeof value.bank.title === 'string' &&
  Array.isArray(value.bank.warnings) &&
  isTextsOrNone(value.bank.toAsk) &&
  Array.isArray(value.bank.questions) &&
  value.bank.questions.every(isQuestion)

/** More questions than this are read faster with all the others than one by one. */
const maxSingleReads = 1000

/** What is in the copy of a bank, without reading all of it; null where that is not possible. */
export function readContents(home: DataFolder, slug: string): CopyContents | null {
  if (!isSlug(slug)) return null
  const path = join(home.path, fileOf(slug))
  const opened = readParts(path, openCopy)
  if (opened === null) return null
  const { source, stamp } = opened.head
  return {
    source,
    stamp,
    questions: listedIn(opened),
    read: (listed) =>
      listed.length > maxSingleReads ? null : readParts(path, (read) => questionsIn(read, opened, listed)),
  }
}

/** What `use` makes of parts of a file; null where they cannot be read. */
function readParts<T>(path: string, use: (read: ReadBytes) => T | null): T | null {
  try {
    // opening a pipe would wait for somebody to write to it
    if (!statSync(path).isFile()) return null
    const file = openSync(path, 'r')
    try {
      return use((start, length) => {
        const bytes = Buffer.allocUnsafe(length)
        return bytes.subarray(0, readSync(file, bytes, 0, length, start))
      })
    } finally {
      closeSync(file)
    }
  } catch {
    return null
  }
}

/** Saves the copy of a bank, whole or not at all. */
export function writeCopy(home: DataFolder, copy: BankCopy): void {
  const { files } = home
  const folder = join(home.path, 'banks')
  const { slug } = copy.bank
  const draft = join(folder, `.${slug.slice(0, 40)}-${home.uuid()}`)
  try {
    ensureFolder(files, folder, 0o700)
    writeNewFile(files, draft, copyText(copy), 0o600)
    replaceBy(files, draft, join(home.path, fileOf(slug)))
  } catch (error) {
    succeeds(() => files.remove(draft))
    throw asUserError(`The bank ${slug} could not be saved in ${folder}`, error)
  }
}

/** The bank in a copy that lies elsewhere, such as one in the backups; null where it is none, or is not whole. */
export function copyIn(bytes: Uint8Array): BankCopy | null {
  const stored = storedIn(Buffer.from(bytes))
  return stored === null || stored === 'newer' || !isSlug(stored.copy.bank.slug) ? null : stored.copy
}

/**
 * Moves the copy of a bank to the backups: where its source is gone, it is all that is left of it. Returns its path; null
 * where there is no copy.
 */
export function dropCopy(home: DataFolder, slug: string): string | null {
  const { files } = home
  const folder = join(home.path, 'backups')
  const wanted = join(folder, `bank-${slug}-${stampOf(home)}`)
  try {
    ensureFolder(files, folder, 0o700)
    return firstFree(
      (suffix) => `${wanted}${suffix}.json`,
      (path) => claims(() => moveToFreeName(files, join(home.path, fileOf(slug)), path)),
    )
  } catch (error) {
    if (codeOf(error) !== 'ENOENT') throw asUserError(`The bank ${slug} could not be removed`, error)
    return null
  }
}

/** Keeps a bank in the backups as it was before its source lost questions. Returns its path; null where there is no room. */
export function keepFormer(home: DataFolder, copy: BankCopy): string | null {
  const { slug } = copy.bank
  try {
    const name = firstFree(
      (suffix) => join('backups', `bank-${slug}-${stampOf(home)}${suffix}.json`),
      (wanted) => addFile(home, wanted, Buffer.from(copyText(copy))),
    )
    return name && join(home.path, name)
  } catch (error) {
    throw asUserError(`The bank ${slug} could not be kept as it was`, error)
  }
}

/** The slugs of all added banks, in order. */
export function bankSlugs(home: DataFolder): string[] {
  return namesIn(join(home.path, 'banks'))
    .filter((name) => name.endsWith('.json'))
    .map((name) => name.slice(0, -'.json'.length))
    .filter((slug) => isSlug(slug))
}
