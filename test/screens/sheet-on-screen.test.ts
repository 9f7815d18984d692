import { expect, test } from 'vitest'
import { sheetOnScreen } from '../../src/screens/sheet-on-screen.ts'
import { styleOf } from '../../src/screens/style.ts'
import { width } from '../../src/text/wrap.ts'

const plain = styleOf({ level: 0, ascii: false })

const entry = (at: number): string =>
  `- **Question ${at}** (3, solid)\n  Point one · Point two of some more words\n  *Change: name the number ${at}*\n`
const sheet = (count: number): string =>
  `# Sat 5 Dec: your page\n\n## Weakest first\n\n${[1, 2, 3].map(entry).join('')}\n## Then\n\n${Array.from({ length: count - 3 }, (_, at) => entry(at + 4)).join('')}\nSay each out loud once.\n`

const on = (count: number, columns: number, rows: number) =>
  sheetOnScreen(sheet(count), { columns, rows }, plain)

test.each([
  [3, 50],
  [5, 24],
  [7, 24],
  [8, 24],
])('%i questions are whole on a screen of %i rows', (count, rows) => {
  const [page = '', ...others] = on(count, 80, rows)
  expect(others).toEqual([])
  expect(page.split('\n').length).toBeLessThanOrEqual(rows - 2)
  for (let at = 1; at <= count; at++) {
    expect(page).toContain(`• Question ${at} (3, solid)\n  `)
    expect(page).toContain(`Change: name the number ${at}`)
  }
})

test('a small screen leaves out blank lines, then puts the change before the points', () => {
  expect(on(3, 40, 24)[0]).toMatchInlineSnapshot(`
    "Sat 5 Dec: your page

    Weakest first

    • Question 1 (3, solid)
      Point one · Point two of some more
      words
      Change: name the number 1
    • Question 2 (3, solid)
      Point one · Point two of some more
      words
      Change: name the number 2
    • Question 3 (3, solid)
      Point one · Point two of some more
      words
      Change: name the number 3

    Then

    Say each out loud once."
  `)
  expect(on(3, 40, 14)[0]).toMatchInlineSnapshot(`
    "Sat 5 Dec: your page
    Weakest first
    • Question 1 (3, solid)
      Change: name the number 1 · Point one…
    • Question 2 (3, solid)
      Change: name the number 2 · Point one…
    • Question 3 (3, solid)
      Change: name the number 3 · Point one…
    Then
    Say each out loud once."
  `)
})

test.each([15, 24])('what does not fit comes in pages of %i rows that end before an entry', (rows) => {
  const pages = on(18, 40, rows)
  expect(pages.length).toBeGreaterThan(1)
  for (const page of pages) {
    expect(page.split('\n').length).toBeLessThanOrEqual(rows - 2)
    expect(page.split('\n').every((line) => width(line) <= 40)).toBe(true)
  }
  for (const page of pages.slice(1)) expect(page).toMatch(/^\S/)
  const all = pages.join('\n')
  for (let at = 1; at <= 18; at++) expect(all).toContain(`Change: name the number ${at}`)
})

test('without rows all of it is one page', () => {
  expect(on(18, 40, Infinity)).toHaveLength(1)
})
