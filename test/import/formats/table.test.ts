import { describe, expect, test } from 'vitest'
import { account } from '../../../src/import/account/account.ts'
import { detectFormat } from '../../../src/import/formats/formats.ts'
import { readBank, readText } from '../../../src/import/read.ts'
import { asked, both, sections } from '../asked.ts'

describe('tables', () => {
  test.each([
    ['Question,Answer\nHow do you plan?,Backwards.\nWho decides?,One of us.\n'],
    ['question;answer\r\n"How do you plan?";"Backwards."\r\n"Who decides?";One of us.'],
    ['Front\tBack\nHow do you plan?\tBackwards.\nWho decides?\tOne of us.\n'],
    ['id,Prompt,Sample Answer,Level\nx,How do you plan?,Backwards.,1\ny,Who decides?,One of us.,2\n'],
    ['How do you plan?\tBackwards.\nWho decides?\tOne of us.\n'],
  ])('%j', (text) => {
    expect(asked(text)).toEqual(both)
  })

  test('with line breaks, quotes and sections', () => {
    const text =
      'Topic,Question,Answer\nPlans,"How, ""really"", do you plan?","First:\n- back\n- wards"\nPower,Who?,\'=me\n'
    expect(asked(text)).toEqual([
      ['How, "really", do you plan?', 'First:\n- back\n- wards'],
      ['Who?', '=me'],
    ])
    expect(sections(text)).toEqual(['Plans', 'Power'])
    expect(readBank(text, { slug: 'mine' }).questions.map((each) => each.line)).toEqual([2, 5])
  })

  test.each(['#,Question\n1,Why?\n2,How?\n', 'No.;Question;Level\n1;Why?;easy\n2;How?;hard\n'])(
    'of one column that asks: %j',
    (text) => {
      expect(asked(text)).toEqual([
        ['Why?', null],
        ['How?', null],
      ])
    },
  )

  test('under names that are not known', () => {
    expect(asked('Poser,Thoughts of mine\nHow do you plan?,Backwards.\nWho decides?,One of us.\n')).toEqual(
      both,
    )
  })

  test('of one column', () => {
    expect(asked('Question\nWhy?\nHow?\n')).toEqual([
      ['Why?', null],
      ['How?', null],
    ])
  })
})

/** Messages of warnings, by line. */
const told = (text: string): [number | null, string][] =>
  readBank(text, { slug: 'mine' }).warnings.map(({ line, message }) => [line, message])

