import fc from 'fast-check'
import { expect, test } from 'vitest'
import { runs } from '../chance.ts'
import { fileWith, journal, newFolder } from '../files.ts'
import { greenroom, output } from '../world.ts'
import { live, run } from './process.ts'

/** What must never reach a terminal from a pipe: controls but newline and tab, and what hides or reorders text. */
const forbidden = /[\0-\x08\x0b-\x1f\x7f-\x9f\u061c\u200b\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]/
/** The program's own: colours, cursor moves and erasures, synchronized output. */
const own = /\x1b\[[\d;:]*m|\x1b\[\d*(?:;\d*)?[A-HJK]|\x1b\[\?(?:7|25|2004|2026)[hl]|\r\n?|\x07/g

const nasty = [
  '\u001b]0;title\u0007',
  '\u001b[2J',
  '\u001b[3J',
  '\u001b]8;;http://evil\u001b\\link\u001b]8;;\u001b\\',
  '\u001bc',
  '\u001b[?1049h',
  '\u009b31m',
  '\u202e',
  '\u200b',
  '\u0008',
  '&#27;[31m',
  '**',
  '`',
]

const hostile = fc
  .array(fc.oneof(fc.constantFrom(...nasty), fc.string({ unit: 'binary', maxLength: 8 })), {
    minLength: 1,
    maxLength: 12,
  })
  // a line is what is read, and an argument holds no NUL
  .map((parts) => `a${parts.join('')}b`.replace(/[\r\n\0\u2028\u2029]/g, ' '))

/** Puts such a text wherever text of others comes in. */
const bankOf = (text: string): string =>
  fileWith(`# ${text}\n\n## ${text}\n\n### Why ${text}?\n**Answer:** ${text}\n\n- ${text}\n`)

test('nothing that a terminal would obey comes out, whatever a bank, a story and a change hold', async () => {
  await fc.assert(
    fc.asyncProperty(hostile, hostile, hostile, async (story, change, bank) => {
      const home = newFolder()
      const input = `\n\n3\n\n\n${change}\n`
      for (const args of [
        ['story', '1', '--text', story],
        ['bank', 'add', bankOf(bank), '--as', 'hostile', '--yes'],
        ['drill', '1'],
        ['show', '1'],
        ['export', 'notes'],
        ['drill', '1'],
        ['drill', story, '--topic', change],
        ['bank', 'check', story],
        ['drill', '1', '--bank', 'hostile'],
        ['show', '1', '--bank', 'hostile'],
        ['list', '--bank', 'hostile'],
        ['bank', 'list'],
        ['export', 'bank', '--bank', 'hostile'],
      ]) {
        const { out, err } = await greenroom(args, { home, input })
        expect(out + err).not.toMatch(forbidden)
      }
      expect(journal(home).some((line) => line.type === 'story')).toBe(true)
    }),
    { numRuns: runs(8) },
  )
})

/** All of it at once, in a home of its own, for a process. */
async function homeOfHostile(): Promise<{ home: string; input: string }> {
  const home = newFolder()
  const text = `a${nasty.join('')}b`
  await output(['story', '1', '--text', text], { home })
  await output(['bank', 'add', bankOf(text), '--as', 'hostile', '--yes'], { home })
  return { home, input: `\n\n3\n\n\n${text}\n` }
}

test.each([['leadership'], ['hostile']])('nor through a pipe, of the bank %s', async (bank) => {
  const { home, input } = await homeOfHostile()
  for (const args of [
    ['drill', '1'],
    ['drill', '1'],
    ['show', '1'],
  ]) {
    const { code, out, err } = run([...args, '--bank', bank], { home }, input)
    expect({ code, err }).toEqual({ code: 0, err: '' })
    expect(out).not.toMatch(forbidden)
    expect(out).toContain('evil')
  }
})

test.each([['leadership'], ['hostile']])(
  'nor on a terminal but colours and moves, of the bank %s',
  async (bank) => {
    const { home, input } = await homeOfHostile()
    run(['drill', '1', '--bank', bank], { home }, input)
    const program = live(['drill', '1', '--bank', bank], { home })
    await program.sees('Think')
    program.type('x')
    await program.sees('enter save')
    program.type('q')
    expect(await program.ended).toBe(0)
    expect(program.bytes().replace(own, '')).not.toMatch(forbidden)
  },
)
