import { describe, expect, test } from 'vitest'
import type { Bank, Skipped, Warning } from '../../src/bank/model.ts'
import {
  bankFacts,
  bankQuestions,
  bankSkipped,
  bankWarnings,
  type Place,
  withoutRepeats,
} from '../../src/screens/banks.ts'
import { styleOf } from '../../src/screens/style.ts'

const questions: Place[] = [
  {
    file: null,
    question: { line: 5, question: 'How do you hire?', answer: 'I look for **curiosity**.\n\n- Also kind.' },
  },
  {
    file: null,
    question: {
      line: 112,
      question: 'Whom did you not hire, and what did you say to them on that day?',
      answer:
        'Somebody brilliant and unkind, who would have cost us three others before the end of the year, and me too.',
    },
  },
  { file: null, question: { line: 120, question: 'Why?', answer: null } },
]

const skipped: Skipped[] = [
  { line: 3, to: 9, reason: 'table-of-contents', text: 'Contents' },
  {
    line: 40,
    to: 40,
    reason: 'question-like',
    text: 'What would you do on the first day with another team?',
  },
  { line: 51, to: 58, reason: 'licence', text: 'License' },
]

const plain = styleOf({ level: 0, ascii: false })
const screen = (width: number): string =>
  bankQuestions(questions, 2, width, plain) + bankSkipped(skipped, width, plain)

describe('a source that was read', () => {
  test('at 40 columns', () => {
    expect(screen(40)).toMatchInlineSnapshot(`
      "  5  How do you hire?
           I look for curiosity.
      112  Whom did you not hire, and what did
           you say to them on that day?
           Somebody brilliant and unkind, who…
           and 1 more question
      Not taken from the source (16 lines):
       Not marked like the questions. If one
       of these is a question, mark it like
       the others.
         40  What would you do on the first
             day with another team?
       Table of contents
         3-9  Contents
       Licence and contributing
         51-58  License
      "
    `)
  })

  const file = 'Interview Prep 1f3c/Questions and answers for Thursday.md'
  const there = { line: 1, to: 1, reason: 'links' as const, text: 'Tell me about yourself', file }

  test('with a long name, at 70 columns and without a width', () => {
    expect(bankSkipped([there], 70, plain)).toMatchInlineSnapshot(`
      "Not taken from the source (1 line):
       Links
         Interview Prep 1f3c/Questions and answers for Thursday.md:1
         Tell me about yourself
      "
    `)
    const asked = questions.slice(2).map((place) => ({ ...place, file }))
    expect(bankQuestions(asked, 2, Number.POSITIVE_INFINITY, plain)).toMatchInlineSnapshot(`
      "Interview Prep 1f3c/Questions and answers for Thursday.md:120
        Why?
        (no answer)
      "
    `)
  })

  test('at 80 columns', () => {
    expect(screen(80)).toMatchInlineSnapshot(`
      "  5  How do you hire?
           I look for curiosity.
      112  Whom did you not hire, and what did you say to them on that day?
           Somebody brilliant and unkind, who would have cost us three others before …
           and 1 more question
      Not taken from the source (16 lines):
       Not marked like the questions. If one of these is a question, mark it like the
       others.
         40  What would you do on the first day with another team?
       Table of contents
         3-9  Contents
       Licence and contributing
         51-58  License
      "
    `)
  })

  test('at 120 columns', () => {
    expect(screen(120)).toMatchInlineSnapshot(`
      "  5  How do you hire?
           I look for curiosity.
      112  Whom did you not hire, and what did you say to them on that day?
           Somebody brilliant and unkind, who would have cost us three others before the end of the year, and me too.
           and 1 more question
      Not taken from the source (16 lines):
       Not marked like the questions. If one of these is a question, mark it like the others.
         40  What would you do on the first day with another team?
       Table of contents
         3-9  Contents
       Licence and contributing
         51-58  License
      "
    `)
  })

  test('where a question has no answer, says so', () => {
    expect(bankQuestions(questions.slice(2), 5, 80, plain)).toBe('120  Why?\n     (no answer)\n')
  })

  test('in several files names them, below each other where there is little room', () => {
    const places = questions.slice(0, 1).map((each) => ({ ...each, file: 'a/long/folder/notes.md' }))
    const inFile = skipped.slice(1, 2).map((each) => ({ ...each, file: 'notes.md' }))
    expect(bankQuestions(places, 5, 40, plain) + bankSkipped(inFile, 40, plain)).toMatchInlineSnapshot(`
      "a/long/folder/notes.md:5
        How do you hire?
        I look for curiosity.
      Not taken from the source (1 line):
       Not marked like the questions. If one
       of these is a question, mark it like
       the others.
         notes.md:40  What would you do on the
                      first day with another
                      team?
      "
    `)
  })

  test('shows a few places of a reason, and says how many more there are', () => {
    const many = Array.from(
      { length: 12 },
      (_, n): Skipped => ({ line: n, to: n, reason: 'links', text: `Link ${n}` }),
    )
    const lines = bankSkipped(many, 80, plain).split('\n')
    expect(lines.slice(0, 3)).toEqual(['Not taken from the source (12 lines):', ' Links', '   0  Link 0'])
    expect(lines.slice(-3)).toEqual(['   4  Link 4', '   and 7 more places', ''])
  })

  test('of which nothing was left out has nothing to say', () => {
    expect(bankSkipped([], 80, plain)).toBe('')
  })
})

test('what is skipped and warned of is said once, where more can be said', () => {
  const warned = (code: Warning['code'], line: number): Warning => ({
    severity: 'warning',
    line,
    code,
    message: 'x',
  })
  const warnings = [warned('empty-section', 5), warned('empty-section', 90), warned('not-understood', 40)]
  expect(withoutRepeats(skipped, warnings)).toEqual({
    skipped: [skipped[0], skipped[2]],
    warnings: warnings.slice(1),
  })
})

test('warnings break between words where a terminal is narrow, and are one a line elsewhere', () => {
  const warnings: Warning[] = [
    { severity: 'warning', line: 7, code: 'no-answer', message: 'It has no answer. Add one below it.' },
  ]
  expect(bankWarnings(warnings, 'my.md', 30, plain)).toBe(
    'my.md:7: warning: It has no\n  answer. Add one below it.\n',
  )
  expect(bankWarnings(warnings, 'my.md', 1_000_000, plain)).toBe(
    'my.md:7: warning: It has no answer. Add one below it.\n',
  )
})

test('a bank without sections has no count of them', () => {
  const question = { section: null, answer: 'So.' }
  const bank = (...questions: object[]): Bank => ({ questions }) as unknown as Bank
  expect(bankFacts(bank(question))).toBe('1 question, 1 answered')
  expect(bankFacts(bank(question, { section: 'Talks', answer: null }))).toBe(
    '2 questions in 1 section, 1 answered',
  )
})
