import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Question } from '../../src/bank/model.ts'
import { account, accountOfFiles, type Role } from '../../src/import/account/account.ts'
import { readEach } from '../../src/import/files.ts'
import { readText, type TextRead } from '../../src/import/read.ts'

const read = (text: string): TextRead => readText(text, { slug: 'mine', title: 'interview questions' })
const skippedOf = (text: string): string[] =>
  account(read(text)).skipped.map(({ line, to, reason, text }) => `${line}-${to} ${reason}: ${text}`)

const notes = `---
title: My questions
---
# My questions

Collected on trains.

![a train](train.png)

## Contents
- [How do you hire?](#how)
- [Who decides?](#who)

## People
<!-- the first -->
### 1. How do you hire?
**Answer:** I look for *curiosity*.
- And kindness.

### 2. Who decides?
**Answer:**

One of us &amp; soon.

## Later

## License
MIT, as always.
`

test('nothing of our own format is left out', () => {
  const bank = `# Mine

## People

### How do you hire?
<!-- id: hire -->

**Answer:** Slowly, for six years, and with a task of our own.

**Key points:**

- **How I got there**: six years of it
- **The task**: our own

**Also asked as:**

- Whom do you take on?

**Follow-ups:**

- And then?

**Weak answer:** Fast.

**Time:** 90s

**Shape:** star

**Competencies:** hiring, judgement
`
  expect(account(read(bank)).skipped).toEqual([])
})

test('styles, title and sections of a page on one line are not told as parts of it', () => {
  const page =
    '<html><head><style>.a{color:#000} ol{margin:0 2px 3px}</style></head><body><h1>My own questions here</h1><h2>About all my people</h2><h3>How do you hire?</h3><p>Slowly.</p><h3>Who decides?</h3><p>We.</p></body></html>'
  expect(skippedOf(page)).toEqual([])
  expect(skippedOf(page.replace('<h2>', '<p>And what nobody ever took</p><h2>'))).toEqual([
    '1-1 part-of-line: And what nobody ever took',
  ])
})

test('a point that goes on below its label is held with the label', () => {
  const bank =
    '### How do you lead?\n**Answer:** So.\n\n**Key points:**\n\n1. Speed:\n   we ship daily\n2. Trust\n'
  expect(account(read(bank)).skipped).toEqual([])
})

test.each([
  [
    'a tag is no word of a heading with the same tag',
    'Q1. Why now\n"or then :fc:\n* TODO At last\n# later :fc:\nA: So.',
  ],
  ['a plain label ends a list of points', '### Why now\n**Key points:**\n- [ ] haste\nAnswer: So.'],
])('%s', (_, text) => {
  const { questions } = read(text).bank
  expect(questions.map(({ answer, keyPoints }) => [answer, keyPoints.map(({ text }) => text)])).toEqual([
    ['So.', [text.includes('haste') ? 'haste' : 'So.']],
  ])
  expect(account(read(text)).roles.filter((role) => role === 'skipped')).toHaveLength(
    text.includes('haste') ? 0 : 1,
  )
})

test('each line of a file has a role', () => {
  const { roles, skipped } = account(read(notes))
  const named = notes.split('\n').map((row, at) => `${roles[at]}: ${row}`)
  expect(named.filter((each) => !each.startsWith('blank'))).toEqual([
    'metadata: ---',
    'section: title: My questions',
    'metadata: ---',
    'section: # My questions',
    'skipped: Collected on trains.',
    'skipped: ![a train](train.png)',
    'skipped: ## Contents',
    'skipped: - [How do you hire?](#how)',
    'skipped: - [Who decides?](#who)',
    'section: ## People',
    'metadata: <!-- the first -->',
    'question: ### 1. How do you hire?',
    'answer: **Answer:** I look for *curiosity*.',
    'answer: - And kindness.',
    'question: ### 2. Who decides?',
    'metadata: **Answer:**',
    'answer: One of us &amp; soon.',
    'skipped: ## Later',
    'skipped: ## License',
    'skipped: MIT, as always.',
  ])
  expect(skipped).toEqual([
    { line: 6, to: 6, reason: 'before-first-question', text: 'Collected on trains.' },
    { line: 8, to: 8, reason: 'picture', text: 'a train' },
    { line: 10, to: 12, reason: 'table-of-contents', text: 'Contents' },
    { line: 25, to: 25, reason: 'empty-section', text: 'Later' },
    { line: 27, to: 28, reason: 'licence', text: 'License' },
  ])
})

