import { describe, expect, test } from 'vitest'
import { account } from '../../src/import/account/account.ts'
import { readText } from '../../src/import/read.ts'

const read = (text: string) => readText(text, { slug: 'own', title: 'Prep' })
const plain = 'How do you lead?\n- I listen first\n\nWhy us?\n- the product\n\n'
const titled = '# Prep\n\n## Why us?\nSo.\n\n## Why now?\nSo.\n\n'
const prose = 'Wie führen Sie?\nIch höre zu.\n\nWarum wir?\nWeil es passt.\n\n'

describe('questions for the interviewers below a label', () => {
  test.each([
    [
      'a plain line',
      plain,
      'my questions to them:\n- budget?\n- who left last\n',
      ['budget?', 'who left last'],
    ],
    [
      'in German',
      prose,
      'Meine Fragen an die:\n- Budget?\n- Wer ging zuletzt?\n',
      ['Budget?', 'Wer ging zuletzt?'],
    ],
    [
      'in French',
      prose,
      'Mes questions pour eux :\n- Budget ?\n\n- Astreinte ?\n',
      ['Budget ?', 'Astreinte ?'],
    ],
    ['to ask', plain, 'To ask:\n1. Budget?\n2. On call?\n', ['Budget?', 'On call?']],
    ['without a colon', plain, 'questions for them\n- budget?\n  of the team\n', ['budget?']],
    ['a heading', titled, '## To ask\n- Budget?\n', ['Budget?']],
    ['a Spanish heading', titled, '## Mis preguntas para ellos\n- ¿Equipo?\n', ['¿Equipo?']],
    [
      'bold',
      '**Why us?**\nSo.\n\n**Why now?**\nSo.\n\n',
      '**My questions for the team:**\n- Budget?\n',
      ['Budget?'],
    ],
    [
      'a bullet',
      '- Why us?\n- Why now?\n',
      '- Questions for them:\n  - Budget?\n  - [ ] On call?\n',
      ['Budget?', 'On call?'],
    ],
    ['beside it', '- Why us?\n  - So.\n', '- Meine Fragen an die: Budget? Team?\n', ['Budget?', 'Team?']],
    ['lines', plain, 'Questions for them:\nBudget?\nOn call?\n', ['Budget?', 'On call?']],
    ['lines further below', plain, 'Questions for them:\n\nBudget?\nOn call?\n', ['Budget?', 'On call?']],
  ])('%s', (_, before, after, toAsk) => {
    const source = read(before + after)
    expect(source.bank.toAsk).toEqual(toAsk)
    expect(source.bank.questions).toEqual(read(before).bank.questions)
    const line = before.split('\n').length
    expect(account(source).skipped.at(-1)).toMatchObject({ line, reason: 'questions-to-ask' })
  })

  test('what follows the list is read', () => {
    const { bank } = read(`${plain}Questions for them:\n- budget?\n\nWhy now?\n- it is time\n`)
    expect(bank.questions.map(({ question }) => question)).toEqual([
      'How do you lead?',
      'Why us?',
      'Why now?',
    ])
    expect(bank.toAsk).toEqual(['budget?'])
  })

  test.each([
    ['nothing is below it', 'Questions for them:\n\nWhy now?\n- it is time\n'],
    ['an answer goes on', '- questions to ask:\n- who uses it?\n\nWhy now?\n- it is time\n'],
    ['they are for candidates', 'Fragen an die Bewerber:\n- Warum jetzt?\n'],
  ])('none where %s', (_, after) => {
    expect(read(plain + after).bank.toAsk).toBeUndefined()
  })

  test('a text with no other questions, and code, are left alone', () => {
    expect(read('Questions for them:\n- Why us?\n- Why now?\n').bank.questions).toHaveLength(2)
    const code = '## Why us?\n```\nQuestions for them:\n- Budget?\n```\n\n## Why now?\nSo.\n'
    expect(read(code).bank.toAsk).toBeUndefined()
  })
})

test('many labels, and long blank lines, take no longer than others', () => {
  const labels = 'to ask:\n- budget?\n\n'.repeat(50_000)
  const { bank } = read(`${plain}${' '.repeat(200_000)}\n${labels}`)
  expect(bank.toAsk).toEqual(['budget?'])
})
