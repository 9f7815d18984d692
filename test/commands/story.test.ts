import { writeFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { fileWith, journal, newFolder } from '../files.ts'
import { greenroom, json, output } from '../world.ts'

const freeze =
  '# The freeze\n\nCompetencies: conflict, Failure\n\n## Situation\n\nWe had **nine bugs** a day.\n\n## Action\n\nI froze it.'

/** A home with a bank of six questions, each of which asks for something, and the story of the first one. */
async function homeWith(story = freeze): Promise<string> {
  const home = newFolder()
  const asked = ['conflict', 'failure', 'hiring', 'conflict', 'conflict', 'conflict']
  const bank = asked
    .map((name, at) => `### Question ${at + 1}?\n**Answer:** So.\n\n**Competencies:** ${name}\n`)
    .join('\n')
  await greenroom(['bank', 'add', fileWith(bank), '--as', 'own', '--yes'], { home })
  await greenroom(['bank', 'use', 'own'], { home })
  await greenroom(['story', '1', '--text', story], { home })
  return home
}

test('lists what is written and missing, and which story shows what', async () => {
  const home = await homeWith()
  await greenroom(['story', '4', '--like', '1'], { home })
  await greenroom(['story', '5', '--text', 'We moved nineteen people to another floor.'], { home })
  expect(
    await output(['story'], { home }),
  ).toBe(`2 stories (8 to 12 carry an interview) · own: 3 of 6 questions have one

Stories
 A  The freeze · questions 1, 4 · conflict, failure · 13 words
 B  We moved nineteen people to another … · question 5 · conflict · 7 words

Without a story
 2  Question 2?
 3  Question 3?
 6  Question 6?

Competencies
conflict: stories A, B, 4 questions.
failure: story A, 1 question.
hiring: no story, 1 question.

Gaps: no hiring story.
`)
  expect(await json(['story'], { home })).toMatchObject({
    stories: [
      {
        name: 'The freeze',
        questions: [
          { id: 'own/question-1', number: 1 },
          { id: 'own/question-4', number: 4 },
        ],
        competencies: ['conflict', 'failure'],
      },
      { name: 'We moved nineteen people to another …' },
    ],
    missing: [{ number: 2 }, { number: 3 }, { number: 6 }],
    competencies: [
      { name: 'conflict', questions: 4, stories: ['The freeze', 'We moved nineteen people to another …'] },
      { name: 'failure', questions: 1, stories: ['The freeze'] },
      { name: 'hiring', questions: 1, stories: [] },
    ],
    gaps: ['hiring'],
    overused: [],
  })
})

test('one story for many questions is told as overuse', async () => {
  const home = await homeWith()
  for (const number of [2, 3, 4, 5, 6])
    await greenroom(['story', `${number}`, '--like', 'the freeze'], { home })
  expect(await output(['story'], { home })).toContain('"The freeze": one story for six questions.')
  expect((await json(['story'], { home })).overused).toEqual([{ name: 'The freeze', questions: 6 }])
})

test('without any story it says how to write one', async () => {
  expect(await output(['story'], { home: newFolder() })).toContain('greenroom story NUMBER writes one.')
})

test('the line of competencies is no part of what is shown', async () => {
  const home = await homeWith()
  const shown = await output(['show', '1'], { home })
  expect(shown).toContain('Your story (conflict, failure)')
  expect(shown).not.toContain('Competencies:')
  expect(await output(['export', 'notes'], { home })).not.toContain('Competencies:')
  const { out } = await greenroom(['drill', '1'], { home, input: '\n\n3\n1\n\n\n' })
  expect(out).not.toContain('Competencies:')
  expect(out).toContain('1. Situation: We had nine bugs a day.\n2. nine bugs\n3. Action: I froze it.\n')
})

test('a story without headings, list items and bold words leaves the points of the bank', async () => {
  const home = newFolder()
  await greenroom(['story', '1', '--text', 'First this. Then that. Then more.'], { home })
  const { keyPoints } = await json(['show', '1'], { home })
  await greenroom(['drill', '1'], { home, input: '\n\n3\n1\n\n\n' })
  expect(journal(home).findLast((line) => line.type === 'attempt')).toMatchObject({
    points: 'answer',
    of: keyPoints.length,
    made: [keyPoints[0].text],
  })
})

test.each<[string, string[], number, string]>([
  ['of a question without one', ['story', '4', '--like', '2'], 1, 'Question 2 has no story yet.'],
  ['of no question', ['story', '4', '--like', 'nothing such'], 1, 'There is no question "nothing such"'],
  ['and a text', ['story', '4', '--like', '1', '--text', 'x'], 2, '--text and --like both give the story.'],
  ['for no question', ['story', '--like', '1'], 2, 'The question is missing.'],
])('--like %s', async (_, args, code, err) => {
  const ended = await greenroom(args, { home: await homeWith() })
  expect(ended).toMatchObject({ code, err: expect.stringContaining(err) })
})

test('--like does not put one story in the place of another', async () => {
  const home = await homeWith()
  await greenroom(['story', '4', '--text', '# Mine\n\nIt was so.'], { home })
  expect(await greenroom(['story', '4', '--like', '1'], { home })).toEqual({
    code: 1,
    out: '',
    err: "Question 4 has a story of its own: Mine\nTo take the other one, remove it first: greenroom story 4 --text ''\n",
  })
  expect((await json(['show', '4'], { home })).story).toContain('# Mine')
})

const storiesOf = async (home: string): Promise<(string | null)[]> => {
  const shown = await Promise.all([1, 4, 5].map((number) => json(['show', `${number}`], { home })))
  return shown.map(({ story }) => story)
}

test('an edited story is edited for all its questions; another one is for its own question', async () => {
  const home = await homeWith()
  for (const number of ['4', '5']) await greenroom(['story', number, '--like', '1'], { home })
  let opened = ''
  const edit = (text: string): string => {
    opened = text
    return text.replace('I froze it', 'I thawed it')
  }
  const { err } = await greenroom(['story', '4'], { home, interactive: true, edit })
  expect(opened).toContain('It is the story of 3 questions: a change is made for all of them.')
  expect(err).toBe('Saved, as the story of 3 questions. greenroom show 4 shows it.\n')
  const thawed = freeze.replace('froze it', 'thawed it')
  expect(await storiesOf(home)).toEqual([thawed, thawed, thawed])
  const short = '# The freeze\n\nShort.'
  await greenroom(['story', '5', '--text', short], { home })
  expect(await storiesOf(home)).toEqual([short, short, short])
  await greenroom(['story', '5', '--text', 'Another one.'], { home })
  await greenroom(['story', '4', '--text', ''], { home })
  expect(await storiesOf(home)).toEqual([short, null, 'Another one.'])
})

test('a page with only the name of a story takes that one', async () => {
  const home = await homeWith()
  await greenroom(['config', 'set', 'shape', 'star'], { home })
  const named = (name: string) => (text: string) => text.replace('-->\n', `-->\n# ${name}\n`)
  const { err } = await greenroom(['story', '4'], { home, interactive: true, edit: named('the FREEZE') })
  expect(err).toContain('Saved, as the story of 2 questions.')
  expect((await storiesOf(home))[1]).toBe(freeze)
  const unknown = await greenroom(['story', '5'], { home, interactive: true, edit: named('The thaw') })
  expect(unknown).toMatchObject({
    code: 1,
    err: expect.stringContaining('There is no story called "The thaw".'),
  })
  expect(unknown.err).toContain('What you wrote is kept in')
  expect((await storiesOf(home))[2]).toBeNull()
})

test('the editor opens with the parts of the shape, and those without a text are left out', async () => {
  const home = newFolder()
  let opened = ''
  const edit = (text: string): string => {
    opened = text
    return text.replace('## Task\n', '## Task\n\nShip it.\n')
  }
  await greenroom(['config', 'set', 'shape', 'star'], { home })
  await greenroom(['story', '1'], { home, interactive: true, edit })
  expect(opened.replace(/^[\s\S]*-->\n/, '')).toBe(
    '\n## Situation\n\n\n## Task\n\n\n## Action\n\n\n## Result\n\n\n## Learning\n\n',
  )
  expect((await json(['show', '1'], { home })).story).toBe('## Task\n\nShip it.')
})

test('a story whose question is gone is kept, said, and given to another one', async () => {
  const home = newFolder()
  const file = fileWith('### One?\n**Answer:** So.\n\n### Two?\n**Answer:** So.\n')
  await greenroom(['bank', 'add', file, '--as', 'own', '--yes'], { home })
  await greenroom(['story', '1', '--bank', 'own', '--text', freeze], { home })
  writeFileSync(file, '### Two?\n**Answer:** So.\n')
  expect(await output(['story'], { home })).toContain('The freeze · question own/one (gone)')
  expect(await output(['story'], { home })).toContain(
    'greenroom story NUMBER --like own/one gives it to another question.',
  )
  expect(await greenroom(['story', 'own/one'], { home })).toMatchObject({
    code: 1,
    err: expect.stringContaining('The question own/one is gone from its bank; your story for it is kept.'),
  })
  await greenroom(['story', '2', '--like', 'own/one'], { home })
  expect((await json(['show', '2'], { home })).story).toBe(freeze)
  expect((await greenroom(['story', 'own/one', '--text', ''], { home })).err).toContain('Story removed.')
  expect(await output(['story'], { home })).not.toContain('gone')
})

test('a mock says where one story was told twice', async () => {
  const home = await homeWith()
  await greenroom(['story', '2', '--like', '1'], { home })
  const answers = '\n\n3\n'.repeat(3)
  const mock = ['mock', '1', '3', '2']
  const { out } = await greenroom(mock, { home, input: `${answers}${'\n\n'.repeat(3)}\n\n\n\n` })
  expect(out).toContain('One story told twice: "The freeze", in questions 1, 3. Have another one ready.')
  const drill = await greenroom(['drill', '1', '2'], { home, input: '\n\n3\n\n\n\n'.repeat(2) })
  expect(drill.out).not.toContain('told twice')
})

test('what is never to be said is kept, listed, removed, and on the page for the morning', async () => {
  const home = newFolder()
  expect((await greenroom(['story', '--never'], { home })).err).toContain('There is nothing yet')
  for (const line of ['they were *idiots*', '7', 'no idea', '7'])
    await greenroom(['story', '--never', line], { home })
  expect(await output(['story', '--never'], { home })).toBe('1. they were *idiots*\n2. 7\n3. no idea\n')
  expect(await greenroom(['story', '--never', '--remove', '3'], { home })).toMatchObject({
    code: 0,
    err: 'Removed: no idea\n',
  })
  expect(await json(['story', '--never'], { home })).toEqual(['they were *idiots*', '7'])
  expect(await output(['export', 'sheet'], { home })).toContain(
    '## Never say\n\n- they were \\*idiots\\*\n- 7\n',
  )
  expect((await greenroom(['story', '--never', '--remove', '9'], { home })).err).toContain(
    'There is no line 9 to remove: there are 2 lines.',
  )
  expect((await greenroom(['story', '1', '--never', 'x'], { home })).code).toBe(2)
  expect((await greenroom(['story', '--remove', '1'], { home })).code).toBe(2)
})

test('compare names what is never to be said, where the answer says it', async () => {
  const home = newFolder()
  const compare = ['compare', '1', '-']
  const input = 'To be honest, they were idiots.'
  expect(await output(compare, { home, input })).not.toContain('Never say')
  expect(JSON.parse(await output([...compare, '--json'], { home, input }))).not.toHaveProperty('never')
  for (const line of ['They were idiots', 'no idea']) await greenroom(['story', '--never', line], { home })
  const out = await output(compare, { home, input })
  expect(out).toContain('Never say: "They were idiots". It is in this answer.\n')
  expect(out).not.toContain('no idea')
  expect(JSON.parse(await output([...compare, '--json'], { home, input })).never).toEqual([
    'They were idiots',
  ])
})

test('questions to ask them are on the page for the morning, and no part of the story', async () => {
  const home = await homeWith(
    `${freeze}\n\n## Questions to ask them\n\n- Who left last?\n- What is *hard*?\n\n## Result\n\nFewer bugs.`,
  )
  const sheet = await output(['export', 'sheet'], { home })
  expect(sheet).toContain('## Questions to ask them\n\n- Who left last?\n- What is hard?\n')
  const shown = await output(['show', '1'], { home })
  expect(shown).not.toContain('Who left last?')
  expect(shown).toContain('Fewer bugs.')
})

test('--like takes the letter of the list too', async () => {
  const home = newFolder()
  for (const [number, text] of [
    ['1', '# The freeze\n\nCold.'],
    ['2', '# The thaw\n\nWarm.'],
  ] as const)
    await greenroom(['story', number, '--text', text], { home })
  expect(await output(['story'], { home })).toMatch(/ B {2}The thaw/)
  for (const [number, letter] of [
    ['3', 'B'],
    ['4', 'a'],
  ] as const)
    await greenroom(['story', number, '--like', letter], { home })
  expect((await json(['show', '3'], { home })).story).toBe('# The thaw\n\nWarm.')
  expect((await json(['show', '4'], { home })).story).toBe('# The freeze\n\nCold.')
  expect((await greenroom(['story', '5', '--like', 'C'], { home })).code).toBe(1)
})

test('--json is refused where a story is written', async () => {
  const home = newFolder()
  for (const args of [
    ['1'],
    ['1', '--text', 'Mine.'],
    ['--never', 'to be honest'],
    ['--never', '--remove', '1'],
  ]) {
    const { code, err } = await greenroom(['story', ...args, '--json'], { home })
    expect([code, err]).toEqual([2, expect.stringContaining('story prints JSON only of all stories')])
  }
  expect((await greenroom(['story', '--never', '--json'], { home })).out).toBe('[]\n')
})
