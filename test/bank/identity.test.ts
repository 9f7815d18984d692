import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { keepIds } from '../../src/bank/identity.ts'
import type { Bank } from '../../src/bank/model.ts'
import { readBank } from '../../src/import/read.ts'

const bankOf = (...questions: string[]): Bank =>
  readBank(questions.map((each) => `### ${each}\n**Answer:** About ${each.length}.\n`).join('\n'), {
    slug: 'mine',
  })

const kept = (before: string[], after: string[]) => {
  const { bank, reworded } = keepIds(bankOf(...after), bankOf(...before).questions)
  return { ids: bank.questions.map(({ id }) => id.replace('mine/', '')), reworded }
}

describe('a bank that is read again', () => {
  test('keeps the id of a question whose wording changed, and says so', () => {
    expect(
      kept(['How do you hire people?', 'Why here?'], ['How do you hire good people?', 'Why here?']),
    ).toEqual({
      ids: ['how-do-you-hire-people', 'why-here'],
      reworded: [{ id: 'mine/how-do-you-hire-people', slug: 'how-do-you-hire-good-people' }],
    })
  })

  test('keeps ids when questions are moved, added and dropped', () => {
    expect(
      kept(['One of a kind?', 'Two of us?', 'Three times?'], ['Three times?', 'New here?', 'One of a kind?'])
        .ids,
    ).toEqual(['three-times', 'new-here', 'one-of-a-kind'])
  })

  test('takes what stands between the same neighbours for the same, if it is alike at all', () => {
    const before = ['First thing?', 'What would you tell your younger self today?', 'Last thing?']
    const after = ['First thing?', 'Advice to your younger self, in one line?', 'Last thing?']
    expect(kept(before, after).ids[1]).toBe('what-would-you-tell-your-younger-self-today')
    expect(kept(before, ['First thing?', 'Where is the money?', 'Last thing?']).ids[1]).toBe(
      'where-is-the-money',
    )
  })

  test('gives a new question another id where its own is taken by a reworded one', () => {
    expect(kept(['How do you hire?'], ['How do you hire people?', 'How do you hire?']).ids).toEqual([
      'how-do-you-hire-people',
      'how-do-you-hire',
    ])
    const twice = keepIds(bankOf('How do you hire?'), [
      { ...bankOf('How do you hire and fire?').questions[0], id: 'mine/how-do-you-hire' } as never,
    ])
    expect(twice.bank.questions[0]?.id).toBe('mine/how-do-you-hire')
  })

  test('does not take a number at the end of a wording for an id that was written down', () => {
    expect(kept(['Name your top 5'], ['Name your very own top 5']).ids).toEqual(['name-your-top-5'])
    expect(kept(['Why?', 'Why?'], ['Why?', 'Why?']).ids).toEqual(['why', 'why-2'])
  })

  test('keeps explicit ids whatever the wording', () => {
    const explicit = (text: string): Bank =>
      readBank(`### ${text}\n<!-- id: hiring -->\n**Answer:** a\n`, { slug: 'mine' })
    const { bank, reworded } = keepIds(explicit('Something else entirely?'), explicit('How?').questions)
    expect(bank.questions[0]?.id).toBe('mine/hiring')
    expect(reworded).toEqual([])
  })
})

/** Wordings that share no word, so that it is clear whose history is whose. */
const wordings = Array.from(
  { length: 12 },
  (_, n) => `${['alpha', 'beta', 'gamma', 'delta'].map((word) => `${word}${n}`).join(' ')}?`,
)

interface Edit {
  kind: 'reword' | 'drop' | 'add' | 'move'
  at: number
}

/** A question as it is worded now, and as it first was. */
interface Text {
  text: string
  origin: string
}

function edited(texts: Text[], { kind, at }: Edit, fresh: string | undefined): Text[] {
  const index = at % texts.length
  const here = texts[index] as Text
  switch (kind) {
    case 'add':
      return fresh === undefined ? texts : texts.toSpliced(index, 0, { text: fresh, origin: fresh })
    case 'drop':
      return texts.length > 1 ? texts.toSpliced(index, 1) : texts
    case 'move':
      return [...texts.toSpliced(index, 1), here]
    case 'reword':
      return texts.with(index, { ...here, text: here.text.replace(/\S+\?$/, (word) => `newly ${word}`) })
  }
}

const edits = fc.array(
  fc.record({ kind: fc.constantFrom<Edit['kind']>('reword', 'drop', 'add', 'move'), at: fc.nat() }),
  { maxLength: 12 },
)

test('after any edits every question has the history of the one that it was', () => {
  fc.assert(
    fc.property(edits, (all) => {
      const [first, unused] = [wordings.slice(0, 8), wordings.slice(8)]
      let texts = first.map((text): Text => ({ text, origin: text }))
      let bank = bankOf(...first)
      const idOf = new Map(bank.questions.map(({ id, question }) => [question, id]))
      for (const edit of all) {
        texts = edited(texts, edit, edit.kind === 'add' ? unused.shift() : undefined)
        bank = keepIds(bankOf(...texts.map(({ text }) => text)), bank.questions).bank
        const ids = bank.questions.map(({ id }) => id)
        texts.forEach(({ origin }, place) => {
          if (!idOf.has(origin)) idOf.set(origin, ids[place] ?? '')
          expect(ids[place]).toBe(idOf.get(origin))
        })
        expect(new Set(ids).size).toBe(texts.length)
      }
    }),
  )
})
