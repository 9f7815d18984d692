import { chmodSync, existsSync, lstatSync, mkdirSync, readdirSync, symlinkSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it, onTestFinished } from 'vitest'
import { diskFiles, type Files } from '../../src/store/files.ts'
import { writeFileWhole } from '../../src/store/write-file.ts'
import { diskError, modeOf, read, refusalOf, temporaryFolder, write } from './home.ts'

const text = 'Notes: Ünï 🎤\n'.repeat(100)
const once = { force: false }
const force = { force: true }

describe('a file for the user', () => {
  it('is written whole, with nothing beside it', () => {
    const folder = temporaryFolder()
    writeFileWhole(join(folder, 'notes.md'), text, once)
    expect(read(folder, 'notes.md')).toBe(text)
    expect(readdirSync(folder)).toEqual(['notes.md'])
  })

  it('may be empty', () => {
    const folder = temporaryFolder()
    writeFileWhole(join(folder, 'notes.md'), '', once)
    expect(read(folder, 'notes.md')).toBe('')
  })

  it('never takes the place of another, but with force', () => {
    const folder = temporaryFolder()
    const path = join(folder, 'notes.md')
    write(folder, 'notes.md', 'mine')
    expect(refusalOf(() => writeFileWhole(path, text, once))).toBe(
      `${path} already exists. Replace it with --force, or name another file.`,
    )
    expect(read(folder, 'notes.md')).toBe('mine')
    writeFileWhole(path, text, force)
    expect(read(folder, 'notes.md')).toBe(text)
    expect(readdirSync(folder)).toEqual(['notes.md'])
  })

  it('does not take the place of one that came at the last moment', () => {
    const folder = temporaryFolder()
    for (const linkCode of [null, 'EPERM']) {
      const name = `notes-${linkCode}.md`
      const files: Files = {
        ...diskFiles,
        link(from, to) {
          write(folder, name, 'mine')
          if (linkCode) throw diskError(linkCode)
          diskFiles.link(from, to)
        },
      }
      expect(refusalOf(() => writeFileWhole(join(folder, name), text, { ...once, files }))).toContain(
        'already exists.',
      )
      expect(read(folder, name)).toBe('mine')
    }
    expect(readdirSync(folder)).toHaveLength(2)
  })

  it('is made where the disk knows no hard links', () => {
    const folder = temporaryFolder()
    const link = () => {
      throw diskError('ENOTSUP')
    }
    writeFileWhole(join(folder, 'notes.md'), text, { ...once, files: { ...diskFiles, link } })
    expect(read(folder, 'notes.md')).toBe(text)
    expect(readdirSync(folder)).toEqual(['notes.md'])
  })

  it('goes on with the rest after a short write', () => {
    const folder = temporaryFolder()
    const files: Files = { ...diskFiles, write: (file, bytes) => diskFiles.write(file, bytes.subarray(0, 7)) }
    writeFileWhole(join(folder, 'notes.md'), text, { ...once, files })
    expect(read(folder, 'notes.md')).toBe(text)
  })

  const calls = ['open', 'write', 'sync', 'close', 'link', 'rename'] as const
  it.each(calls.flatMap((call) => ['ENOSPC', 'EIO', 'EACCES'].map((code) => [call, code] as const)))(
    'is whole or not there, where %s fails with %s',
    (call, code) => {
      for (const options of [once, force]) {
        const folder = temporaryFolder()
        const path = join(folder, 'notes.md')
        if (options.force) write(folder, 'notes.md', 'before')
        const files: Files = {
          ...diskFiles,
          [call]() {
            throw diskError(code)
          },
        }
        try {
          writeFileWhole(path, text, { ...options, files })
          expect(read(folder, 'notes.md')).toBe(text)
        } catch {
          const said = refusalOf(() => writeFileWhole(path, text, { ...options, files }))
          expect(said).toMatch(/^\S+ could not be written: [^.]+\. [^.]+, or name another file\.$/)
          expect(options.force ? read(folder, 'notes.md') : existsSync(path)).toBe(
            options.force ? 'before' : false,
          )
        }
        expect(readdirSync(folder)).toEqual(existsSync(path) ? ['notes.md'] : [])
      }
    },
  )

  it('is refused on a disk that takes nothing', () => {
    const folder = temporaryFolder()
    const files: Files = { ...diskFiles, write: () => 0 }
    expect(refusalOf(() => writeFileWhole(join(folder, 'notes.md'), text, { ...once, files }))).toContain(
      'the disk is full.',
    )
    expect(readdirSync(folder)).toEqual([])
  })

  it('is not a folder', () => {
    const folder = temporaryFolder()
    expect(refusalOf(() => writeFileWhole(folder, text, force))).toBe(
      `${folder} is a folder. Name a file in it, such as ${join(folder, 'greenroom.md')}.`,
    )
    expect(refusalOf(() => writeFileWhole(`${folder}/new/`, text, once))).toContain('/new/ is a folder.')
    expect(readdirSync(folder)).toEqual([])
  })

  it('needs a folder that is there', () => {
    const folder = temporaryFolder()
    const path = join(folder, 'no', 'notes.md')
    expect(refusalOf(() => writeFileWhole(path, text, once))).toBe(
      `${path} could not be written: the folder does not exist. Create it, or name another file.`,
    )
  })

  // Windows does not tell a file in the way from a folder that is not there
  it.skipIf(process.platform === 'win32')('needs a folder, not a file', () => {
    const folder = temporaryFolder()
    write(folder, 'file', '')
    expect(refusalOf(() => writeFileWhole(join(folder, 'file', 'notes.md'), text, once))).toContain(
      'there is a file where a folder should be.',
    )
  })

  it('may have a name as long as the disk allows', () => {
    const folder = temporaryFolder()
    const name = `${'ü'.repeat(120)}.md`
    writeFileWhole(join(folder, name), text, once)
    expect(read(folder, name)).toBe(text)
  })

  // nor a name that is too long
  it.skipIf(process.platform === 'win32')('may have no longer name', () => {
    const folder = temporaryFolder()
    const tooLong = join(folder, 'n'.repeat(300))
    expect(refusalOf(() => writeFileWhole(tooLong, text, once))).toContain(
      'the name is too long. Shorten it,',
    )
  })

  it('stands in the working folder where only a name is given', () => {
    const before = process.cwd()
    const folder = temporaryFolder()
    // what is to be done last is said first: on Windows a folder is not removed while somebody is in it
    onTestFinished(() => process.chdir(before))
    // Worker threads cannot change their folder.
    try {
      process.chdir(folder)
    } catch {
      return
    }
    writeFileWhole('notes.md', text, once)
    expect(read(folder, 'notes.md')).toBe(text)
  })
})

