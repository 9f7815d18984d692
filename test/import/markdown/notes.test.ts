import { describe, expect, test } from 'vitest'
import { asked } from '../asked.ts'

const questions = (text: string): string[] => asked(text).map(([question]) => question)

describe('numbers without marks, above indented text', () => {
  test.each([
    [
      'with a bracket',
      'Panel, 50 min\n\n1) Why you left the gallery\n     it closed\n\n2) A time you lost a picture\n     in a train\n     found again\n\n3) Brushes\n     old ones\n',
      ['Why you left the gallery', 'A time you lost a picture', 'Brushes'],
    ],
    [
      'with a dot, in German',
      '1. Warum malen Sie?\n   aus Ruhe\n\n2. Das letzte Bild\n   rot\n\n3. Gehalt\n   wenig\n',
      ['Warum malen Sie?', 'Das letzte Bild', 'Gehalt'],
    ],
    [
      'behind a tab',
      '1. Your experience with walls\n\tten years\n2. Colours\n\tblue\n3. What would you paint next?\n\tA door.\n',
      ['Your experience with walls', 'Colours', 'What would you paint next?'],
    ],
  ])('%s', (_, text, expected) => {
    expect(questions(text)).toEqual(expected)
    expect(asked(text).every(([, answer]) => answer !== null)).toBe(true)
  })

  test('of which too few ask are steps', () => {
    expect(
      questions('1) Oven\n   200 degrees\n\n2) Dough\n   flour, water\n\n3) Wait\n   an hour\n'),
    ).toEqual([])
  })
})

describe('the answer on the same line', () => {
  test.each([
    [
      'behind a dash',
      'Why do you paint? - It is calm.\n\nWhere do you paint? - At the lake.\n\nWho taught you? – My aunt.\n\nWhat next? - A door.\n',
      ['It is calm.', 'At the lake.', 'My aunt.', 'A door.'],
    ],
    [
      'behind an order with a full stop',
      'Why do you paint? It is calm.\n\nTell me about yourself. Under a minute. I paint.\n\nWho taught you? My aunt.\n\nWhat next? A door.\n\nWhere do you paint? At the lake.\n',
      ['It is calm.', 'Under a minute. I paint.', 'My aunt.', 'A door.', 'At the lake.'],
    ],
    [
      'the same in Russian',
      'Почему вы рисуете? - Это спокойно.\n\nРасскажите о себе. Кратко. Я рисую.\n\nКто вас учил? Моя тётя.\n\nЧто дальше? Дверь.\n\nГде вы рисуете? У озера.\n',
      ['Это спокойно.', 'Кратко. Я рисую.', 'Моя тётя.', 'Дверь.', 'У озера.'],
    ],
  ])('%s', (_, text, answers) => {
    expect(asked(text).map(([, answer]) => answer)).toEqual(answers)
  })
})

describe('a callout of another kind below one that asks', () => {
  const deck = (mark: string): string =>
    `> [!question]${mark} Why do you paint?\n> It is calm.\n\n> [!question]${mark} Who taught you?\n> My aunt.\n\n> [!question]${mark} What next?\n\n`
  test.each([
    ['note', '-', '> [!note] Plan\n> 20 minutes, three people.\n'],
    ['info', '+', '> [!info]\n> Drei Personen.\n\nBis bald\n'],
    ['tip', '', '> [!tip] Arrive early\n'],
  ])('is no answer: %s', (_, mark, aside) => {
    expect(asked(deck(mark) + aside).slice(0, 2)).toEqual([
      ['Why do you paint?', 'It is calm.'],
      ['Who taught you?', 'My aunt.'],
    ])
    expect(asked(deck(mark) + aside)[2]?.[1] ?? '').not.toMatch(/20|Drei|early/)
  })

  test('is one where most have it', () => {
    const text = ['Why?', 'Who?', 'Where?']
      .map((question) => `> [!question] ${question}\n\n> [!note]\n> So it is.\n`)
      .join('\n')
    expect(asked(text).filter(([, answer]) => answer?.includes('So it is.'))).toHaveLength(3)
  })
})

describe('questions behind the mark of a comment', () => {
  test.each([['//'], ['--'], [';;']])('%s', (mark) => {
    const text = `${mark} Tell me about yourself\nI paint.\nWalls.\n\n${mark} Why do you paint?\n\n${mark} Describe a bad day. What did you do?\nSlept.\n\n${mark} Colours\nBlue.\n`
    expect(asked(text)).toEqual([
      ['Tell me about yourself', 'I paint.\nWalls.'],
      ['Why do you paint?', null],
      ['Describe a bad day. What did you do?', 'Slept.'],
      ['Colours', 'Blue.'],
    ])
  })
})

