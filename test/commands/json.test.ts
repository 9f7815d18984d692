import { beforeAll, expect, test } from 'vitest'
import { allChecks } from '../../src/doctor/all-checks.ts'
import { helpTexts } from '../../src/help/texts.ts'
import { fileWith, newFolder } from '../files.ts'
import { greenroom, json } from '../world.ts'

/** What `--json` prints is what the help says: each name in the data stands there. */

let home = ''
const sheet = () => fileWith('question;answer;level\nHow do you hire?;Slowly.;3\n', 'sheet.csv')
const answer = () => fileWith('I pair with a new hire, um, every week.', 'answer.txt')

beforeAll(async () => {
  home = newFolder()
  await greenroom(['drill', '1', '2'], { home, input: '\n\n3\n1\n\nslower\n\n\n2\n\n\n\n' })
  await greenroom(['story', '2', '--text', '# The freeze\n\nWe froze.'], { home })
  await greenroom(['sprint', '-n', '1'], { home, input: '\n\ny\n' })
  await greenroom(['plan', '--date', '+10d'], { home })
  await greenroom(['plan', '--date', '+5d', '--round', 'phone', '--bank', 'manager', '--topic', 'hiring'], {
    home,
  })
})

const calls: Record<string, () => string[][]> = {
  plan: () => [['plan']],
  next: () => [['next']],
  story: () => [['story'], ['story', '--never']],
  compare: () => [['compare', '2', answer()]],
  'bank list': () => [['bank', 'list']],
  'bank check': () => [
    ['bank', 'check', sheet()],
    ['bank', 'check', 'data/manager.md'],
  ],
  list: () => [['list']],
  show: () => [
    ['show', '1'],
    ['show', '2'],
  ],
  stats: () => [['stats']],
  takes: () => [['takes']],
  doctor: () => [['doctor']],
  'export bank': () => [['export', 'bank', '--bank', 'manager']],
  'export progress': () => [['export', 'progress']],
  'config get': () => [['config', 'get', 'bank']],
  'config list': () => [['config', 'list']],
}

test('each command that prints JSON is here', () => {
  const printing = Object.entries(helpTexts).filter(([, { json }]) => json !== undefined)
  expect(Object.keys(calls).sort()).toEqual(printing.map(([path]) => path).sort())
})

/** The names in some data; not those in a journal's lines, nor those that are data themselves. */
function namesIn(data: unknown): string[] {
  if (Array.isArray(data)) return data.flatMap(namesIn)
  if (typeof data !== 'object' || data === null) return []
  return Object.entries(data).flatMap(([name, value]) => [
    name,
    ...(['history', 'practice', 'shape', 'columns'].includes(name) ? [] : namesIn(value)),
  ])
}

test.each(Object.entries(calls).filter(([path]) => !/^config |progress$/.test(path)))(
  '%s',
  async (path, lines) => {
    const said = `${helpTexts[path]?.json} ${path === 'doctor' ? allChecks.map(({ keys }) => keys) : ''}`
    for (const line of lines()) {
      const names = [...new Set(namesIn(await json(line, { home })))]
      expect(names.filter((name) => !new RegExp(`\\b${name}\\b`).test(said))).toEqual([])
    }
  },
)