test('what reads like a question, but is not marked like the others, is said', () => {
  const text = 'See why did they all leave?\n\n### How do you hire?\n**Answer:** Slowly.\n'
  expect(skippedOf(text)).toEqual(['1-1 question-like: See why did they all leave?'])
})

test('links, questions for the interviewer and the rest have reasons of their own', () => {
  const question = '### How do you hire?\n**Answer:** Slowly.\n\n'
  const before = `[A site](https://example.com)\n\n${question}`
  expect(skippedOf(before)).toEqual(['1-1 links: A site'])
  expect(skippedOf(`${question}## Questions to ask them\n\n- What is a good day?\n`)).toEqual([
    '4-6 questions-to-ask: Questions to ask them',
  ])
})

test('a list of the questions above them, without links, is a table of contents', () => {
  const text = 'How do you plan?\n\n### How do you plan?\n**Answer:** Backwards.\n'
  expect(skippedOf(text)).toEqual(['1-1 table-of-contents: How do you plan?'])
})

test('fields beyond the header of a table are named with their line, where a reader says what the columns are', () => {
  const text = 'Question,Answer\nHow do you lead?,By example,every day\nWho decides?,"Us, and soon"\n'
  const columns = ['Question', 'Answer'].map((name) => ({ name, use: name.toLowerCase() }))
  const { bank, ...rest } = read(text)
  const questions = bank.questions.map((question) => ({
    ...question,
    answer: question.answer?.replace(/\W*every day/, '') ?? null,
  }))
  expect(account({ ...rest, bank: { ...bank, questions }, columns })).toMatchObject({
    roles: ['metadata', 'question', 'question', 'blank'],
    skipped: [{ line: 2, to: 2, reason: 'beyond-header', text: 'every day' }],
  })
})

test('a section is held, also at the end of a row with more fields, and with tags behind it', () => {
  expect(
    skippedOf('Question,Answer,Topic\nWhy?,"So, or so",A\nHow?,By trust, mostly,Work\nWho?,We,Work\n'),
  ).toEqual([])
  expect(skippedOf('* Work   :a:b:\n** TODO How do you plan? :c:\nBackwards.\n** Why?\nSo.\n')).toEqual([])
})

test('the fields of a table that are parts of an answer are held', () => {
  const text =
    '# Prep\n\n| Question | Situation | Task | Action | Result |\n|---|---|---|---|---|\n| How did you ship late? | billing | ship | cut scope | in May |\n'
  expect(skippedOf(text)).toEqual([])
})

test('a question over two lines is held, with a tag behind it', () => {
  expect(skippedOf('> Why do\n> you lead? :fc:\n**Answer:** So.\n')).toEqual([])
})

test('a part of a line that nothing holds is named, where the rest is held', () => {
  const text = '[{"question": "Why?", "answer": "So.", "hint": "It has to do with the moon"}]'
  const { bank, ...rest } = read(text)
  const questions = bank.questions.map((question) => ({ ...question, answer: 'So.', keyPoints: [] }))
  expect(account({ ...rest, columns: undefined, bank: { ...bank, questions } })).toMatchObject({
    roles: ['question'],
    skipped: [{ line: 1, reason: 'part-of-line', text: 'hint": "It has to do with the moon' }],
  })
})

test.each([
  ['<html><head><style>p {}</style></head><body><p>We met in May.</p></body></html>', 'skipped'],
  ['<style>\np { color: red }\n</style>', 'metadata'],
  ['Role: I led the team.', 'skipped'],
  ['Difficulty: easy', 'metadata'],
  ['"pinned": true,', 'metadata'],
  ['- **Action:**', 'metadata'],
  ['- **Action:** I asked them.', 'skipped'],
  ['sep=;', 'metadata'],
  ['Then I left.', 'skipped'],
])('without questions %j is %s', (text, role) => {
  expect(new Set(account(read(text)).roles)).toEqual(new Set([role]))
})

test('the lines of several files are named with their files', () => {
  const bytes = (text: string) => new TextEncoder().encode(text)
  const files = [
    { name: 'a.md', bytes: bytes('Hello.\n\n### How?\n**Answer:** So.\n') },
    { name: 'b.md', bytes: bytes('### Who?\n**Answer:** Us.\n') },
  ]
  const reads = readEach(files, { slug: 'mine', title: 'all' })
  expect(accountOfFiles(reads)).toEqual([
    { file: 'a.md', line: 1, to: 1, reason: 'before-first-question', text: 'Hello.' },
  ])
})

