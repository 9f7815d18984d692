import { describe, expect, test } from 'vitest'
import { check } from '../../src/commands/bank/check.ts'
import { newFolder } from '../files.ts'
import { worldOf } from '../world.ts'

/** What `bank check` prints of some files, and the error with which it ends. */
async function checked(
  files: Record<string, string>,
  options: { json?: boolean } = {},
): Promise<{ out: string; error: unknown }> {
  const { env, said } = worldOf({ home: newFolder() })
  const read = {
    ...env,
    source: async () => ({
      source: '/notes',
      name: 'notes',
      stamp: null,
      files: Object.entries(files).map(([name, text]) => ({ name, bytes: new TextEncoder().encode(text) })),
    }),
    size: () => ({ columns: 80, rows: 24 }),
  }
  try {
    await check('notes', options, read)
    return { out: said('out'), error: null }
  } catch (error) {
    return { out: said('out'), error }
  }
}

const notes = `# My questions

Collected on trains.

## People

### How do you hire?
**Answer:** Slowly, and with others.

### Whom did you not hire?

## Later
`

describe('bank check', () => {
  test('shows the questions with their lines, then what was not taken, then the warnings', async () => {
    const { out, error } = await checked({ 'notes.md': notes })
    expect(out).toMatchInlineSnapshot(`
      "My questions: 2 questions in 1 section, 1 answered

       7  How do you hire?
          Slowly, and with others.
      10  Whom did you not hire?
          (no answer)

      Not taken from the source (2 lines):
       Sections without questions
         12  Later
       Before the first question
         3  Collected on trains.

      notes:10: warning: "Whom did you not hire?" has no answer. Add one below it,
        or write your own with "story".
      "
    `)
    expect(error).toBeNull()
  })

  test('says the same as data', async () => {
    const { out } = await checked({ 'notes.md': notes }, { json: true })
    const { skipped, columns, questions } = JSON.parse(out)
    expect(skipped).toEqual([
      { line: 3, to: 3, reason: 'before-first-question', text: 'Collected on trains.' },
      { line: 12, to: 12, reason: 'empty-section', text: 'Later' },
    ])
    expect(columns).toBeUndefined()
    expect(questions.map(({ line }: { line: number }) => line)).toEqual([7, 10])
  })

  test('names the file of each line, where there are several', async () => {
    const files = { 'a.md': notes, 'b.md': '![us](us.png)\n\n### Who decides?\n**Answer:** We.\n' }
    const { out } = await checked(files, { json: true })
    expect(JSON.parse(out).skipped).toContainEqual({
      file: 'b.md',
      line: 1,
      to: 1,
      reason: 'picture',
      text: 'us',
    })
    const { out: shown } = await checked(files)
    expect(shown).toContain('\n a.md:7  How do you hire?\n')
    expect(shown).not.toContain('The section "Later"')
  })

  test('of a file without questions says only that', async () => {
    const { out, error } = await checked({ 'notes.md': 'Some prose.\n' })
    expect(out).toMatch(/^notes: error: No questions were found\. /)
    expect(error).toMatchObject({ message: 'notes has errors.' })
  })
})

test('what is too large is said, and not that there are no questions', async () => {
  const { out } = await checked({ 'many.md': '## Why?\n'.repeat(120_000) })
  expect(out).not.toContain('No questions')
  expect(out).toContain('more than 50,000 questions')
})
