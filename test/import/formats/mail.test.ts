import { describe, expect, test } from 'vitest'
import { readBank } from '../../../src/import/read.ts'
import { asked } from '../asked.ts'

const questions = (text: string): string[] => asked(text).map(([question]) => question)
const warned = (text: string): (number | null)[] =>
  readBank(text, { slug: 'mine' })
    .warnings.filter(({ code }) => code === 'not-understood')
    .map(({ line }) => line)

const first = 'How would you spend your first 90 days?'
const second = 'How do you measure success?'
const third = 'Describe a strategy you had to sell upwards.'
const all = [first, second, third]
const head = 'From: Dana <dana@example.com>\nTo: me\nSubject: Your onsite\n\nHi,\nthe panel will ask:\n'
const foot = 'Do you have any questions for me?\nBest,\nDana\n'
const quoted = (mark: string): string => all.map((text) => `${mark}${text}\n`).join('')

describe('a pasted mail', () => {
  test.each([
    ['quotes', `${head}\n${quoted('> ')}\n${foot}`],
    ['quotes without blank lines', head + quoted('> ') + foot],
    ['quotes at two levels', head + quoted('> > ') + foot],
    ['quotes list items', head + quoted('> - ') + foot],
    ['quotes with a name among them', `${head}${quoted('> ')}> Biggest failure\n${foot}`],
    ['is quoted itself', `On Tue, 24 Nov 2026, Dana wrote:\n> Hi Alex,\n${quoted('> 1. ')}> Best, Dana\n`],
    ['is quoted with its headers', `${head}${quoted('')}${foot}`.replace(/^/gm, '> ')],
    ['was forwarded', `For you.\n\n-----Original Message-----\n${head}${quoted('> ')}${foot}`],
    ['is in another language', head.replace('From', 'Von').replace('Subject', 'Betreff') + quoted('> ')],
  ])('that %s is read', (_, text) => {
    expect(asked(text).slice(0, 3)).toEqual(all.map((question) => [question, null]))
    expect(questions(text).length).toBe(/Biggest/.test(text) ? 4 : 3)
  })

  test.each([
    ['headings', '## Why us?\nThe team.\n\n## How do you plan?\n\n', ''],
    ['labels', 'Q: Why us?\nA: The team.\n\nQ: How do you plan?\n\n', ''],
    ['headings below', '## Why us?\nThe team.\n\n', '\n## How do you plan?\n'],
    ['plain questions', 'Why us?\nThe team.\n\nHow do you plan?\n\n', ''],
  ])('is no answer among %s', (_, above, below) => {
    for (const mark of ['> ', '- ']) {
      const text = above + head + quoted(mark) + foot + below
      const plan: [string, null] = ['How do you plan?', null]
      const own = [['Why us?', 'The team.'], ...(below === '' ? [plan] : [])]
      const mail = all.map((question) => [question, null])
      expect(asked(text)).toEqual([...own, ...mail, ...(below === '' ? [] : [plan])])
    }
  })

  test('has its replies as answers', () => {
    const text = `${head}> ${first}\n\nI listen.\n\n> ${second}\nBy what is shipped.\n\nBest,\nDana\n\nWhy us?\nThe team.\n\nWho decides?\nI do.\n`
    expect(asked(text)).toEqual([
      [first, 'I listen.'],
      [second, 'By what is shipped.'],
      ['Why us?', 'The team.'],
      ['Who decides?', 'I do.'],
    ])
  })

  test('may break a question', () => {
    const start = 'What would your first 90 days look like, given that the team is new to'
    expect(questions(`On Tue, Dana wrote:\n> ${start}\n> you?\n> ${second}\n>\n> Best,\n> Dana\n`)).toEqual([
      `${start} you?`,
      second,
    ])
  })

  test('that asks nothing is an answer', () => {
    const mail = 'From: me\nSubject: Delay\n\nHi all,\nwe slip by a week.\n\nBest,\nAlex'
    expect(asked(`## How do you tell people?\n\n${mail}\n\n## Why us?\nThe team.\n`)).toEqual([
      ['How do you tell people?', mail],
      ['Why us?', 'The team.'],
    ])
  })
})

describe('a quotation', () => {
  test('in prose asks where most of its lines do', () => {
    const own = 'How do you plan?\nBackwards.\n\nWhy us?\nThe team.\n\n'
    expect(questions(`${own}They ask:\n${quoted('> ')}> Biggest failure\n`)).toEqual([
      'How do you plan?',
      'Why us?',
      ...all,
      'Biggest failure',
    ])
  })

  test.each([
    [
      'below a heading',
      `## Why us?\nThe team.\n\n## How do you plan?\nI ask:\n\n> ${first}\n> ${second}\n`,
      [7, 8],
    ],
    ['between labels', `Q: Why us?\nA: The team.\n\n> ${first}\n> ${second}\n`, [4, 5]],
    ['of one line', `## Why us?\nThe team.\n\n> ${first}\n\n## How do you plan?\nSo.\n`, [4]],
  ])('%s stays in the answer, and is warned of', (_, text, lines) => {
    expect(asked(text).at(lines.length === 1 ? 0 : -1)?.[1]).toContain(`> ${first}`)
    expect(warned(text)[0]).toBe(lines[0])
  })

  test('of a sentence stays in the answer', () => {
    const text =
      '## How do you plan?\n\nI was asked.\n\n> "We ship on Friday?" he said\n\nWe did.\n\n## Why us?\nSo.\n'
    expect(asked(text)[0]?.[1]).toBe('I was asked.\n\n> "We ship on Friday?" he said\n\nWe did.')
    expect(warned(text)).toEqual([])
  })

  test.each(['> milk\n> eggs\n> bread?\n', '> We grew.\n> Then we shrank.\n> Why?\n'])(
    'that mostly tells is no list of questions: %j',
    (text) => expect(asked(text)).toEqual([]),
  )
})

describe('notes of which one line asks', () => {
  const lines = ['why us?', '- mission', 'biggest failure', '- migration 2023', 'how do you fire someone']

  test('are refused with advice that works', () => {
    const [refused] = readBank(lines.join('\n'), { slug: 'mine' }).warnings
    expect(refused?.message).toContain('only "why us?" reads like a question')
    expect(refused?.message).toContain('Begin the line of each question with "Q:"')
    const labelled = lines.map((line) => (line.startsWith('-') ? line : `Q: ${line}`))
    expect(asked(labelled.join('\n'))).toEqual([
      ['why us?', '- mission'],
      ['biggest failure', '- migration 2023'],
      ['how do you fire someone', null],
    ])
  })
})