/** Marks that lines of people's files begin with, or consist of. */
const marks = [
  '# ', '## ', '### ', '#### ', '- ', '* ', '  - ', '1. ', '2) ', 'Q1. ', 'Q: ', 'A: ', 'C: ', '> ', '    ', '| ', '',
  '', '', '**Answer:** ', '**Question:** ', '**Key points:** ', '**Follow-ups:** ', '**Time:** ', 'Tags: ', 'Answer: ',
  '<summary>', '<li>', '<!-- ', '"', '- [ ] ', '[', '\t', '* TODO ', '![',
] // biome-ignore format: one a line would be a page
const ends = [
  '',
  '',
  '?',
  '.',
  ':',
  '**',
  '</summary>',
  ' -->',
  '"',
  '](#x)',
  '](https://example.com/a)',
  '|',
  ' :fc:',
  '::',
]
const wholes = [
  '',
  '',
  '',
  '```',
  '---',
  '<details>',
  '</details>',
  '**Answer:**',
  '**Key points:**',
  '**Follow-ups:**',
  '?',
  '-->',
  '===',
  'question,answer',
  '#separator:tab',
]

/** Lines of which each has words of its own, or only marks. */
const lines = fc.array(
  fc.oneof(
    {
      weight: 3,
      arbitrary: fc.tuple(
        fc.constantFrom(...marks),
        fc.integer({ min: 1, max: 5 }),
        fc.constantFrom(...ends),
      ),
    },
    fc.constantFrom(...wholes),
  ),
  { maxLength: 40 },
)

const words = (line: number, count: number): string[] =>
  Array.from({ length: count }, (_, index) => `${'abcdefgh'[index]}${line}x`)

const texts = lines.map((all) =>
  all
    .map((each, index) => {
      if (typeof each === 'string') return each
      const [mark, count, end] = each
      const asking = end === '?' ? 'Why ' : ''
      return `${mark}${asking}${words(index + 1, count).join(' ')}${end}`
    })
    .join('\n'),
)

/** Whether a question has all these words one after the other, as far as their letters go. */
const hasAll = ({ question, answer, followUps, keyPoints }: Question, own: readonly string[]): boolean =>
  [question, answer ?? '', ...followUps, ...keyPoints.map(({ text }) => text)].some((text) =>
    text.replace(/[^a-z0-9]+/gi, ' ').includes(own.join(' ')),
  )
const hasAny = ({ question, answer, followUps, keyPoints }: Question, own: readonly string[]): boolean => {
  const texts = [question, answer, ...followUps, ...keyPoints.map(({ text }) => text)]
  const all = new Set(texts.join(' ').match(/[a-z0-9]+/gi))
  return own.some((word) => all.has(word))
}

const isHeld = (role: Role | undefined): boolean => role === 'question' || role === 'answer'

function expectTrue(text: string): void {
  const whole = read(text)
  const { roles, skipped } = account(whole)
  const rows = whole.text === '' ? [] : whole.text.split('\n')
  expect(roles).toHaveLength(rows.length)
  const covered = new Set(
    skipped
      .filter(({ reason }) => reason !== 'part-of-line')
      .flatMap(({ line, to }) => Array.from({ length: to - line + 1 }, (_, at) => line + at)),
  )
  rows.forEach((row, at) => {
    const role = roles[at]
    expect(role === 'blank').toBe(row.trim() === '')
    if (role === 'skipped') expect(covered).toContain(at + 1)
    else if (isHeld(role) || role === 'section') expect(covered).not.toContain(at + 1)
    const own = row.match(/[a-h]\d+x/g) ?? []
    if (own.length === 0) return
    const { questions } = whole.bank
    const shown = `line ${at + 1}, ${JSON.stringify(row)}, is ${role}, in\n${text}\n`
    if (questions.some((each) => each.line <= at + 1 && hasAll(each, own)))
      expect(isHeld(role), shown).toBe(true)
    if (!questions.some((each) => hasAny(each, own))) expect(isHeld(role), shown).toBe(false)
  })
}

