import { describe, expect, test } from 'vitest'
import { readBank } from '../../../src/import/read.ts'
import { asked } from '../asked.ts'

const questions = (text: string): string[] => asked(text).map(([question]) => question)
const doubts = (text: string): string[] =>
  readBank(text, { slug: 'mine' })
    .warnings.filter(({ code }) => code === 'not-understood')
    .map(({ line, message }) => `${line}: ${message}`)

describe('lines without a mark ask as their siblings do', () => {
  test.each<[string, string, string[]]>([
    [
      'in a list',
      'Why do you paint?\nWhat would your teacher say about you\nColours: tell me how you mix them\nFirst picture\nWhere do you paint?\n',
      [
        'Why do you paint?',
        'What would your teacher say about you',
        'Colours: tell me how you mix them',
        'First picture',
        'Where do you paint?',
      ],
    ],
    [
      'in a list with blank lines',
      'Why do you paint?\n\nWhere do you paint?\n\nThe first picture\n\nWho taught you?\n',
      ['Why do you paint?', 'Where do you paint?', 'The first picture', 'Who taught you?'],
    ],
    [
      'in a letter',
      'Hi Ana,\n\nplease prepare these:\n\nWhy do you paint?\nWhere do you paint?\nthe worst picture\n\nBest\nBen\n',
      ['Why do you paint?', 'Where do you paint?', 'the worst picture'],
    ],
    [
      'in German',
      'Warum malen Sie?\nWas würden Ihre Freunde sagen\nUmgang mit Farben\nErzählen Sie vom ersten Bild\nWo malen Sie?\n',
      [
        'Warum malen Sie?',
        'Was würden Ihre Freunde sagen',
        'Umgang mit Farben',
        'Erzählen Sie vom ersten Bild',
        'Wo malen Sie?',
      ],
    ],
    [
      'in Spanish, with answers',
      '¿Por qué pinta?\nPor calma.\n\nQué diría su maestra\nQue escucho.\n\nCuénteme de un cuadro\nFue rojo.\n\n¿Dónde pinta?\nAquí.\n',
      ['¿Por qué pinta?', 'Qué diría su maestra', 'Cuénteme de un cuadro', '¿Dónde pinta?'],
    ],
    [
      'in Russian',
      'Почему вы рисуете?\nЧто скажет ваш учитель\nПервая картина\nГде вы рисуете?\n',
      ['Почему вы рисуете?', 'Что скажет ваш учитель', 'Первая картина', 'Где вы рисуете?'],
    ],
    [
      'with full stops',
      'Tell me about yourself.\nDescribe a picture of yours.\nYour first picture.\nExplain how you paint.\nWhy do you paint?\n',
      [
        'Tell me about yourself.',
        'Describe a picture of yours.',
        'Your first picture.',
        'Explain how you paint.',
        'Why do you paint?',
      ],
    ],
    [
      'with dashes',
      '— Why do you paint?\n— What would they say\n— First picture\n— Where?\n',
      ['Why do you paint?', 'What would they say', 'First picture', 'Where?'],
    ],
    [
      'with letters',
      'a) Why do you paint?\nb) What would they say\nc) First picture\nd) Where do you paint?\n',
      ['Why do you paint?', 'What would they say', 'First picture', 'Where do you paint?'],
    ],
    [
      'in a quotation',
      '> Why do you paint?\n> What would they say\n> Colours: tell me about them\n\nSo much for now.\n',
      ['Why do you paint?', 'What would they say', 'Colours: tell me about them'],
    ],
    [
      'above answers',
      'Why do you paint?\nFor calm.\n\nFirst picture\nIt was red.\n\nWhere do you paint?\nAt the lake.\n',
      ['Why do you paint?', 'First picture', 'Where do you paint?'],
    ],
    [
      'above answers, where fewer ask but no paragraph goes on',
      'Why do you paint?\nFor calm.\n\nFirst picture\nIt was red.\n\nColours\nTwo.\n\nBrushes\nOld ones.\n\nWhere?\nHere.\n',
      ['Why do you paint?', 'First picture', 'Colours', 'Brushes', 'Where?'],
    ],
    [
      'above answers in paragraphs of their own',
      'Why do you paint?\n\nFor calm, mostly.\n\nFirst picture\n\nIt was red.\n\nWhere do you paint?\n\nAt the lake.\n',
      ['Why do you paint?', 'First picture', 'Where do you paint?'],
    ],
    [
      'above indented answers',
      'Why do you paint?\n    For calm.\nFirst picture\n    The red one.\nWhere do you paint?\n    Here.\n',
      ['Why do you paint?', 'First picture', 'Where do you paint?'],
    ],
    [
      'above bullets',
      'Why do you paint?\n- calm\n\nFirst picture\n- red\n\nWhere do you paint?\n- here\n',
      ['Why do you paint?', 'First picture', 'Where do you paint?'],
    ],
    [
      'right above the bullets of their answers',
      'tell me about yourself\n- 12 walls\nwhy this wall\n- red\n- tall\nhow do you mix colours\n- by eye\nworst picture\n- the red one\n',
      ['tell me about yourself', 'why this wall', 'how do you mix colours', 'worst picture'],
    ],
    [
      'right above arrows',
      'Why do you paint?\n-> For calm.\nWhere do you paint?\n→ Here.\nDescribe a wall\n-> Red.\n',
      ['Why do you paint?', 'Where do you paint?', 'Describe a wall'],
    ],
    [
      'above notes, and one that has none yet',
      'Loop on Friday (with Ana)\n\nWalk me through your pictures\n2 min max!! first the wall\n\nwhy do you paint\n- calm\n\nworst picture\nthe red one\n\nWhat would your teacher say about you\n\nQuestions for them\n- how big are the walls\n',
      [
        'Walk me through your pictures',
        'why do you paint',
        'worst picture',
        'What would your teacher say about you',
      ],
    ],
    [
      'at the end of the line',
      'Tell me about a wall. What did you do?\nTalk about a time when you had to paint in a house whose owner did not like the colour that you had picked.\nWe all spill paint. Tell me about a time you did.\nWhy? (be short)\n',
      [
        'Tell me about a wall. What did you do?',
        'Talk about a time when you had to paint in a house whose owner did not like the colour that you had picked.',
        'We all spill paint. Tell me about a time you did.',
        'Why? (be short)',
      ],
    ],
    [
      'above answers in paragraphs of their own, to the end',
      'How do you paint\n\nSlowly, and from the top.\n\nWhy do you paint\n\nFor calm, mostly.\n\nWorst picture\n\nThe red one, which fell.\n',
      ['How do you paint', 'Why do you paint', 'Worst picture'],
    ],
    [
      'in bold',
      '# Interview prep\n\n**Why do you paint?**\nCalm.\n\n**First picture**\nRed.\n\n**Brushes**\nOld.\n\n**Where do you paint?**\nHere.\n\n**Colours**\nTwo.\n',
      ['Why do you paint?', 'First picture', 'Brushes', 'Where do you paint?', 'Colours'],
    ],
    [
      'in headings',
      '# Interview prep\n\n### Why do you paint?\nCalm.\n\n### First picture\nRed.\n\n### Brushes\nOld.\n\n### Where do you paint?\nHere.\n\n### Colours\nTwo.\n',
      ['Why do you paint?', 'First picture', 'Brushes', 'Where do you paint?', 'Colours'],
    ],
    [
      'in a numbered list with gaps',
      '1. Why do you paint?\n\nCalm.\n\n3. First picture\n\nRed.\n\n4. Where do you paint?\n\nHere.\n',
      ['Why do you paint?', 'First picture', 'Where do you paint?'],
    ],
    [
      'in a numbered list without answers',
      '1) Why do you paint?\n2) Colours: tell me about them\n3) What would your teacher say\n4) Brushes\n5) Where?\n',
      [
        'Why do you paint?',
        'Colours: tell me about them',
        'What would your teacher say',
        'Brushes',
        'Where?',
      ],
    ],
    [
      'in an indented list',
      'What they asked\n\n  - Why do you paint?\n  - What would your teacher say\n  - Colours: tell me about them\n  - Where?\n',
      ['Why do you paint?', 'What would your teacher say', 'Colours: tell me about them', 'Where?'],
    ],
    [
      'in lists below topics',
      '- Me\n  - Why do you paint?\n  - First picture\n  - What would your teacher say\n- Tools\n  - How do you mix colours?\n  - The worst brush\n',
      [
        'Why do you paint?',
        'First picture',
        'What would your teacher say',
        'How do you mix colours?',
        'The worst brush',
      ],
    ],
    [
      'in lists below headings that help each other',
      '# Prep\n\n## Me\n- Why do you paint?\n- First picture\n- Brushes\n\n## Work\n- Colours: tell me about them\n- Walls\n- Where do you paint?\n',
      [
        'Why do you paint?',
        'First picture',
        'Brushes',
        'Colours: tell me about them',
        'Walls',
        'Where do you paint?',
      ],
    ],
  ])('%s', (_, text, expected) => {
    expect(questions(text)).toEqual(expected)
    expect(doubts(text)).toEqual([])
  })

  test.each<[string, string, string[]]>([
    [
      'lines that count with letters below Roman numbers',
      'I. ME\n   A. What do you do on Sundays\n      1. paint\n   B. Why colours, of all things\n      1. calm\nII. WORK\n   A. How do you plan a wall\n',
      ['What do you do on Sundays', 'Why colours, of all things', 'How do you plan a wall'],
    ],
    [
      'lines that count with two numbers below tabs',
      '1.\tMe\n\t1.1\tWhy do you paint?\n\t1.2\tDescribe a picture of yours.\n2.\tWork\n\t2.1\tHow do you plan a wall?\n\t\tExpected:\tslowly\n\t2.2\tWho taught you?\n',
      ['Why do you paint?', 'Describe a picture of yours.', 'How do you plan a wall?', 'Who taught you?'],
    ],
    [
      'numbers in a chat',
      '[12.03.24, 18:02] Ana: how was it??\n[12.03.24, 18:03] Ben: 1) why do you paint\n[12.03.24, 18:04] Ben: 2) tell us about a wall\n[12.03.24, 18:05] Ana: ha\n[12.03.24, 18:06] Ben: 3) who taught you\n[12.03.24, 18:07] Ana: pizza?\n',
      ['why do you paint', 'tell us about a wall', 'who taught you'],
    ],
    [
      'stories with letters beside stories with words',
      'FIRST\n\nQ: Tell me about a wall\nS: it was red\nT: paint it\nA: two coats\nR: white\n\nSECOND\n\nTell me about a goal you missed\n  Situation - a roof\n  Result - rain\n\nWhat did you start without being asked?\n  Situation - a fence\n  Result - green\n',
      ['Tell me about a wall', 'Tell me about a goal you missed', 'What did you start without being asked?'],
    ],
    [
      'a bold line in a gap of numbered headings',
      '# 1. Why do you paint?\nCalm.\n# 2. Where do you paint?\nHere.\n\n**Who taught you?**\n\nNobody.\n# 5. What do you paint?\nWalls.\n',
      ['Why do you paint?', 'Where do you paint?', 'Who taught you?', 'What do you paint?'],
    ],
    [
      'items that go on below',
      '1. What are you\n   <a href="/x">good at</a>?\n1. Two painters share a wall.\n   How do you divide it?\n1. Who taught you?\n',
      ['What are you good at?', 'Two painters share a wall. How do you divide it?', 'Who taught you?'],
    ],
    [
      'as many numbered headings as one above them says',
      '# Interview, what is it?\n\n## 3 interview questions\n\n### 1. Why do you paint?\nCalm.\n### 2. Where do you paint?\nHere.\n### 3. Who taught you?\nAna.\n\n## Points\n\n### 1. Sleep well\nSo.\n### 2. Eat well\nSo.\n',
      ['Why do you paint?', 'Where do you paint?', 'Who taught you?'],
    ],
    [
      'a sheet below its title',
      'Preparation;;;\nOf May;;;\n;;;\nNr.;Part;What may come;My story\n1;Me;Why do you paint?;"Calm; mostly"\n2;Me;Tell me about a wall;\n3;Work;Where do you paint?;Here, at home\n4;Work;Who taught you?;Ana\n',
      ['Why do you paint?', 'Tell me about a wall', 'Where do you paint?', 'Who taught you?'],
    ],
  ])('%s ask', (_, text, expected) => {
    expect(questions(text)).toEqual(expected)
  })

  test.each<[string, string, string[]]>([
    [
      'the lines of an answer that give orders',
      'How do you paint?\nDescribe the light\nExplain the shade\nAsk for a chair\n\nHow do you draw?\nTake a pen\nName a wall\n',
      ['How do you paint?', 'How do you draw?'],
    ],
    [
      'paragraphs that go on',
      'Why do you paint?\n\nFor calm, mostly.\n\nI began late.\n\nWhere do you paint?\n\nAt the lake.\n',
      ['Why do you paint?', 'Where do you paint?'],
    ],
    [
      'the parts of a story, and labels that come again',
      'Why do you paint?\nSo.\n\nSituation\nI was six.\n\nIn short\nCalm.\n\nWhere do you paint?\nHere.\n\nIn short\nHere.\n',
      ['Why do you paint?', 'Where do you paint?'],
    ],
    [
      'prose that is wrapped',
      'Why do you paint?\nThere was a wall in our house that nobody had painted\nfor as long as I can think.\n\nThen there was another one, and that one was larger by\nfar.\n\nWhere do you paint?\nHere.\n',
      ['Why do you paint?', 'Where do you paint?'],
    ],
  ])('%s do not', (_, text, expected) => {
    expect(questions(text)).toEqual(expected)
  })

  test('the names of parts are sections', () => {
    const text =
      'LEARNING\n\nWhy do you paint?\nFor calm.\n\nThe first picture\nIt was red.\n\nWORK\n\nWhat do you paint on Sundays\nWalls.\n\nWhere do you paint?\nHere.\n'
    expect(readBank(text, { slug: 'mine' }).questions.map(({ section }) => section)).toEqual([
      'LEARNING',
      'LEARNING',
      'WORK',
      'WORK',
    ])
    const indented =
      'Me\n\tWhy do you paint?\n\tFirst picture\n\tWho taught you?\nWork\n\tWhere do you paint?\n\tWalls\n'
    expect(readBank(indented, { slug: 'mine' }).questions.map(({ section }) => section)).toEqual([
      'Me',
      'Me',
      'Me',
      'Work',
      'Work',
    ])
  })
})