describe('a header', () => {
  test.each([
    ['sep=;\nQuestion;Answer\nHow do you plan?;Backwards.\nWho decides?;One of us.'],
    ['#,Question,Answer\n1,How do you plan?,Backwards.\n2,Who decides?,One of us.'],
    ['My questions,,\n,,\nQuestion,Answer\nHow do you plan?,Backwards.\nWho decides?,One of us.'],
    ['Nr.;Frage (EN);Meine Antwort\n1;How do you plan?;Backwards.\n2;Who decides?;One of us.'],
    ['Prompt\tKey bullets\nHow do you plan?\tBackwards.\nWho decides?\tOne of us.'],
    ['Name,Status,Notes\nHow do you plan?,Done,Backwards.\nWho decides?,Draft,One of us.'],
    ['Question type,Question,My answer (draft)\nX,How do you plan?,Backwards.\nX,Who decides?,One of us.'],
    ['questionId,questionText,answer_text\n1,How do you plan?,Backwards.\n2,Who decides?,One of us.'],
    ['Pregunta;Respuesta\nHow do you plan?;Backwards.\nWho decides?;One of us.'],
    ['Вопрос,Ответ\nHow do you plan?,Backwards.\nWho decides?,One of us.'],
    ['问题,我的答案\nHow do you plan?,Backwards.\nWho decides?,One of us.'],
    ['Question | Answer\n--- | ---\nHow do you plan? | Backwards.\nWho decides? | One of us.'],
    ['Question,Answer\nHow do you plan?,Backwards.\nQuestion,Answer\nWho decides?,One of us.'],
  ])('%j', (text) => {
    expect(asked(text)).toEqual(both)
  })

  test('names parts of the answer, key points, follow-ups and times', () => {
    const text =
      'Question;Situation;Action;Key points;Notes;Follow-ups;Zeit (min)\nWhy?;Late;Talked;one\n;short;Who?;1,5\n'
    const star = 'Question;Answer;Situation;Action;Key points;Notes;Follow-ups;Zeit (min)\n'
    expect(asked(text.replace('\n;short', ';short'))).toEqual([
      ['Why?', 'one\n\n**Situation:** Late\n\n**Action:** Talked\n\nNotes: short'],
    ])
    const [question] = readBank(`${star}Why?;So.;Late;Talked;"- one\n- two";short;Who?;1,5\n`, {
      slug: 'mine',
    }).questions
    expect(question).toMatchObject({
      answer: 'So.\n\n**Situation:** Late\n\n**Action:** Talked\n\nNotes: short',
      keyPoints: [{ text: 'one' }, { text: 'two' }],
      followUps: ['Who?'],
      budgetMs: 90_000,
    })
  })

  test('that says nothing stands above a part of the answer, if its texts are long', () => {
    const text =
      'Question,Answer,Level,Approach,Source\nWhy?,So.,hard,Think of the goal before you speak,From a long list of questions\n'
    expect(asked(text)).toEqual([['Why?', 'So.\n\nApproach: Think of the goal before you speak']])
    expect(asked(text.replace('Answer', 'Round'))).toEqual([['Why?', 'Think of the goal before you speak']])
  })

  test('says how each column was used', () => {
    const { reading } = detectFormat('Level,Topic,Question,Answer\n1,Plans,Why?,So.\n', null)
    expect(reading.columns).toEqual([
      { name: 'Level', use: 'not used' },
      { name: 'Topic', use: 'section' },
      { name: 'Question', use: 'question' },
      { name: 'Answer', use: 'answer' },
    ])
  })

  test.each([
    ['Name,Email,Notes\nAnna,a@b.example,Friend\nBen,b@b.example,Colleague\n'],
    ['Date,Item,Price\n2024,Pen,3\n2025,Ink,4\n'],
    ['Question type,Level\nHard,1\nEasy,2\n'],
  ])('of another table, %j, is none', (text) => {
    expect(asked(text)).toEqual([])
  })

  test('is not the first line of a text', () => {
    const text =
      'Questions, answers and tips\n\nWhy now, of all times?\nWell, because.\n\nHow, then?\nSo, or so.\n'
    expect(asked(text)).toEqual([
      ['Why now, of all times?', 'Well, because.'],
      ['How, then?', 'So, or so.'],
    ])
  })

  test('heads sections, which stand alone in their rows', () => {
    const text = 'Question,Answer\nPlans,\nHow do you plan?,Backwards.\nPower,\nWho decides?,We.\nWhy you?,\n'
    expect(sections(text)).toEqual(['Plans', 'Power', 'Power'])
  })
})

