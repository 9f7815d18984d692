import { describe, expect, test } from 'vitest'
import { readBank } from '../../../src/import/read.ts'
import { asked, both, sections } from '../asked.ts'

describe('flash cards', () => {
  test('of hashcards', () => {
    const text =
      'Q: How do you plan?\nA: Backwards.\n\nQ: Who\ndecides?\nA:\n\nOne of us,\n\nmostly.\n\n---\n\nC: Trust is [slow] and [cheap].\n'
    expect(asked(text)).toEqual([
      ['How do you plan?', 'Backwards.'],
      ['Who\ndecides?', 'One of us,\n\nmostly.'],
      ['Trust is [slow] and [cheap].', 'slow\ncheap'],
    ])
  })

  test('of org-fc', () => {
    const text = `#+TITLE: Leading

* Plans
** How do you plan? :fc:
:PROPERTIES:
:FC_TYPE: normal
:ID: 1
:END:
*** Back
Backwards.
** Who decides? :leading:fc:
SCHEDULED: <2026-01-01>
One of us.
* Loose notes
Nothing.
`
    expect(asked(text)).toEqual(both)
    expect(sections(text)).toEqual(['Plans', 'Plans'])
    expect(readBank(text, { slug: 'mine' }).title).toBe('Leading')
  })

  test('of org-drill', () => {
    const text = `* Trust :drill:
:PROPERTIES:
:DRILL_CARD_TYPE: twosided
:END:
What makes trust?

** Answer
Deeds. See [[https://example.com][this]] and =code=.

#+begin_src js
* no headline
#+end_src
`
    expect(asked(text)).toEqual([
      [
        'Trust\n\nWhat makes trust?',
        'Deeds. See [this](https://example.com) and `code`.\n\n```js\n* no headline\n```',
      ],
    ])
  })

  test.each([
    ['#flashcards\n\nHow do you plan?::Backwards.\nWho decides?:::One of us. <!--SR:!2026-01-01,3,250-->\n'],
    ['How do you plan? :: Backwards.\n\nWho decides? :: One of us.\n'],
    ['How do you plan?\n?\nBackwards.\n\nWho decides?\n??\nOne of us.\n'],
    ['- How do you plan?::Backwards.\n- Who decides?::One of us.\n'],
  ])('of Obsidian: %j', (text) => {
    expect(asked(text)).toEqual(both)
  })

  test('of Anki', () => {
    const text =
      '#separator:tab\n#html:true\n#deck column:1\n#tags column:4\nLead::Plans\tHow do <b>you</b> plan?\t"Back&shy;wards:<br>""late"" &amp; calm"\ta b\nLead::Power\tWho decides?\t<ul><li>one</li><li>of us</li></ul>\t\n'
    expect(asked(text)).toEqual([
      ['How do you plan?', 'Backwards:\n"late" & calm'],
      ['Who decides?', '- one\n- of us'],
    ])
    expect(sections(text)).toEqual(['Lead: Plans', 'Lead: Power'])
  })

  test('of Anki, with gaps', () => {
    expect(
      asked('#separator:tab\n#html:false\nTrust is {{c1::slow}} and {{c2::cheap::price}}.\tI know.\n'),
    ).toEqual([['Trust is […] and [price].', 'Trust is **slow** and **cheap**.\n\nI know.']])
  })
})

test('headlines that stand below several others in the same words are parts of their answers', () => {
  const card = (question: string, reason: string): string =>
    `** ${question}\n*** Why do they ask?\n    ${reason}\n`
  const text = `* About me
** born by the sea
* Talks
${card('How do you plan?', 'To see order.')}${card('Who decides?', 'To see power.')}${card('What hurts?', 'To see candour.')}`
  const found = asked(text)
  expect(found.map(([question]) => question)).toEqual(['How do you plan?', 'Who decides?', 'What hurts?'])
  expect(found[0]?.[1]).toContain('To see order.')
})