describe.skipIf(process.platform === 'win32')('a file for the user on POSIX', () => {
  it('is written behind a link, which stays', () => {
    const folder = temporaryFolder()
    write(folder, 'real/notes.md', 'mine')
    const link = join(folder, 'link.md')
    symlinkSync('real/notes.md', link)
    expect(refusalOf(() => writeFileWhole(link, text, once))).toContain('already exists.')
    writeFileWhole(link, text, force)
    expect(read(folder, 'real/notes.md')).toBe(text)
    expect(lstatSync(link).isSymbolicLink()).toBe(true)
    expect(readdirSync(join(folder, 'real'))).toEqual(['notes.md'])
  })

  it('is written in a folder behind a link', () => {
    const folder = temporaryFolder()
    mkdirSync(join(folder, 'real'))
    symlinkSync('real', join(folder, 'link'))
    writeFileWhole(join(folder, 'link', 'notes.md'), text, once)
    expect(read(folder, 'real/notes.md')).toBe(text)
  })

  it('does not take the place of a link that leads nowhere', () => {
    const folder = temporaryFolder()
    const link = join(folder, 'link.md')
    symlinkSync('nowhere.md', link)
    expect(refusalOf(() => writeFileWhole(link, text, once))).toContain('already exists.')
    expect(readdirSync(folder)).toEqual(['link.md'])
  })

  it('goes through devices and pipes', () => {
    writeFileWhole('/dev/null', text, once)
    expect(lstatSync('/dev/null').isCharacterDevice()).toBe(true)
  })

  it('keeps the mode of what it replaces', () => {
    const folder = temporaryFolder()
    for (const mode of [0o600, 0o664, 0o666]) {
      write(folder, 'notes.md', 'mine')
      chmodSync(join(folder, 'notes.md'), mode)
      writeFileWhole(join(folder, 'notes.md'), text, force)
      expect(modeOf(folder, 'notes.md')).toBe(mode.toString(8))
    }
  })

  it.runIf(existsSync('/dev/full'))('is refused by a full device', () => {
    expect(refusalOf(() => writeFileWhole('/dev/full', text, once))).toContain('the disk is full.')
  })
})
