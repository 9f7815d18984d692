import fc from 'fast-check'
import { expect, test } from 'vitest'
import { readBank } from '../../src/import/read.ts'

const words = fc.constantFrom(
  'plan',
  'trust',
  '**trust**',
  '__the plan__',
  '[plan](https://example.org)',
  '[plan][1]',
  '<b>trust</b>',
  '&amp;',
  '`**`',
  '&lt;role&gt;',
  'a\\_b',
)
const before = fc.constantFrom('', '1. ', 'Q2: ', '✅ ', '<a name="x"></a>', '[ ] ', '**', '[](#top) ')
const after = fc.constantFrom('', ' {#anchor}', ' {.anchor}', ' ⭐', ' #flashcards', ' ^a1', ' [⬆](#top)')
const marks = fc.constantFrom('## ', '### ', '- ', '1. ', '**Q:** ', '')

const question = fc
  .tuple(before, fc.array(words, { minLength: 1, maxLength: 4 }), after)
  .map(([head, inner, tail]) => `${head}How do you ${inner.join(' ')}?${head === '**' ? '**' : ''}${tail}`)

const texts = fc
  .tuple(
    marks,
    fc.array(fc.tuple(question, fc.array(words, { minLength: 1, maxLength: 5 })), {
      minLength: 2,
      maxLength: 6,
    }),
  )
  .map(([mark, all]) =>
    [
      '# **Interview** questions &amp; more',
      '## 1. [Part](#part) <b>one</b>',
      ...all.map(([asked, answer]) => `${mark}${asked}\n\n${answer.join(' ')}.`),
    ].join('\n\n'),
  )

/** What may not be left of markup, except in code. */
const leftover = /\*\*|<\/?(?:a|b|br)\b|&(?:amp|lt|gt);|\{[#.]|\]\(|#flashcards/

test('no markup is left in questions, sections and labels', () => {
  fc.assert(
    fc.property(texts, (text) => {
      const { questions } = readBank(text, { slug: 'mine' })
      expect(questions.length).toBeGreaterThan(0)
      for (const { question, section, keyPoints } of questions) {
        for (const each of [question, section ?? '', ...keyPoints.map(({ label }) => label)])
          expect(
            each
              .replace(/`[^`]*`/g, '')
              .replaceAll('**', (found) => (keyPoints.some(({ label }) => label === each) ? '' : found)),
          ).not.toMatch(leftover)
      }
    }),
    { numRuns: 300 },
  )
})

test.each([
  ['<code class="language-text">#1</code> Why do you paint?', 'Why do you paint?'],
  ['<code>2.</code> Why do you paint?', 'Why do you paint?'],
  ['`Q3` Why do you paint?', 'Why do you paint?'],
  ['<code class="x">map()</code> or <code>forEach()</code>?', '`map()` or `forEach()`?'],
  ['*Google question* (https://example.org/google) – Why do you paint?', 'Why do you paint?'],
  ['**Amazon (and other companies) question** - Why do you paint?', 'Why do you paint?'],
  ['_Apple_ (https://example.org/apple): Why do you paint?', 'Why do you paint?'],
  ['*Paint* - why do you do it?', '*Paint* - why do you do it?'],
])('%s is the question %s', (heading, question) => {
  const text = `# Interview\n\n### ${heading}\n\nFor calm.\n\n### Where do you paint?\n\nHere.\n`
  expect(readBank(text, { slug: 'mine' }).questions[0]?.question).toBe(question)
  const summary = `<details>\n<summary>${heading}</summary>\n\nFor calm.\n</details>\n`
  expect(readBank(`# Interview\n\n${summary}\n${summary}`, { slug: 'mine' }).questions[0]?.question).toBe(
    question,
  )
})