test('what a plan asks of its own makers is no question', () => {
  expect(
    questions('# Summer\n\n1. Where do we go\n\nTo the sea.\n\n2. Food\n\nFish.\n\n3. Money\n\nLittle.\n'),
  ).toEqual([])
})

describe('lines that may ask or answer are told', () => {
  const turns =
    'Why do you paint?\nFirst picture\nWhere do you paint?\nThe old lake\nWho taught you?\nColours\n'

  test('with their numbers', () => {
    expect(questions(turns)).toEqual(['Why do you paint?', 'Where do you paint?', 'Who taught you?'])
    expect(doubts(turns)).toEqual([
      '2: 3 lines between the questions were read as answers: lines 2, 4, 6. End each that is a question with a question mark.',
    ])
  })

  test('in runs of single words', () => {
    const text =
      'What do you value?\nCalm\nLight\nWhy do you paint?\nHow do you rest?\nSleeping\nWhat do you charge?\n120k\n'
    expect(asked(text)).toEqual([
      ['What do you value?', 'Calm\nLight'],
      ['Why do you paint?', null],
      ['How do you rest?', 'Sleeping'],
      ['What do you charge?', '120k'],
    ])
    expect(doubts(text)).toHaveLength(1)
  })

  test.each([
    ['dashes', '- ', 'Other:\n- Pay?\n- Notice period?\n'],
    ['stars, in German', '* ', 'Sonst noch:\n* Gehalt?\n* Ab wann?\n'],
    ['dots', '• ', 'Left:\n• Where next?\n• When can you start?\n'],
  ])('but not what bullets answer below questions without a mark, with %s', (_, mark, end) => {
    const answered = ['Why do you paint?', 'Where do you paint?', 'Who taught you?'].map(
      (question) => `${question}\n${mark}First picture\n${mark}Old lake\n`,
    )
    expect(doubts(`${answered.join('')}\n${end}`)).toEqual([])
    expect(questions(`${answered.join('')}\n${end}`)).toHaveLength(5)
  })

  test('and ask where the advice is followed', () => {
    expect(questions(turns.replace('First picture', 'First picture?'))).toHaveLength(4)
  })

  test('one by its words', () => {
    const text =
      '**Why do you paint?**\nCalm.\n\n**First picture**\nRed.\n\n**Where do you paint?**\nHere.\n\n**Brushes**\nOld.\n\n**Walls**\nTwo.\n\n**Sky**\nNo.\n'
    expect(doubts(text)).toHaveLength(1)
    expect(doubts(text)[0]).toContain('4 lines between the questions were read as answers: lines 4, 10')
  })
})

