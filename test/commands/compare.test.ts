import { expect, test } from 'vitest'
import { fileWith, newFolder } from '../files.ts'
import { greenroom, json, output } from '../world.ts'

const bank = `# Mine

### How do you plan?

**Answer:** Backwards, from the date, with the team, and two weeks of reserve.

**Key points:**

- **Backwards**: from the date
- **Together**: the whole team plans
- **Reserve**: two weeks are kept free

### And then?

**Answer:**
`

async function home(): Promise<string> {
  const folder = newFolder()
  await greenroom(['bank', 'add', fileWith(bank, 'mine.md'), '--as', 'mine', '--yes'], { home: folder })
  await greenroom(['bank', 'use', 'mine'], { home: folder })
  return folder
}

const answer = 'Um, I start with the date, you know, and go backwards. We keep 2 weeks.'

test('a written answer is held against the key points of its question', async () => {
  expect(await output(['compare', '1', '-'], { home: await home(), input: answer })).toMatchInlineSnapshot(`
    "How do you plan?
    15 words, about 0:06 spoken · 2 fillers · "I" 1, "we" 1 · 1 figure

     covered  Backwards: from the date (backwards, date)
     missing  Together: the whole team plans
     covered  Reserve: two weeks are kept free (2, weeks, kept)

    Found by the words in brackets, which they share or nearly share: you decide.
    "
  `)
})

test('as JSON, and from a file behind the words of the question', async () => {
  const file = fileWith(answer, 'answer.txt')
  expect(await json(['compare', 'how', 'do', 'you', 'plan', file], { home: await home() })).toMatchObject({
    points: [
      { label: 'Backwards', state: 'covered', words: ['backwards', 'date'] },
      { state: 'missing', words: [] },
      { state: 'covered' },
    ],
    words: 15,
    spokenMs: 6207,
    fillers: 2,
    firstPerson: { i: 1, we: 1 },
    figures: 1,
  })
})

test('the last answer that was typed is taken where no file is named', async () => {
  const folder = await home()
  expect(await greenroom(['compare', '1'], { home: folder })).toMatchObject({
    code: 1,
    err: expect.stringContaining('There is no written answer to this question yet.'),
  })
  await greenroom(['drill', '1', '--typed'], {
    home: folder,
    input: '\nBackwards from the date.\n.\n3\n\n\n\n',
  })
  expect(await output(['compare', '1'], { home: folder })).toContain('covered  Backwards')
})

test.each([
  ['1', '', 'There is nothing to compare: the answer is empty.'],
  ['2', 'Anything.', 'This question has no key points to compare with.'],
  ['1', 'wort '.repeat(40), 'If it is in another language'],
])('question %s and the answer %j: %s', async (question, input, said) => {
  expect(
    (await output(['compare', question, '-'], { home: await home(), input })).replaceAll('\n', ' '),
  ).toContain(said)
})

test('an answer of a megabyte is compared', async () => {
  const input = 'from the date\n'.repeat(80_000)
  expect(await output(['compare', '1', '-'], { home: await home(), input })).toContain('covered  Backwards')
})

test('what is piped in is compared where no file is named, unless it is empty', async () => {
  const folder = await home()
  expect((await json(['compare', '1'], { home: folder, input: answer })).words).toBe(15)
  expect(await greenroom(['compare', '1'], { home: folder, input: '\n' })).toMatchObject({
    code: 1,
    err: expect.stringContaining('There is no written answer'),
  })
})

test('a file that is not there is not taken for a word of the question', async () => {
  for (const words of [
    ['1', 'nofile'],
    ['how', 'do', 'you', 'plan', 'nofile'],
  ]) {
    expect(await greenroom(['compare', ...words], { home: await home() })).toMatchObject({
      code: 1,
      err: expect.stringMatching(/^There is no file nofile\.\nGive a file/),
    })
  }
  // the wrong way round
  for (const words of [
    ['answer.txt', '1'],
    ['answer.txt', 'you', 'plan'],
  ])
    expect((await greenroom(['compare', ...words], { home: await home() })).err).toBe(
      `The question comes first, and then the file.\nTry greenroom compare ${words.slice(1).join(' ')} answer.txt\n`,
    )
  expect((await greenroom(['compare', 'nothing', 'such'], { home: await home() })).err).toContain(
    'There is no question "nothing such"',
  )
})

test('where there is a story, it is held against its points, a heading by what stands below it', async () => {
  const folder = await home()
  const story =
    '# The fair\n\n## Situation\n\nSales had promised a launch at the fair.\n\n## Action\n\nI cut the scope to **three filters**.\n'
  await greenroom(['story', '1', '--text', story], { home: folder })
  const input = 'The launch had been promised by sales for the fair. I asked around.'
  expect(await output(['compare', '1', '-'], { home: folder, input })).toContain(
    ' covered  Situation: Sales had promised a launch at the fair. (sales, promised, launch, fair)\n missing  Action: ',
  )
  const { points } = await json(['compare', '1', '-'], { home: folder, input })
  expect(points).toEqual([
    {
      text: 'Situation',
      label: 'Situation',
      state: 'covered',
      words: ['sales', 'promised', 'launch', 'fair'],
    },
    { text: 'Action', label: 'Action', state: 'missing', words: [] },
    { text: 'I cut the scope to three filters.', label: 'three filters', state: 'missing', words: [] },
  ])
})
