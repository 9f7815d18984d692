import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { fileWith, newFolder } from '../files.ts'
import { read } from '../screens/report/pages.ts'
import { greenroom, inDays, output } from '../world.ts'

/** Start, done, score, points, final score, change. */
const answer = '\n\n3\n1\n\nname the number\n'

/** A home with an answer to the first question. */
async function used(): Promise<string> {
  const home = newFolder()
  await greenroom(['drill', '1'], { home, input: answer })
  return home
}

const page = async (args: string[], home: string, now?: Date): Promise<string> =>
  read(await output(['report', '-', ...args], { home, ...(now && { now }) })).text

test('the page goes to a file in this folder that only its user can read, and its path is printed', async () => {
  const home = await used()
  const folder = newFolder()
  const before = process.cwd()
  onTestFinished(() => process.chdir(before))
  process.chdir(folder)
  const path = join(folder, `greenroom-report-${inDays(0)}.html`)
  expect(await greenroom(['report'], { home })).toEqual({ code: 0, out: `${path}\n`, err: '' })
  expect(readdirSync(folder)).toEqual([`greenroom-report-${inDays(0)}.html`])
  const seen = await greenroom(['report', '--force'], { home, interactive: true })
  expect([seen.out, seen.err]).toEqual(['', `Written to ${path}. --open opens it.\n`])
  if (process.platform !== 'win32') expect(statSync(path).mode & 0o777).toBe(0o600)
  expect(read(readFileSync(path, 'utf8')).text).toContain('Change: name the number')
})

test('a file that is there is replaced only by force, and then only its user can read it', async () => {
  const home = await used()
  const path = fileWith('mine', 'page.html')
  expect(await greenroom(['report', path], { home })).toEqual({
    code: 1,
    out: '',
    err: `${path} already exists.\nReplace it with --force, or name another file.\n`,
  })
  expect(readFileSync(path, 'utf8')).toBe('mine')
  expect((await greenroom(['report', path, '--force'], { home })).code).toBe(0)
  expect(readFileSync(path, 'utf8')).toContain('<!doctype html>')
  if (process.platform !== 'win32') expect(statSync(path).mode & 0o777).toBe(0o600)
})

test('--since counts later answers only, and says where there are none', async () => {
  const home = await used()
  const later = new Date(2026, 11, 3, 9)
  await greenroom(['drill', '2'], { home, input: '\n\n1\n\n\nbreathe\n', now: later })
  expect(await page([], home)).toContain('2 answers on 2 days.')
  const since = await page(['--since', '2d'], home)
  expect(since).toContain('From Wed 2 Dec 2026 to Thu 3 Dec 2026')
  expect(since).toContain('1 answer on 1 day. 2 of 7 questions rehearsed')
  expect(since).not.toContain('name the number')
  expect(await page(['--since', '2d'], home, new Date(2026, 11, 20, 9))).toContain(
    'There are none since Sat 19 Dec 2026. Without --since the page shows 2 older ones.',
  )
  expect(await greenroom(['report', '-', '--since', 'soon'], { home })).toMatchObject({
    code: 2,
    err: expect.stringMatching(/^--since cannot be "soon"\.\n/),
  })
})

test('--bank shows that bank alone', async () => {
  const home = await used()
  const bank = fileWith(
    '# Mine\n\n### How <b>do</b> you hire?\n**Answer:** I ask.\n**Competencies:** hiring\n',
  )
  await output(['bank', 'add', bank, '--as', 'mine', '--yes'], { home })
  await greenroom(['drill', '1', '--bank', 'mine'], { home, input: '\n\n2\n\n\n<i>ask</i>\n' })
  await greenroom(['story', '1', '--bank', 'mine', '--text', '# The first hire\n\nI asked.'], { home })
  const mine = await page(['--bank', 'mine'], home)
  expect(mine).toContain('Change: <i>ask</i>')
  expect(mine).toMatch(/hiring1A[\s\S]*A5The first hire/)
  expect(mine).not.toContain('hands-on')
  expect(await page(['--bank', 'leadership'], home)).not.toContain('hire')
  expect(await greenroom(['report', '-', '--bank', 'none'], { home })).toMatchObject({ code: 1 })
})

test('it shows the way to the interview, and what the last answers missed', async () => {
  const home = await used()
  await greenroom(['plan', '--date', '+3d'], { home })
  const text = await page([], home)
  expect(text).toContain('Interview Thu 26 Nov, in 3 days.')
  expect(text).toContain('The way to Thu 26 Nov')
  expect(text).toMatch(/Missed last time: .*, .*\./)
  expect(text).toMatch(/1 made, \d missed/)
})

test('somebody new gets a page too', async () => {
  expect(await page([], newFolder())).toContain(
    'Scores, times and points stand here after your first answer.',
  )
})

test('--open opens it, and says where that cannot be done', async () => {
  const home = await used()
  const path = join(newFolder(), 'page.html')
  const opened: string[] = []
  expect(await greenroom(['report', path, '--open'], { home, opened })).toMatchObject({ code: 0 })
  expect(opened).toEqual([path])
  const other = join(newFolder(), '-page.html')
  expect(await greenroom(['report', other, '--open'], { home })).toEqual({
    code: 1,
    out: `${other}\n`,
    err: `There is nothing here to open it with.\nOpen it yourself: ${other}\n`,
  })
  expect(existsSync(other)).toBe(true)
  expect((await greenroom(['report', '-', '--open'], { home })).code).toBe(2)
})