describe('every line has one role, and never one that is not true', () => {
  test('for texts of all marks', () => {
    fc.assert(fc.property(texts, expectTrue), { numRuns: 1000 })
  })

  test('for any text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 300 }), (text) => {
        const whole = read(text)
        const rows = whole.text === '' ? [] : whole.text.split('\n')
        expect(account(whole).roles).toHaveLength(rows.length)
      }),
    )
  })

  /** Questions with answers of one or two lines, all of words of their own, and what stands between them. */
  const items = fc.array(
    fc.record({ asked: fc.nat(4), first: fc.nat(6), second: fc.nat(6), between: fc.boolean() }),
    { minLength: 2, maxLength: 12 },
  )
  type Item = { asked: string; first: string; second: string; between: string }
  const formats: Record<string, (all: Item[]) => string> = {
    own: (all) =>
      all.map((i) => `### ${i.asked}\n**Answer:** ${i.first}\n${i.second}\n\n## ${i.between}\n`).join('\n'),
    markdown: (all) => all.map((i, n) => `## ${n + 1}. ${i.asked}\n${i.first}\n\n- ${i.second}\n`).join('\n'),
    bold: (all) => all.map((i, n) => `**Q${n + 1}: ${i.asked}**\n\n${i.first}\n${i.second}\n`).join('\n'),
    details: (all) =>
      all
        .map((i) => `<details><summary>${i.asked}</summary>\n${i.first}<br>\n${i.second}\n</details>\n`)
        .join('\n'),
    cards: (all) =>
      all.map((i) => `Q: ${i.asked}\nA: ${i.first}\n${i.second}\n\n---\n${i.between}\n`).join('\n'),
    obsidian: (all) =>
      `#flashcards\n${all.map((i) => `${i.asked}::${i.first} ${i.second}\n${i.between}\n`).join('\n')}`,
    org: (all) => `#+title: x\n${all.map((i) => `* ${i.asked} :fc:\n${i.first}\n${i.second}\n`).join('')}`,
    csv: (all) =>
      `Question,Answer,Mood\n${all.map((i) => `${i.asked},"${i.first}\n${i.second}",${i.between}\n`).join('')}`,
    tsv: (all) => `Question\tAnswer\n${all.map((i) => `${i.asked}\t${i.first} ${i.second}\n`).join('')}`,
    anki: (all) =>
      `#separator:tab\n#html:true\n${all.map((i) => `${i.asked}\t<b>${i.first}</b><br>${i.second}\n`).join('')}`,
    json: (all) =>
      JSON.stringify(
        all.map((i) => ({ question: i.asked, answer: `${i.first}\n${i.second}`, mood: i.between })),
      ),
    'json on many lines': (all) =>
      JSON.stringify(
        all.map((i) => ({ question: i.asked, answer: `${i.first}\n${i.second}`, mood: i.between })),
        null,
        2,
      ),
    plain: (all) => all.map((i) => `${i.asked}\n${i.first}\n${i.second}\n`).join('\n'),
  }

  test.each(Object.keys(formats))('for banks in %s', (format) => {
    fc.assert(
      fc.property(items, (all) => {
        let next = 1
        const own = (count: number): string => words(next++, count).join(' ')
        const text = formats[format]?.(
          all.map(({ asked, first, second, between }) => ({
            asked: `How ${own(asked + 1)}?`,
            first: `${own(first + 1)}.`,
            second: own(second + 1),
            between: between ? own(3) : '',
          })),
        )
        expect(read(text ?? '').bank.questions).toHaveLength(all.length)
        expectTrue(text ?? '')
      }),
    )
  })
})

const many = (text: string, count: number): string => text.repeat(count)
test.each([
  [
    'questions on one line',
    `[${many('{"question": "Why?", "answer": "So."},', 20_000)}{"question": "How?"}]`,
  ],
  ['blanks', many(`${many(' ', 1900)}x\n`, 500)],
  ['rules with a bar', many(`|${many('-', 1900)}x\n`, 500)],
  ['links within the page', many(`${many('[a](#b)', 140)}x\n`, 200)],
  ['open links', many(`${many('[', 1900)}\n`, 500)],
  ['open tags', many(`${many('<a ', 600)}\n`, 500)],
  ['columns', `Question,Answer${many(',x', 100_000)}\nHow?,So${many(',y', 100_000)}\n`],
  ['an open quote in a table', `Question,Answer\n${many('How?,"So\n', 20_000)}`],
  ['one answer', `### How?\n**Answer:**\n${many('It is so and so, or so.\n', 30_000)}`],
  ['one long word', many('x', 2_000_000)],
])('%s are accounted for, and do not hang', (_, text) => {
  const whole = read(`${text}\n`)
  const rows = whole.text.split('\n').length
  const columns = [
    { name: 'Question', use: 'question' },
    { name: 'Answer', use: 'answer' },
  ]
  expect(account({ ...whole, columns }).roles).toHaveLength(rows)
  expect(account(whole).roles).toHaveLength(rows)
})
