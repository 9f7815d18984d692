import { closeSync, openSync, readSync, statSync } from 'node:fs'
import { join } from 'node:path'
import type { Take, TakeFile, Takes } from '../ports.ts'
import { dayOfDate } from '../text/dates.ts'
import { dateIn, expired, questionPart, readTakeFile, takeFile } from '../voice/take-name.ts'
import { headerLength, msOf, soundIn, wavHeader } from '../voice/wav.ts'
import { asUserError } from './as-user-error.ts'
import { ensureFolder, succeeds, withCode, writeAll } from './files.ts'
import { type DataFolder, namesIn, readBytes, stampOf } from './folder.ts'

/** The folder of the recordings, which no backup, sync or export looks into. */
const folderName = 'takes'

/** The most of a take that is given back where the disk is full, in bytes: a second, for what comes after it in the journal. */
const givenBack = 32 * 1024

/** The file in it that names the recorder that worked last. */
const recorderFile = 'recorder'

export function takesIn(home: DataFolder): Takes {
  const folder = join(home.path, folderName)
  const all = (): Take[] =>
    namesIn(folder).flatMap((file) => {
      const name = readTakeFile(file)
      const path = join(folder, file)
      const size = name === null ? null : sizeOf(path)
      return name === null || size === null ? [] : [{ ...name, file, path, size, ms: msOf(soundIn(size)) }]
    })
  const remove = (files: readonly string[]): void => {
    for (const file of files) {
      try {
        home.files.remove(join(folder, file))
      } catch (error) {
        throw asUserError(`${join(folder, file)} cannot be removed`, error)
      }
    }
  }
  return {
    folder,
    all,
    begin: (question, id) =>
      beginTake(home, folder, { stamp: stampOf(home), question: questionPart(question), id }),
    remove,
    tidy(limits) {
      const today = dayOfDate(dateIn(stampOf(home))) ?? 0
      const gone = expired(all(), limits, (date) => today - (dayOfDate(date) ?? today))
      for (const { file } of gone) succeeds(() => remove([file]))
      for (const take of all()) succeeds(() => fixHeader(home, take))
    },
    recorder() {
      const name = readBytes(join(folder, recorderFile))?.toString('utf8').trim() ?? ''
      return name === '' ? null : name
    },
    remember(recorder) {
      succeeds(() => {
        const path = join(folder, recorderFile)
        ensureFolder(home.files, folder, 0o700)
        succeeds(() => home.files.remove(path))
        write(home, path, Buffer.from(`${recorder}\n`))
      })
    },
  }
}

/** The size of a file; null where there is none, or something else of that name. */
function sizeOf(path: string): number | null {
  const status = statSync(path, { throwIfNoEntry: false })
  return status?.isFile() ? status.size : null
}

function write({ files }: DataFolder, path: string, bytes: Uint8Array): void {
  const file = files.open(path, 'wx', 0o600)
  try {
    writeAll(files, file, bytes)
  } finally {
    files.close(file)
  }
}

/** Writes a take as it is recorded. Its header is true after each piece, so that it plays whatever ends the process. */
function beginTake(
  home: DataFolder,
  folder: string,
  name: { stamp: string; question: string; id: string },
): TakeFile {
  const { files } = home
  const path = join(folder, takeFile(name))
  let file: number | null = null
  let bytes = 0
  let isCreated = false
  const create = (): number => {
    ensureFolder(files, folder, 0o700)
    const created = files.open(path, 'wx', 0o600)
    try {
      writeAll(files, created, wavHeader(0), 0)
      isCreated = true
      return created
    } catch (error) {
      files.close(created)
      succeeds(() => files.remove(path))
      throw error
    }
  }
  return {
    add(piece) {
      try {
        // `b` may have gone back to a take that was closed
        file ??= isCreated ? files.open(path, 'r+', 0o600) : create()
        for (let done = 0; done < piece.length; ) {
          const written = files.write(file, piece.subarray(done), headerLength + bytes)
          if (written === 0) throw withCode('ENOSPC')
          done += written
          bytes += written
        }
      } catch (error) {
        if (file !== null) {
          const full = file
          bytes = soundIn(headerLength + bytes - Math.min(givenBack, bytes >> 1))
          succeeds(() => files.truncate(full, headerLength + bytes))
        }
        throw asUserError('The recording cannot be written', error)
      } finally {
        if (file !== null) {
          const open = file
          succeeds(() => writeAll(files, open, wavHeader(soundIn(headerLength + bytes)), 0))
        }
      }
    },
    close() {
      if (file !== null) files.close(file)
      file = null
    },
    remove() {
      this.close()
      if (isCreated) succeeds(() => files.remove(path))
    },
  }
}

/** Makes the header of a take say how much sound there is. */
function fixHeader({ files }: DataFolder, { path, size }: Take): void {
  const header = wavHeader(soundIn(size))
  if (headerOf(path).equals(header)) return
  const file = files.open(path, 'r+', 0o600)
  try {
    writeAll(files, file, header, 0)
  } finally {
    files.close(file)
  }
}

function headerOf(path: string): Buffer {
  const header = Buffer.alloc(headerLength)
  const file = openSync(path, 'r')
  try {
    return header.subarray(0, readSync(file, header))
  } finally {
    closeSync(file)
  }
}