describe('a bold question with text behind it, below the name of its topic', () => {
  const topic = (name: string, bold: string, rest: string): string =>
    `### ${name}\n\n**${bold}** ${rest}\n\nMore.\n\n`
  test.each([
    ['with a mark', 'Why do you paint?', 'Who taught you?', 'Where do you paint?'],
    ['without', 'Tell me about a wall you lost', 'Describe a bad day you had', 'Why do you paint?'],
    ['in Spanish', '¿Por qué pinta?', 'Cuénteme de un mal día', '¿Dónde pinta usted?'],
  ])('%s', (_, one, two, three) => {
    const text = `# Interview questions\n\n${topic('Calm', one, 'We listen for calm.')}${topic('School', two, 'Few had one.')}${topic('Place', three, 'Any will do.')}`
    expect(asked(text)).toEqual([
      [one, 'We listen for calm.\n\nMore.'],
      [two, 'Few had one.\n\nMore.'],
      [three, 'Any will do.\n\nMore.'],
    ])
  })
})

describe('the parts of an answer in bullets at the margin below a number', () => {
  test.each([
    ['with a hook', '1. ', ['Nugget: calm.', 'Situation: a wall.', 'Task: paint.', 'Result: red.']],
    [
      'in bold, in Spanish',
      '2) ',
      ['**Situación:** un muro.', '**Acción:** pintar.', '**Resultado:** rojo.'],
    ],
    ['by letters', '1. ', ['S: a wall.', 'T: paint.', 'A: red.', 'R: sold.']],
  ])('%s', (_, number, parts) => {
    const list = parts.map((part) => `- ${part}`).join('\n')
    const text = `# Behavioral questions\n\n${number}Why do you paint?\n\n${list}\n\n${number.replace(/\d/, '3')}Who taught you?\n\n${list}\n`
    const answers = asked(text).map(([, answer]) => answer)
    expect(answers).toHaveLength(2)
    for (const answer of answers) for (const part of parts) expect(answer).toContain(part.split(' ').at(-1))
  })

  test('a list that names none is its own', () => {
    const text = '# Questions\n\n1. Why do you paint?\n2. Who taught you?\n\n- Where?\n- When do you paint?\n'
    expect(asked(text).every(([, answer]) => answer === null)).toBe(true)
  })
})

describe('numbered headings of parts, some without questions', () => {
  test.each([
    [
      'English',
      'Interview guide',
      'Start (5 min)',
      'Tell me about your past.',
      'What did you paint best?',
      'End',
    ],
    [
      'German',
      'Interviewleitfaden',
      'Begrüßung',
      'Erzählen Sie von sich.',
      'Was malen Sie am liebsten?',
      'Ende',
    ],
    ['Spanish', 'Guía de entrevista', 'Inicio', 'Cuénteme de usted.', '¿Qué pinta mejor?', 'Cierre'],
  ])('%s', (_, title, start, one, two, end) => {
    const text = `# ${title}\n\n## 1. ${start}\n\n- Coffee\n\n## 2. A\n\n- ${one}\n- ${two}\n\n## 3. B\n\n- Why us?\n- Why now?\n\n## 4. ${end}\n\n- Next steps\n`
    expect(questions(text)).toEqual([one, two, 'Why us?', 'Why now?'])
  })
})

describe('heads in brackets', () => {
  test.each([
    ['with a mark', 'Why do you paint?', 'Who taught you?'],
    ['without', 'Tell me about a wall', 'Describe a bad day you had'],
    ['in German', 'Warum malen Sie?', 'Erzählen Sie von sich'],
  ])('%s', (_, one, two) => {
    expect(asked(`[${one}]\nCalm.\nRed.\n\n[${two}]\nA lake.\n`)).toEqual([
      [one, 'Calm.\nRed.'],
      [two, 'A lake.'],
    ])
  })
})

test.each([['-'], ['–'], [':']])('an order behind the name of its topic, %s', (mark) => {
  const text = `Conflict ${mark} tell me about a time you disagreed\nI said so.\n\nWalls ${mark} walk me through the last one you did\nRed.\n\nWhy do you paint?\nCalm.\n`
  expect(asked(text).map(([, answer]) => answer)).toEqual(['I said so.', 'Red.', 'Calm.'])
})
