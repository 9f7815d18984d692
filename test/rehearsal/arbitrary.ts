import fc from 'fast-check'
import type { Rehearsal } from '../../src/rehearsal/rehearsal.ts'
import {
  away,
  bare,
  drill,
  heard,
  type Input,
  item,
  line,
  mock,
  points,
  question,
  story,
  unseen,
} from './play.ts'

const texts = ['', '1', '1 2', '3', '4', '9', '?', 'x', 's', 'q', '.', 'b', 'words', '\u001b[2J\u202e']

export const inputs: fc.Arbitrary<Input> = fc.oneof(
  // mostly what leads on, so that every phase is reached
  { weight: 4, arbitrary: fc.constantFrom('enter', '3', '2', 'space', line(''), line('3')) },
  fc.constantFrom('enter', 'space', '1', '2', '3', '4', 'up', 'down', ...'xsqpcbmae?z'),
  fc.constantFrom(...texts).map(line),
  fc.constantFrom('1s', '40s', '3m'),
  fc.constantFrom('3s', '10m').map(away),
  fc.constantFrom('20s', '4m').map(unseen),
  fc.constantFrom('One, um, in full, and two.', 'Listen and decide.').map(heard),
  fc.constantFrom('', '- One\n- Two', 'Just so.').map(story),
)

const many = Array.from({ length: 30 }, (_, i) => `Point ${i} 日本語 ${'and on '.repeat(i)}`)

/** Questions as a rehearsal of this kind asks them: only a mock has follow-ups. */
const itemsOf = (kind: typeof drill) =>
  fc
    .uniqueArray(
      fc.record({
        asked: fc.constantFrom(
          question('First?'),
          question('Second?', { keyPoints: [] }),
          question('Third?', { answer: null }),
          question(`Why ${'so very long '.repeat(30)}?`, { keyPoints: points(...many) }),
          bare('Fourth?'),
          question(`Why “${'so… '.repeat(20)}” — at all…?`, {
            section: 'On… · and… on…',
            answer: `- **Because…** it’s ${'so… '.repeat(20)}&hellip;`,
            weakAnswer: 'Well… '.repeat(12),
            keyPoints: points(...Array.from({ length: 9 }, (_, i) => `Point… ${i} ${'and… '.repeat(i)}`)),
          }),
        ),
        story: fc.constantFrom(null, '- Mine\n- Yours', `# It’s mine…\n\n- ${'so… '.repeat(20)}`),
        lastChange: fc.constantFrom(null, 'Breathe', 'Two\nlines\u001b[2J', 'Slower… '.repeat(12)),
        followUp: fc.constantFrom(null, ...(kind === mock ? ['And then?', 'And… '.repeat(12)] : [])),
        budgetMs: fc.constantFrom(5000, 90_000),
      }),
      { minLength: 1, maxLength: 3, selector: ({ asked }) => asked.id },
    )
    .map((all) => all.map(({ asked, ...more }) => item(asked, more)))

export const rehearsals: fc.Arbitrary<Rehearsal> = fc.constantFrom(drill, mock).chain((kind) =>
  fc
    .record({
      items: itemsOf(kind),
      strict: fc.boolean(),
      typed: fc.boolean(),
      cue: fc.constantFrom('none' as const, 'words' as const, 'bell' as const),
    })
    .map(({ items, strict, typed, cue }) => kind(items, { cue, options: { strict, typed } })),
)