describe('fields', () => {
  test('beyond the header are joined, and told with their line', () => {
    const text =
      'Question,Answer\nHow do you lead, and why?,By example\nHow do you follow?,By trust, mostly\nWho?,We,,\n'
    expect(asked(text)).toEqual([
      ['How do you lead, and why?', 'By example'],
      ['How do you follow?', 'By trust, mostly'],
      ['Who?', 'We'],
    ])
    expect(told(text)).toEqual([
      [2, expect.stringContaining('This row has 1 more field than the header')],
      [3, expect.stringContaining('This row has 1 more field than the header')],
    ])
  })

  test('in quotes stay where they are, and what no column has is told', () => {
    const text =
      'Question,Answer,Topic\n"How do you plan?","Listen, map, one quick win",Onboarding,extra\nWhy us?,Slowly, but well,Firm\nWho decides, and when?,We,Sales\nWhere?,Here,"Sales, B2B"\nWhen?,Now,Sales, B2B\n'
    expect(asked(text)).toEqual([
      ['How do you plan?', 'Listen, map, one quick win'],
      ['Why us?', 'Slowly, but well'],
      ['Who decides, and when?', 'We'],
      ['Where?', 'Here'],
      ['When?', 'Now'],
    ])
    expect(sections(text)).toEqual(['Onboarding', 'Firm', 'Sales', 'Sales, B2B', 'Sales, B2B'])
    expect(told(text)[0]).toEqual([2, expect.stringContaining('"extra" was not read')])
  })

  test.each([
    ['Question;Topic;Answer\nWhy us?;Firm;So\n"How?";Plan;"Listen; map";extra\n', '"extra" was not read'],
    [
      'How do you plan?,"Listen, map",Onboarding,extra\nWhy us?,So,Firm\nWho decides?,We,Firm\n',
      '"extra" was not read',
    ],
  ])('beyond the last column in %j', (text, message) => {
    expect(asked(text).find(([, answer]) => /^Listen[,;] map$/.test(answer ?? ''))).toBeDefined()
    expect(told(text).map(([, what]) => what)).toEqual([expect.stringContaining(message)])
  })

  test.each([
    ['Question,My answer\nWhy?,So.\nHow?,\n', 'Fill in the column "My answer" of its row'],
    ['Why us?\tSo.\nHow so?\t\nWho?\tWe.\n', 'Add one in its row'],
    [
      '# Interview\n\n| Question | Answer |\n|---|---|\n| Why us? | So. |\n| How so? | |\n',
      'Add one in its row',
    ],
    ['[{"q":"Why us?","a":"So."},{"q":"How so?","a":""}]', 'Fill in its "a"'],
    ['## Why us?\n\nSo.\n\n## How so?\n', 'Add one below it'],
  ])('where an answer goes that %j lacks', (text, advice) => {
    expect(told(text).map(([, what]) => what)).toEqual([expect.stringContaining(`no answer. ${advice}, or`)])
  })

  test('may hold quotation marks that are not doubled, and blanks around theirs', () => {
    const text =
      'Question,Answer\n"Who said "yes" and why?","So, or so"\n"Lead" is what?,"a verb"\nHow?, "now, or then"\n'
    expect(asked(text)).toEqual([
      ['Who said "yes" and why?', 'So, or so'],
      ['"Lead" is what?', 'a verb'],
      ['How?', 'now, or then'],
    ])
  })

  test('with tags are markdown', () => {
    const text =
      'Question,Answer\nWhy?,"<ul><li>one</li><li>two</li></ul>"\nHow?,one<br>two\nWho?,• a Map<Key>\n'
    expect(asked(text)).toEqual([
      ['Why?', '- one\n- two'],
      ['How?', 'one\ntwo'],
      ['Who?', '- a Map<Key>'],
    ])
  })
})

describe('without a header', () => {
  test.each([
    ['How do you plan?;Backwards.\nWho decides?;One of us.\n'],
    ['sep=;\nHow do you plan?;Backwards.\nWho decides?;One of us.\n'],
    ['1\tHow do you plan?\tBackwards.\n2\tWho decides?\tOne of us.\n'],
    ['How do you plan?\tBackwards.\ttime\nWho decides?\tOne of us.\t\n'],
    ['"How do you plan?","Backwards."\n"Who decides?","One of us."\n'],
  ])('%j', (text) => {
    expect(asked(text)).toEqual(both)
  })

  test('cards are told by the whole file', () => {
    const text =
      'Basics:\nObject; a thing\nClass; a plan of things\n\nMore:\nMethod; what it does\n  for itself\n'
    expect(asked(text)).toEqual([
      ['Object', 'a thing'],
      ['Class', 'a plan of things'],
      ['Method', 'what it does\nfor itself'],
    ])
    expect(sections(text)).toEqual(['Basics', 'Basics', 'More'])
    expect(asked('Object; a thing; x\n\nUses; 1. order, 2. sharing; x\n\nMethod; a deed; y\n')).toEqual([
      ['Object', 'a thing'],
      ['Uses', '1. order, 2. sharing'],
      ['Method', 'a deed'],
    ])
  })

  test.each([
    ['We like pears; you do not.\nWe went; they stayed; all slept.\nSo it is.\n'],
    ['int a; int b;\nfor (i = 0; i < 2; i++) {\n  x = 1; y = 2;\n}\n'],
    ['\tindented\n\tindented too\nnot so\n'],
    ['2024,3,4\n2025,4,5\n'],
    ['Date;Item\n2024;Pen\n2025;Ink\n'],
  ])('%j has none', (text) => {
    expect(asked(text)).toEqual([])
  })

  test('commas in a list of questions separate no answers', () => {
    expect(
      asked('Why did you leave, and when?\nWhen you lead, what do you do?\nIf you fail, who knows?\n'),
    ).toEqual([
      ['Why did you leave, and when?', null],
      ['When you lead, what do you do?', null],
      ['If you fail, who knows?', null],
    ])
  })
})

