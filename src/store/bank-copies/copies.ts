import { closeSync, openSync, readSync, statSync } from 'node:fs'
import { join } from 'node:path'
import type { Contents, Listed, Question } from '../../bank/model.ts'
import { type BankCopy, UserError } from '../../ports.ts'
import { isObject } from '../../text/safe-json.ts'
import { isSlug } from '../../text/slug.ts'
import { asUserError } from '../as-user-error.ts'
import { codeOf, moveToFreeName, succeeds, writeNewFile } from '../files.ts'
import { type DataFolder, jsonOf, namesIn, notice, stampOf } from '../folder.ts'
import { readOrQuarantine } from '../quarantine.ts'
import { copyText, listedIn, openCopy, questionsIn, type ReadBytes, version } from './format.ts'

const fileOf = (slug: string): string => `banks/${slug}.json`

/** The parsed copy of an added bank; null if there is none that can be used. */
export function readCopy(home: DataFolder, slug: string): BankCopy | null {
  if (!isSlug(slug)) return null
  const remedy = 'The bank is read again from its source where that is still there; its history is kept.'
  const stored = readOrQuarantine(home, fileOf(slug), remedy, storedIn)
  if (stored === 'newer') {
    notice(home, `The bank ${slug} was saved by a newer greenroom. Upgrade this one to use it.`)
    return null
  }
  // from now on it has checksums, and parts of it can be read
  if (stored?.isOld && stored.copy.bank.slug === slug) succeeds(() => writeCopy(home, stored.copy))
  return stored?.copy ?? null
}

function storedIn(bytes: Buffer): { copy: BankCopy; isOld: boolean } | 'newer' | null {
  const read: ReadBytes = (start, length) => bytes.subarray(start, start + length)
  const opened = openCopy(read)
  if (opened !== null) {
    const { source, stamp, bank } = opened.head
    const questions = questionsIn(read, opened, listedIn(opened))
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
  isObject(value.bank) &&
  Array.isArray(value.bank.questions) &&
  value.bank.questions.every(isObject)

/** More questions than this are read faster with all the others than one by one. */
const maxSingleReads = 1000

/** What is in the copy of a bank, without reading all of it; null where that is not possible. */
export function readContents(
  home: DataFolder,
  slug: string,
): (Contents & Pick<BankCopy, 'source' | 'stamp'>) | null {
  if (!isSlug(slug)) return null
  const path = join(home.path, fileOf(slug))
  const opened = readParts(path, openCopy)
  if (opened === null) return null
  const { source, stamp } = opened.head
  return {
    slug,
    source,
    stamp,
    questions: listedIn(opened),
    read(listed) {
      const isFew = listed.length <= maxSingleReads
      const questions = isFew ? readParts(path, (read) => questionsIn(read, opened, listed)) : null
      return questions ?? readFromWhole(home, slug, listed)
    },
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

/** The questions from the whole copy: many of them, or from one that changed since it was listed, or is damaged. */
function readFromWhole(home: DataFolder, slug: string, listed: readonly Listed[]): Question[] {
  const copy = readCopy(home, slug)
  if (copy === null)
    throw new UserError(
      `The copy of the bank ${slug} can no longer be read.`,
      'Add the bank again from its source; its history is kept.',
    )
  const byId = new Map(copy.bank.questions.map((question) => [question.id, question]))
  return listed.map(({ id }) => {
    const question = byId.get(id)
    if (question !== undefined) return question
    throw new UserError(`The copy of the bank ${slug} changed while it was being read.`, 'Try again.')
  })
}

/** Saves the copy of a bank, whole or not at all. */
export function writeCopy(home: DataFolder, copy: BankCopy): void {
  const { files } = home
  const folder = join(home.path, 'banks')
  const { slug } = copy.bank
  const draft = join(folder, `.${slug.slice(0, 40)}-${home.uuid()}`)
  try {
    files.makeFolder(folder, 0o700)
    writeNewFile(files, draft, copyText(copy), 0o600)
    files.rename(draft, join(home.path, fileOf(slug)))
  } catch (error) {
    succeeds(() => files.remove(draft))
    throw asUserError(`The bank ${slug} could not be saved in ${folder}`, error)
  }
}

/** Moves the copy of a bank to the backups: where its source is gone, it is all that is left of it. */
export function dropCopy(home: DataFolder, slug: string): void {
  const { files } = home
  const folder = join(home.path, 'backups')
  try {
    files.makeFolder(folder, 0o700)
    moveToFreeName(files, join(home.path, fileOf(slug)), join(folder, `bank-${slug}-${stampOf(home)}.json`))
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
