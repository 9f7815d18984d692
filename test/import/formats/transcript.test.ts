import { describe, expect, test } from 'vitest'
import { account } from '../../../src/import/account/account.ts'
import { readText } from '../../../src/import/read.ts'
import { asked } from '../asked.ts'

const both = [
  ['How do you paint a wall?', 'From the top.'],
  ['Tell me about a stain.', 'Tea, on the ceiling.\nI left it.'],
]

test.each([
  [
    'times in brackets and names',
    '[9:00] ann: all set?\n[9:00] bob: sure\n[9:01] ann: How do you paint a wall?\n[9:02] bob: From the top.\n[9:03] ann: Tell me about a stain.\n[9:04] bob: Tea, on the ceiling.\n[9:05] bob: I left it.\n',
  ],
  [
    'names above what is said',
    'Call, 3 May\n\nSpeaker 1  00:00\nHow do you paint a wall?\n\nSpeaker 2  00:04\nFrom the top.\n\nSpeaker 1  00:09\nTell me about a stain.\n\nSpeaker 2  00:12\nTea, on the ceiling.\nI left it.\n',
  ],
  [
    'dates of a telephone',
    '03/05/2026, 09:00 - Ann: How do you paint a wall?\n03/05/2026, 09:01 - Bob: From the top.\n03/05/2026, 09:03 - Ann: Tell me about a stain.\n03/05/2026, 09:04 - Bob: Tea, on the ceiling.\nI left it.\n',
  ],
])('a chat is read by its turns: %s', (_, text) => {
  expect(asked(text)).toEqual(both)
})

test('what is said before the first question is told', () => {
  const text =
    '[9:00] ann: all set?\n[9:00] bob: sure\n[9:01] ann: How do you paint?\n[9:02] bob: Slowly, with a wide brush.\n[9:03] ann: Where do you paint?\n[9:04] bob: Here, at the window.\n'
  const read = readText(text, { slug: 'x' })
  expect(read.bank.questions.map(({ line }) => line)).toEqual([3, 5])
  expect(account(read).skipped.map(({ line, to }) => [line, to])).toEqual([
    [1, 1],
    [2, 2],
  ])
})

test('times in a plan for the day make no transcript', () => {
  const text = '9:00 Tea: black\n9:30 Walk: long\n10:00 Tea: green\n10:30 Walk: short\n'
  expect(asked(text)).toEqual([])
})

test('what sounds the line out, and the remarks in front of an order', () => {
  const text = [
    '[00:04] Ben: Hi Ana, can you hear me?',
    '[00:07] Ana: Yes.',
    "[00:31] Ben: Good. Let's begin. Tell me about your first loaf.",
    '[00:38] Ana: It was flat.',
    '[02:10] Ben: Who taught you to bake bread?',
    '[02:16] Ana: My aunt.',
  ].join('\n')
  expect(asked(text)).toEqual([
    ['Tell me about your first loaf.', 'It was flat.'],
    ['Who taught you to bake bread?', 'My aunt.'],
  ])
})

describe('what the one who asks has labelled or counted asks without a mark', () => {
  const turns: [string, string][] = [
    ['Lena', 'ok, deine Runde'],
    ['Lena', 'Frage 1: Warum willst du Leiter werden?'],
    ['Tom', 'Weil ich es mag.'],
    ['Lena', 'Frage 2: Beschreib einen Fehler von dir'],
    ['Tom', 'Den Plan.'],
    ['Lena', 'Frage 3: deine Stärken'],
    ['Tom', 'Geduld.'],
    ['Lena', 'sehr gut!'],
  ]
  type Row = (speaker: string, text: string, minute: number) => string
  test.each<[string, Row]>([
    ['WhatsApp', (who, text, minute) => `[12.03.25, 19:0${minute}:11] ${who}: ${text}`],
    [
      'WhatsApp with a mark',
      (who, text, minute) => `\u200e[3/12/25, 7:0${minute}:11\u202fPM] ${who}: ${text}`,
    ],
    [
      'numbers of telephones',
      (who, text, minute) =>
        `12.03.25, 19:0${minute} - ${who === 'Tom' ? '+49 170 123' : 'Lena 🎸'}: ${text}`,
    ],
    ['Telegram', (who, text, minute) => `${who}, [12.03.2025 19:0${minute}]\n${text}\n`],
    ['Slack', (who, text, minute) => `${who}\n  7:0${minute} PM\n${text}\n`],
    ['Discord', (who, text, minute) => `${who} — Today at 7:0${minute} PM\n${text}\n`],
    ['Signal', (who, text, minute) => `${who} (2025-03-12 19:0${minute}): ${text}`],
    ['IRC', (who, text, minute) => `[19:0${minute}] <${who}> ${text}`],
    ['a log', (who, text, minute) => `[2025-03-12T19:0${minute}:00] ${who}: ${text}`],
    [
      'WebVTT',
      (who, text, minute) => `00:0${minute}:01.000 --> 00:0${minute}:09.000\n<v ${who}>${text}</v>\n`,
    ],
    [
      'SubRip',
      (who, text, minute) => `${minute}\n00:0${minute}:01,000 --> 00:0${minute}:09,000\n${who}: ${text}\n`,
    ],
    ['names alone', (who, text) => `${who}: ${text}`],
  ])('%s', (_, row) => {
    expect(asked(turns.map(([who, text], minute) => row(who, text, minute)).join('\n'))).toEqual([
      ['Warum willst du Leiter werden?', 'Weil ich es mag.'],
      ['Beschreib einen Fehler von dir', 'Den Plan.'],
      ['deine Stärken', 'Geduld.'],
    ])
  })

  test('counted', () => {
    const text =
      '[9:00] ann: 1) How do you plan?\n[9:01] bob: Backwards.\n[9:02] ann: 2) your worst day\n[9:03] bob: Monday.\n[9:04] ann: 3) Who decides?\n[9:05] bob: One of us.\n'
    expect(asked(text)).toEqual([
      ['How do you plan?', 'Backwards.'],
      ['your worst day', 'Monday.'],
      ['Who decides?', 'One of us.'],
    ])
  })
})

test.each([
  [
    'times in front of lines',
    '00:00 How do you plan?\n00:05 Backwards.\n\n00:40 Who decides?\n00:44 One of us.\n',
  ],
  [
    'who speaks, and when',
    'Ann  9:12 AM\nHow do you plan?\nBackwards.\nWho decides?\nOne of us.\nBen  9:15 AM\n',
  ],
])('%s are left out', (_, text) => {
  expect(asked(text)).toEqual([
    ['How do you plan?', 'Backwards.'],
    ['Who decides?', 'One of us.'],
  ])
})
