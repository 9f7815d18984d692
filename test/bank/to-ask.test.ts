import { expect, test } from 'vitest'
import { writeBank } from '../../src/bank/own-format/write.ts'
import { readBank } from '../../src/import/read.ts'
import { fileWith, newFolder } from '../files.ts'
import { greenroom, json, output } from '../world.ts'

const own = '### How do you hire?\n**Answer:** Slowly.\n\n'
const read = (text: string) => readBank(text, { slug: 'own' })

test.each([
  [`${own}## Questions to ask them\n\n- Who *left* last?\n2. Why now?\n`, ['Who left last?', 'Why now?']],
  [
    `${own}## Questions to ask them\n\n### Who left last?\nAsk gently.\n\n### Why now?\n`,
    ['Who left last?', 'Why now?'],
  ],
  [`## Questions for the interviewer\n\n- Why now?\n\n## Hiring\n\n${own}`, ['Why now?']],
  [
    '# Prep\n\n1. How do you hire?\n\n   Slowly.\n\n2. Why us?\n\n   Because.\n\n## Questions to ask the interviewer\n\n- Why now?\n',
    ['Why now?'],
  ],
  ['# 50 questions to ask managers\n\n### How do you hire?\n**Answer:** So.\n', undefined],
  [own, undefined],
])('%j has the questions %j for them, and rehearses none of these', (text, toAsk) => {
  const bank = read(text)
  expect(bank.toAsk).toEqual(toAsk)
  expect(bank.questions.map(({ question }) => question)).not.toContain('Why now?')
  expect(read(writeBank(bank)).toAsk).toEqual(toAsk)
})

test('they stand on the page for the morning and are asked in no rehearsal', async () => {
  const home = newFolder()
  const bank = `${own}## Questions to ask them\n\n- Who left last?\n`
  await greenroom(['bank', 'add', fileWith(bank), '--as', 'own', '--yes'], { home })
  await greenroom(['bank', 'use', 'own'], { home })
  expect(await json(['list'], { home })).toHaveLength(1)
  const asked = '## Questions to ask them\n\n- Who left last?\n'
  expect(await output(['export', 'sheet'], { home })).toContain(asked)
  await greenroom(['drill', '1'], { home, input: '\n\n3\n\n\n\n' })
  expect(await output(['export', 'sheet'], { home })).toContain(asked)
  expect(await output(['export', 'bank'], { home })).toContain(asked)
})

test('many such headings take no longer than others', () => {
  const bank = read(`${own}${'## Questions to ask them\n'.repeat(100_000)}- Why now?\n`)
  expect(bank.toAsk).toEqual(['Why now?'])
})
