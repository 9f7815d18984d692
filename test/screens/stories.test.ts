import { expect, test } from 'vitest'
import { type StoriesView, stories } from '../../src/screens/stories.ts'
import { styleOf } from '../../src/screens/style.ts'

const row = (name: string, numbers: number[], competencies: string[]): StoriesView['stories'][number] => ({
  name,
  questions: numbers.map((number) => ({ id: `own/q-${number}`, number, bank: 'own', isGone: false })),
  competencies,
  words: 120,
})

const view: StoriesView = {
  bank: 'own',
  questions: 40,
  stories: [
    row('The freeze', [1, 2, 3, 4, 5, 6], ['conflict', 'failure']),
    row('The hire that went wrong and right again', [7], ['hiring']),
  ],
  missing: Array.from({ length: 14 }, (_, at) => ({
    id: `own/q-${at + 8}`,
    number: at + 8,
    question: 'How do you *keep* a promise that nobody else remembers?',
  })),
  competencies: [
    { name: 'conflict', questions: 3, stories: [0] },
    { name: 'failure', questions: 2, stories: [0] },
    { name: 'hiring', questions: 1, stories: [1] },
    { name: 'influence', questions: 1, stories: [] },
  ],
  gaps: ['influence'],
  overused: [{ name: 'The freeze', questions: 6 }],
}

const drawn = (width: number, ascii = false): string =>
  stories(view, width, styleOf({ level: 0, ascii }), 'greenroom')

test.each([false, true])(
  'a competency of stories alone is asked for by no question, in plain mode: %s',
  (plain) => {
    const own = { ...view, competencies: [{ name: 'courage', questions: 0, stories: [0] }], gaps: [] }
    const shown = stories(own, 80, { ...styleOf({ level: 0, ascii: false }), plain }, 'greenroom')
    expect(shown).toContain('no question asks for it')
    expect(shown).not.toContain(' 0 questions')
  },
)

test('stories fit into 80 columns', () =>
  expect(drawn(80)).toMatchInlineSnapshot(`
  "2 stories (8 to 12 carry an interview) · own: 26 of 40 questions have one

  Stories
   A  The freeze · questions 1, 2, 3, 4, 5, 6 · conflict, failure · 120 words
   B  The hire that went wrong and right again · question 7 · hiring · 120 words

  Without a story
    8  How do you keep a promise that nobody else remembers?
    9  How do you keep a promise that nobody else remembers?
   10  How do you keep a promise that nobody else remembers?
   11  How do you keep a promise that nobody else remembers?
   12  How do you keep a promise that nobody else remembers?
   13  How do you keep a promise that nobody else remembers?
   14  How do you keep a promise that nobody else remembers?
   15  How do you keep a promise that nobody else remembers?
   16  How do you keep a promise that nobody else remembers?
   17  How do you keep a promise that nobody else remembers?
   18  How do you keep a promise that nobody else remembers?
   19  How do you keep a promise that nobody else remembers?
  and 2 more: greenroom list shows them.

  Stories × competencies
   conflict   A ·  3 questions
   failure    A ·  2 questions
   hiring     · B  1 question
   influence  · ·  1 question, no influence story

  Gaps: no influence story.
  "The freeze": one story for six questions. Have another one ready.
  "
`))

test('and into 40, in ASCII', () =>
  expect(drawn(40, true)).toMatchInlineSnapshot(`
    "2 stories (8 to 12 carry an interview) |
    own: 26 of 40 questions have one

    Stories
     A  The freeze | questions 1, 2, 3, 4,
        5, 6 | conflict, failure | 120 words
     B  The hire that went wrong and right
        again | question 7 | hiring | 120
        words

    Without a story
      8  How do you keep a promise that n...
      9  How do you keep a promise that n...
     10  How do you keep a promise that n...
     11  How do you keep a promise that n...
     12  How do you keep a promise that n...
     13  How do you keep a promise that n...
     14  How do you keep a promise that n...
     15  How do you keep a promise that n...
     16  How do you keep a promise that n...
     17  How do you keep a promise that n...
     18  How do you keep a promise that n...
     19  How do you keep a promise that n...
    and 2 more: greenroom list shows them.

    Stories x competencies
     conflict   A .  3 questions
     failure    A .  2 questions
     hiring     . B  1 question
     influence  . .  1 question, no
                     influence story

    Gaps: no influence story.
    "The freeze": one story for six
    questions. Have another one ready.
    "
  `))

test('very many stories are named by their letters, row by row', () => {
  const many = Array.from({ length: 60 }, (_, at) => row(`Story ${at}`, [at], []))
  const competencies = [{ name: 'conflict', questions: 3, stories: [0, 27, 59] }]
  const text = stories(
    { ...view, stories: many, competencies },
    80,
    styleOf({ level: 0, ascii: false }),
    'greenroom',
  )
  expect(text).toContain(' conflict  A AB BH  3 questions\n')
})
