import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { fileWith, journal, newFolder } from '../files.ts'
import { greenroom, json, output } from '../world.ts'

/** A home with one attempt, one story and one setting. */
async function used(): Promise<string> {
  const home = newFolder()
  await greenroom(['drill', '1'], { home, input: '\n\n3\n1\n\nslower\n' })
  await greenroom(['story', '2', '--text', 'Mine.'], { home })
  await greenroom(['config', 'set', 'count', '2'], { home })
  return home
}

describe('an export', () => {
  test('goes to a file that is not there yet', async () => {
    const home = await used()
    const file = join(newFolder(), 'notes.md')
    expect(await greenroom(['export', 'notes', '-o', file], { home })).toMatchObject({ code: 0, out: '' })
    expect(readFileSync(file, 'utf8')).toContain('# Interview notes')
  })

  test('replaces one only by force', async () => {
    const home = await used()
    const file = fileWith('mine', 'notes.md')
    const refused = await greenroom(['export', 'notes', '-o', file], { home })
    expect(refused).toMatchObject({
      code: 1,
      err: expect.stringContaining('already exists.\nReplace it with --force'),
    })
    expect(readFileSync(file, 'utf8')).toBe('mine')
    expect((await greenroom(['export', 'notes', '-o', file, '--force'], { home })).code).toBe(0)
    expect(readFileSync(file, 'utf8')).toContain('# Interview notes')
  })

  test('says where it cannot write', async () => {
    const home = await used()
    expect(await greenroom(['export', 'notes', '-o', '/no/such/folder/notes.md'], { home })).toMatchObject({
      code: 1,
    })
    const folder = newFolder()
    mkdirSync(join(folder, 'x'))
    expect((await greenroom(['export', 'notes', '-o', join(folder, 'x')], { home })).err).toContain(
      'is a folder',
    )
  })
})

