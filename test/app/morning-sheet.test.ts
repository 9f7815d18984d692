import { readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { fileWith, newFolder } from '../files.ts'
import { read } from '../screens/report/pages.ts'
import { greenroom, output } from '../world.ts'

/** Start, done, score, points, final score, change. */
const answer = '\n\n3\n1\n\nname the number\n'

test('covers the questions of the plan, or of the bank that is named', async () => {
  const home = newFolder()
  const bank = fileWith('### One?\n**Answer:** So.\n### Two?\n')
  await output(['bank', 'add', bank, '--as', 'mine', '--yes'], { home })
  const sheet = (...args: string[]): Promise<string> => output(['export', 'sheet', ...args], { home })
  expect(await sheet()).toContain(
    'Nothing has been rehearsed yet. What you rehearse of the 7 questions will stand here.',
  )
  expect(await sheet('--bank', 'mine')).toContain(
    'Nothing has been rehearsed yet. What you rehearse of the 2 questions will stand here.',
  )
  await output(['plan', '--date', '+3d', '--bank', 'mine,leadership'], { home })
  expect(await sheet()).toContain(
    'Nothing has been rehearsed yet. What you rehearse of the 9 questions will stand here.',
  )
  expect(await sheet('--bank', 'mine')).toContain(
    'Nothing has been rehearsed yet. What you rehearse of the 2 questions will stand here.',
  )
})

test('export sheet has the story, else key points, and the change, the weakest first', async () => {
  const home = newFolder()
  await greenroom(['drill', '1'], { home, input: answer })
  await greenroom(['drill', '2'], { home, input: '\n\n1\n\n\nbreathe\n' })
  await greenroom(['story', '1', '--text', 'We cut the bill by half. Then we went on.'], { home })
  const { out } = await greenroom(['export', 'sheet'], { home })
  expect(out.indexOf('mentor junior')).toBeLessThan(out.indexOf('hands-on'))
  expect(out).toContain('  We cut the bill by half.\n  *Change: name the number*\n')
  expect(out).toContain('*Change: breathe*')
  expect(out).toContain('## The others\n\n- 3\\. How do you handle underperforming team members?\n  ')
  expect(out).toContain('- 7\\. ')
  expect(out).not.toContain('more question')
  expect(out).toContain('\n\nSay each out loud once, the first ones twice. Then breathe.\n')
  const shown = await output(['export', 'sheet', '--plain'], { home, interactive: true })
  expect(shown).toContain('• 3. How do you handle underperforming team members?\n')
  expect(await output(['export', 'sheet', '--format', 'html'], { home })).toContain('<li>7. How do you')
})

test('has the change after a mock, which is about every answer, and short key points whole', async () => {
  const home = newFolder()
  const bank =
    '### How do you hire?\n**Answer:** So.\n\n**Key points:**\n- Scorecard first, then structured interviews\n'
  await greenroom(['bank', 'add', '-', '--as', 'mine', '--yes'], { home, input: bank })
  await greenroom(['mock', '--bank', 'mine'], { home, input: '\n\n3\n\n\nStart with the headline\n' })
  const page = await output(['export', 'sheet', '--bank', 'mine'], { home })
  expect(page).toContain('In every answer: *Start with the headline*\n')
  expect(page).toContain('  Scorecard first, then structured interviews\n')
})

test('counts what it has no room for, and shows a story of bullets as such', async () => {
  const home = newFolder()
  const points = Array.from({ length: 16 }, (_, at) => `- **Point ${at + 1}**: ${'so '.repeat(12).trim()}`)
  const bank = `### How do you hire?\n**Answer:** So.\n\n**Key points:**\n${points.join('\n')}\n\n### Why us?\nSo.\n`
  await greenroom(['bank', 'add', '-', '--as', 'mine', '--yes'], { home, input: bank })
  await greenroom(['drill', '1', '--bank', 'mine'], { home, input: answer })
  await greenroom(
    ['story', '2', '--bank', 'mine', '--text', '- a teaching hospital\n- a seat on the board\n'],
    { home },
  )
  const page = await output(['export', 'sheet', '--bank', 'mine'], { home })
  expect(page).toMatch(/ {2}Point 1: so so .* · and \d+ more\n/)
  expect(page).toContain('  a teaching hospital · a seat on the board\n')
})

test('has what a story marks beside its first sentence, and the last mock, whatever was rehearsed since', async () => {
  const home = newFolder()
  await greenroom(['story', '1', '--text', 'I lead by clarity.\n\n- half the queue\n- CSAT 4.5\n'], { home })
  await greenroom(['mock', '1', '--no-follow-ups'], { home, input: '\n\n3\n\n\nNumbers first\n' })
  await greenroom(['drill', '2'], { home, input: answer })
  const page = await output(['export', 'sheet'], { home })
  expect(page).toContain('  I lead by clarity. · half the queue · CSAT 4.5\n')
  expect(page).toContain('In every answer: *Numbers first*\n')
})

test('names a dozen of many other questions, with their banks where there are several', async () => {
  const home = newFolder()
  const long = `### Why ${'so '.repeat(60)}long?\n\n### What is \`__init__\` for?\n`
  await greenroom(['bank', 'add', '-', '--as', 'mine', '--yes'], { home, input: long })
  await output(['plan', '--date', '+3d', '--bank', 'mine,manager'], { home })
  await greenroom(['drill', 'manager/how-hire'], { home, input: answer })
  const sheet = await output(['export', 'sheet'], { home })
  const titles = sheet.split('\n').filter((line) => /^- (?:mine|manager) \d+\. /.test(line))
  expect(titles).toHaveLength(12)
  expect(titles[0]).toMatch(/^- mine 1\. Why so .*…$/)
  expect(titles.every((line) => line.length <= 80)).toBe(true)
  expect(sheet).toMatch(/\n\nAnd \d+ more questions\.\n/)
  expect(await output(['export', 'sheet', '--plain'], { home, interactive: true })).toContain(
    'What is __init__ for?',
  )
})

test('where there are only stories, there is nothing to breathe about', async () => {
  const home = newFolder()
  await greenroom(['story', '1', '--text', 'We cut the bill by half.'], { home })
  const sheet = await output(['export', 'sheet'], { home })
  expect(sheet).toContain('We cut the bill by half.')
  expect(sheet).not.toContain('breathe')
})

test('export sheet --format html is one page for a phone or paper', async () => {
  const home = newFolder()
  await greenroom(['drill', '1'], { home, input: '\n\n3\n1\n\na < b\n' })
  const path = join(newFolder(), 'sheet.html')
  await output(['export', 'sheet', '--format', 'html', '-o', path], { home })
  const page = readFileSync(path, 'utf8')
  expect(page).toContain("default-src 'none'")
  expect(page).toContain('Then breathe: you know this.')
  expect(read(page).text).toContain('Change: a < b')
  if (process.platform !== 'win32') expect(statSync(path).mode & 0o777).toBe(0o600)
})

test('a terminal shows the sheet drawn, a file has it as markdown', async () => {
  const home = newFolder()
  await greenroom(['drill', '1'], { home, input: answer })
  const shown = await output(['export', 'sheet', '--plain'], { home, interactive: true })
  expect(shown).toMatch(/• How do you .*\(3, solid\)\n {2}.*\n {2}Change: name the number\n/)
  expect(shown).not.toMatch(/[*#]/)
  expect(await output(['export', 'sheet', '--format', 'md'], { home, interactive: true })).toContain(
    '- **How',
  )
})

describe('export sheet --round', () => {
  test('is the page of that round, with its date, also where another is nearer', async () => {
    const home = newFolder()
    await output(['plan', '--date', '+3d'], { home })
    await output(['plan', '--round', 'On site', '--date', '+12d', '--bank', 'manager'], { home })
    await output(['drill', '1', '--bank', 'manager'], { home, input: answer })
    const sheet = (...args: string[]): Promise<string> => output(['export', 'sheet', ...args], { home })
    const onsite = await sheet('--round', 'on site')
    expect(onsite).toMatch(/^# Sat 5 Dec: your page for the morning\n/)
    expect(onsite).toContain('*Change: name the number*')
    expect(await sheet('--round', 'interview')).toBe(await sheet())
    expect(await sheet()).toMatch(/^# Thu 26 Nov: /)
    expect(await sheet('--round', 'On site', '--format', 'html')).toContain('Sat 5 Dec')
  })

  test.each<[string, string[], string]>([
    ['unknown', ['--round', 'phon'], 'There is no round phon; there is: phone.\nDid you mean phone?\n'],
    ['without a name', ['--round', ''], '--round needs a name.\n'],
    ['with a bank', ['--round', 'phone', '--bank', 'manager'], 'Give either --round or --bank.\n'],
  ])('%s is refused', async (_, flags, message) => {
    const home = newFolder()
    await output(['plan', '--round', 'phone', '--date', '+3d'], { home })
    const { code, out, err } = await greenroom(['export', 'sheet', ...flags], { home })
    expect([(code ?? 0) > 0, out, err.slice(0, message.length)]).toEqual([true, '', message])
  })

  test('that is over says so', async () => {
    const home = newFolder()
    await output(['plan', '--round', 'phone', '--date', '+3d'], { home })
    const { err } = await greenroom(['export', 'sheet', '--round', 'phone'], {
      home,
      now: new Date(2026, 11, 1),
    })
    expect(err).toBe(
      'The round phone was on Thu 26 Nov.\ngreenroom plan --round phone --date +10d sets the next one.\n',
    )
  })
})