describe('notes from Anki', () => {
  test('have columns that are no text, and are told with the others', () => {
    const text =
      '#separator:tab\n#html:true\n#guid column:1\n#deck column:2\n#tags column:5\ngreenroom:x/plan\tMine::Plans\tHow do you plan?\tBackwards.\tplans\n'
    const read = readText(text, { slug: 'mine', title: 'mine' })
    expect(account(read).skipped).toEqual([])
    expect(read.columns?.map(({ use }) => use)).toEqual([
      'metadata',
      'section',
      'question',
      'answer',
      'metadata',
    ])
  })

  test('with a separator that a spreadsheet wrote', () => {
    expect(
      asked('#separator:Comma,,\nHow do you plan?,Backwards.,A::B\nWho decides?,One of us.,A::B\n'),
    ).toEqual(both)
  })

  test('without a front or a back are told', () => {
    const head = '#separator:tab\n#html:true\n#tags column:3\n'
    for (const text of [
      `${head}Why?\t\tx\n\tSo.\tx\nHow?\tSo.\tx\n`,
      'Why?\t\n\tSo.\nHow?\tSo.\nWho?\tWe.\nIf?\tYes.\n',
    ]) {
      expect(asked(text).slice(0, 2)).toEqual([
        ['Why?', null],
        ['How?', 'So.'],
      ])
      expect(told(text).map(([, message]) => message)).toEqual([
        expect.stringContaining('"Why?" has no answer.'),
        expect.stringContaining('The answer "So." has no question'),
      ])
    }
  })
})

const read = (text: string) => readBank(text, { slug: 'mine', title: 'notes' })

test.each([
  ['100,000 columns', `Question,Answer,${'x,'.repeat(100_000)}\nWhy?,So.,${'y,'.repeat(100_000)}\n`, 1],
  [
    '100,000 columns that all name answers',
    `Question,${'Notes,'.repeat(100_000)}\nWhy?,${'y,'.repeat(100_000)}\n`,
    1,
  ],
  ['a quote that never closes', `Question,Answer\nWhy?,"So.\n${'How?,"x\n'.repeat(20_000)}`, 20_001],
  ['quotations in every field', `Question,Answer\n${'"a"b?, "c"d\n'.repeat(20_000)}`, 20_000],
  ['quotes alone', `Question,Answer\n${'"'.repeat(300_000)}\n`, 0],
  ['tabs alone', '\t'.repeat(300_000), 0],
])('%s are read', (_, text, count) => {
  const { questions, warnings } = read(text)
  expect(questions.length).toBe(count)
  expect(warnings.length).toBeLessThan(20)
})

test('a markdown table below other text is one, and its rule is no question', () => {
  for (const rule of ['|---|---|', '|:--|:--|', '| --- | :-: |']) {
    const text = `My prep\n\n| Question | Answer |\n${rule}\n| How do you plan? | Bets |\n`
    expect(asked(text)).toEqual([['How do you plan?', 'Bets']])
  }
})

test('a sheet of one column with quotes around what has commas', () => {
  const text = 'question\n"How do you plan, build and ship?"\n'
  expect(asked(text)).toEqual([['How do you plan, build and ship?', null]])
  expect(sections(text)).toEqual([null])
})

test('a number without an answer is a sum below the questions', () => {
  const text = 'Topic,Question,Answer\nA,How do you plan?,Backwards.\nB,1066,Hastings.\nTotal,2,\n'
  expect(asked(text)).toEqual([
    ['How do you plan?', 'Backwards.'],
    ['1066', 'Hastings.'],
  ])
})