describe('the ending of a file', () => {
  test('says the format', async () => {
    const home = await used()
    const folder = newFolder()
    const named = async (what: string, name: string): Promise<string> => {
      await greenroom(['export', what, join(folder, name)], { home })
      return readFileSync(join(folder, name), 'utf8')
    }
    expect(await named('notes', 'notes.html')).toMatch(/^<!doctype html>[\s\S]*<h1>Interview notes<\/h1>/i)
    expect(await named('notes', 'notes.md')).toMatch(/^# Interview notes\n/)
    expect(await named('sheet', 'sheet.HTM')).toMatch(/^<!doctype html>/i)
    expect(await named('bank', 'bank.csv')).toMatch(/^number,|^\w+,question/)
    expect(await named('notes', 'notes.txt')).toMatch(/^# Interview notes\n/)
  })

  test.each([
    [
      'notes',
      'notes.pdf',
      '.md or .html, or say which --format it is. A browser prints HTML, or saves it as PDF.',
    ],
    ['progress', 'progress.html', '.md or .json or .csv, or say which --format it is.'],
  ])('that %s cannot have is refused', async (what, name, hint) => {
    const { code, err } = await greenroom(['export', what, join(newFolder(), name)], { home: await used() })
    expect(code).toBe(2)
    expect(err).toContain(
      `This cannot be written as ${name.slice(name.indexOf('.'))}.\nName a file that ends in ${hint}\n`,
    )
  })
})

test('a bank whose name stands for a file is told apart', async () => {
  const { code, err } = await greenroom(['export', 'bank', 'manager'], { home: newFolder() })
  expect({ code, err }).toEqual({
    code: 2,
    err: 'manager is a bank, and would be the name of the file here.\ngreenroom export bank --bank manager writes it; a file of that name is ./manager.\n',
  })
})

test('the notes have a heading for each bank that was rehearsed, chosen or not', async () => {
  const home = newFolder()
  const mine = fileWith(
    '# My bank\n\n### How do you hire?\n**Answer:** I ask.\n\n### How do you plan?\n**Answer:** Backwards.\n',
  )
  await greenroom(['bank', 'add', mine, '--as', 'my-bank', '--yes'], { home })
  await greenroom(['drill', '1', '--bank', 'my-bank'], { home, input: '\n\n4\n1\n\n\n' })
  await greenroom(['bank', 'use', 'leadership'], { home })
  const notes = await output(['export', 'notes'], { home })
  expect(notes).toContain('## My bank')
  expect(notes).toContain('**Your answer, from the bank**\n\n> I ask.\n')
  expect(notes).toContain('#### 2. How do you plan?\n\n**Your answer, from the bank**\n\n> Backwards.\n')
  expect(notes).not.toContain('No longer in a bank')
})

describe('a bank as cards for Anki', () => {
  test('has a guid, a deck and tags for each question', async () => {
    const out = await output(['export', 'bank', '--format', 'anki'], { home: newFolder() })
    const lines = out.split('\n')
    expect(lines.slice(0, 6)).toEqual([
      '#separator:tab',
      '#html:true',
      '#notetype:Basic',
      '#guid column:1',
      '#deck column:2',
      '#tags column:5',
    ])
    expect(lines[6]).toMatch(
      /^greenroom:leadership\/hands-on-vs-leadership\tLeadership::Leadership, Coaching & Team Management\t/,
    )
    expect(out).toContain('<strong>20/80 split</strong>')
  })

  test('comes back with the same ids, questions and sections', async () => {
    const home = newFolder()
    const cards = fileWith(await output(['export', 'bank', '--format', 'anki'], { home }), 'cards.txt')
    await greenroom(['bank', 'add', cards, '--as', 'copy', '--yes'], { home })
    const back = await json(['export', 'bank', '--bank', 'copy'], { home })
    const before = await json(['export', 'bank'], { home })
    const facts = ({ title, questions }: typeof before) => ({
      title,
      questions: questions.map(({ id, section, question, answer }: Record<string, string>) => ({
        id: id?.replace(/^[^/]*/, ''),
        section,
        question: question?.replaceAll('*', ''),
        words: answer
          ?.replace(/^\d\.|[^\p{L}\p{N}]+/gmu, ' ')
          .replace(/ +/g, ' ')
          .trim(),
      })),
    })
    expect(facts(back)).toEqual(facts(before))
  })

  test('keeps HTML, tabs and quotes of a bank as text', async () => {
    const home = newFolder()
    const bank = '### Why <b>"now"</b>?\n\n**Answer:**\n\n```\na\tb <i>\n```\n'
    await greenroom(['bank', 'add', fileWith(bank, 'odd.md'), '--as', 'odd', '--yes'], { home })
    const out = await output(['export', 'bank', '--bank', 'odd', '--format', 'anki'], { home })
    expect(out).toContain('&lt;i&gt;')
    expect(out.split('\n').filter((line) => line.startsWith('greenroom:'))).toHaveLength(1)
  })
})

describe('a plan for a calendar', () => {
  test('has an event with an alarm for each day, and the interview', async () => {
    const home = newFolder()
    await greenroom(['plan', '--date', '+2d', '--minutes', '20'], { home })
    const out = await output(['export', 'plan', '--at', '7:05'], { home })
    const lines = out.split('\n')
    expect(lines[0]).toBe('BEGIN:VCALENDAR')
    expect(lines).toContain('DTSTART:20261123T070500')
    expect(lines.filter((line) => line === 'BEGIN:VALARM').length).toBeGreaterThan(0)
    expect(lines).toContain('DTSTART;VALUE=DATE:20261125')
    expect(lines.every((line) => new TextEncoder().encode(line).length <= 75)).toBe(true)
    const unfolded = out.replaceAll('\n ', '')
    expect(unfolded).toContain('DESCRIPTION:1. How do you balance hands-on technical work vs leadership?\\n')
  })

  test.each([
    [['export', 'plan'], 'There is no plan to export.'],
    [['export', 'plan', '--at', '25:00'], '--at cannot be "25:00".'],
  ])('%j is refused', async (args, said) => {
    expect(await greenroom(args, { home: newFolder() })).toMatchObject({ err: expect.stringContaining(said) })
  })
})

test('notes of questions with the names of what every object has', async () => {
  const home = newFolder()
  await greenroom(['drill', '1'], { home, input: '\n\n3\n1\n\n\n' })
  for (const id of ['constructor', '__proto__', 'toString']) {
    const lines = journal(home).map((line) =>
      'question' in line ? { ...line, id: `${line.id}${id}`, question: id } : line,
    )
    writeFileSync(
      join(home, 'attempts', `${id}.jsonl`),
      lines.map((line) => `\n${JSON.stringify(line)}\n`).join(''),
    )
  }
  expect(await output(['export', 'notes'], { home })).toMatch(/^#### \d\. constructor$/m)
})
