import { describe, expect, it } from 'vitest'
import type { Line } from '../../src/progress/journal.ts'
import { readJournal, writeLine } from '../../src/progress/read.ts'
import { attempt, draft, rehearsal, set, skip, story, undo } from '../progress/lines.ts'
import { newHome, opened, write } from '../store/home.ts'
import { isFull } from './mode.ts'

/** Every type, text of many bytes a character, and versions of one id. */
const lines: Line[] = [
  rehearsal({ id: 'start' }),
  attempt({ id: 'first', final: false }),
  attempt({
    id: 'first',
    made: ['Zuhören – 倾听'],
    of: 3,
    change: 'Langsamer 🐢',
    followUp: { text: 'Пример?', talkMs: 9000 },
  }),
  skip('bank/two'),
  draft(),
  story('bank/one', 'Zürich, 1999:\n“we” shipped 🚀\tit'),
  undo('first'),
  set('count', 5),
  {
    v: 1,
    id: 'b',
    at: '2026-11-23T10:00:00.000+01:00',
    type: 'bank',
    slug: 'own',
    source: '/tmp/ö.md',
    state: 'added',
  },
  { v: 1, id: 'c', at: '2026-11-23T10:00:00.000+01:00', type: 'reworded', question: 'own/ö', slug: 'o' },
  rehearsal({ id: 'start', state: 'end', change: 'Atmen.' }),
]
const pieces = lines.map((line) => Buffer.from(writeLine(line)))
const bytes = Buffer.concat(pieces)

/** Where each line ends, behind its last newline. */
const ends = pieces.map((_, index) =>
  pieces.slice(0, index + 1).reduce((sum, piece) => sum + piece.length, 0),
)
const lineAt = (at: number): number => ends.findIndex((end) => at < end)

const patterns = isFull ? [1, 2, 4, 8, 16, 32, 64, 128, 255] : [1, 32, 128, 255]
const flipped = (at: number, pattern: number): Buffer => {
  const changed = Buffer.from(bytes)
  changed[at] = (changed[at] ?? 0) ^ pattern
  return changed
}

/** Those of the lines that are missing, but for the one that was hit. */
function lostIn(journal: Buffer, hit: number): Line[] {
  const there = new Set(
    readJournal(new TextDecoder().decode(journal)).lines.map((line) => JSON.stringify(line)),
  )
  return lines.filter((line, index) => index !== hit && !there.has(JSON.stringify(line)))
}

describe('a journal', () => {
  it('that ends at any byte keeps every line that is whole', () => {
    for (let cut = 0; cut <= bytes.length; cut++) {
      const read = readJournal(new TextDecoder().decode(bytes.subarray(0, cut)))
      // the newline behind a line may be missing
      expect(read.lines).toEqual(lines.slice(0, ends.filter((end) => end - 1 <= cut).length))
      expect(read.bad).toBeLessThanOrEqual(1)
    }
  })

  it('of which any byte is changed keeps every other line', () => {
    for (let at = 0; at < bytes.length; at++)
      for (const pattern of patterns) expect(lostIn(flipped(at, pattern), lineAt(at))).toEqual([])
  })

  it('of which a block became zeros keeps every other line', () => {
    for (let at = 0; at < bytes.length; at += 16) {
      const changed = Buffer.from(bytes).fill(0, at, Math.min(at + 64, bytes.length))
      const first = lineAt(at)
      const last = lineAt(Math.min(at + 63, bytes.length - 1))
      const read = readJournal(new TextDecoder().decode(changed)).lines
      for (const [index, line] of lines.entries())
        if (index < first || index > last) expect(read).toContainEqual(line)
    }
  })

  it.each([
    ['cut off', (at: number) => bytes.subarray(0, at)],
    ['changed', (at: number) => flipped(at, 255)],
  ])('that is %s gives a progress, and takes new lines', async (_, damaged) => {
    for (let at = 5; at < bytes.length; at += isFull ? 7 : 97) {
      const home = newHome()
      write(home, 'attempts/here.jsonl', damaged(at))
      const store = opened(home)
      const progress = await store.progress()
      expect(await opened(home).save()).toEqual(progress)
      const added = store.append({ type: 'skip', rehearsal: 'r1', question: 'bank/nine' })
      const after = opened(home)
      expect(after.lines().map(({ id }) => id)).toContain(added.id)
      expect(after.lines().length).toBeGreaterThanOrEqual(store.lines().length)
      await after.progress()
    }
  })
})
