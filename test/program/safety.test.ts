import fc from 'fast-check'
import { expect, test } from 'vitest'
import { runs } from '../chance.ts'
import { fileWith, journal, live, newFolder, run } from './greenroom.ts'

/** What must never reach a terminal from a pipe: controls but newline and tab, and what hides or reorders text. */
const forbidden = /[\0-\x08\x0b-\x1f\x7f-\x9f\u061c\u200b\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]/
/** The program's own: colours, cursor moves and erasures, synchronized output. */
const own = /\x1b\[[\d;:]*m|\x1b\[\d*(?:;\d*)?[A-HJK]|\x1b\[\?(?:25|2004|2026)[hl]|\r\n?|\x07/g

const hostile = fc
  .array(
    fc.oneof(
      fc.constantFrom(
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
      ),
      fc.string({ unit: 'binary', maxLength: 8 }),
    ),
    { minLength: 1, maxLength: 12 },
  )
  // a line is what is read, and an argument holds no NUL
  .map((parts) => `a${parts.join('')}b`.replace(/[\r\n\0\u2028\u2029]/g, ' '))

/** A home with such a story for question 1, and such a bank as the chosen one. */
function homeWith(story: string, bank: string): string {
  const home = newFolder()
  run(['story', '1', '--text', story], { home })
  const file = fileWith(`# ${bank}\n\n## ${bank}\n\n### Why ${bank}?\n**Answer:** ${bank}\n\n- ${bank}\n`)
  run(['bank', 'add', file, '--as', 'hostile', '--yes'], { home })
  return home
}

test('through pipes nothing that a terminal would obey comes out, whatever a bank, a story and a change hold', () => {
  fc.assert(
    fc.property(hostile, hostile, hostile, (story, change, bank) => {
      const home = homeWith(story, bank)
      const outs = [
        run(['drill', '1'], { home }, `\n\n3\n\n\n${change}\n`),
        run(['show', '1'], { home }),
        run(['export', 'notes'], { home }),
        run(['drill', '1'], { home }),
        run(['drill', story, '--topic', change], { home }),
        run(['bank', 'check', story], { home }),
        run(['drill', '1', '--bank', 'hostile'], { home }, `\n\n3\n\n\n${change}\n`),
        run(['show', '1', '--bank', 'hostile'], { home }),
        run(['list', '--bank', 'hostile'], { home }),
        run(['bank', 'list'], { home }),
        run(['export', 'bank', '--bank', 'hostile'], { home }),
      ]
      for (const { out, err } of outs) {
        expect(out).not.toMatch(forbidden)
        expect(err).not.toMatch(forbidden)
      }
      expect(journal(home).some((line) => line.type === 'story')).toBe(true)
    }),
    { numRuns: runs(8) },
  )
})

test('on a terminal only colours and the cursor moves of the program come out', async () => {
  await fc.assert(
    fc.asyncProperty(hostile, hostile, hostile, async (story, change, bank) => {
      const home = homeWith(story, bank)
      for (const chosen of ['leadership', 'hostile']) {
        run(['drill', '1', '--bank', chosen], { home }, `\n\n3\n\n\n${change}\n`)
        const program = live(['drill', '1', '--bank', chosen], { home })
        await program.sees('Think')
        program.type('x')
        await program.sees('enter save')
        program.type('q')
        await program.ended
        expect(program.bytes().replace(own, '')).not.toMatch(forbidden)
      }
    }),
    { numRuns: runs(5) },
  )
})