describe('headings of which few ask', () => {
  const headings = '# Prep\n\n### Why do you paint?\nCalm.\n\n### First picture\nRed.\n\n### Brushes\nOld.\n'

  test('are no questions, and what helps is said', () => {
    expect(readBank(headings, { slug: 'mine' }).warnings[0]?.message).toBe(
      'No questions were found. It has the headings "Prep", "Why do you paint?", "First picture" and "Brushes", of which too few read like questions: "Why do you paint?". End each heading that is one with a question mark.',
    )
  })

  test('ask where the advice is followed', () => {
    expect(questions(headings.replace('picture', 'picture?').replace('Brushes', 'Brushes?'))).toEqual([
      'Why do you paint?',
      'First picture?',
      'Brushes?',
    ])
  })

  test('beside questions are told', () => {
    const text =
      '# Interview prep\n\n### Why do you paint?\nCalm.\n\n### Where do you paint?\nHere.\n\n### Sky\nA.\n\n### Walls\nB.\n\n### Ink\nC.\n\n### Oil\nD.\n'
    const { questions, warnings } = readBank(text, { slug: 'mine' })
    expect(questions).toHaveLength(2)
    expect(warnings.map(({ line, message }) => `${line}: ${message}`)).toContain(
      '9: "Sky" was not read as a question. If it is one, end it with a question mark.',
    )
  })
})
