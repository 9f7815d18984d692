import { describe, expect, test } from 'vitest'
import { type Action, sentenceFor } from '../../src/doctor/action.ts'
import { banksToReadAgain } from '../../src/doctor/checks/banks.ts'
import type { BankFacts, Examination } from '../../src/doctor/examination.ts'
import { findingsOf } from '../../src/doctor/findings.ts'
import { findingsAfter, fixesFor } from '../../src/doctor/fix.ts'
import { damaged, failed, subject } from './subject.ts'

const banks: BankFacts = {
  copies: [],
  unreadable: [
    { slug: 'one', source: '/one.md', sourceExists: true },
    { slug: 'two', source: null, sourceExists: false },
  ],
  missing: [
    { slug: 'three', source: '/three.md', sourceExists: true },
    { slug: 'four', source: '/four.md', sourceExists: false },
  ],
  newerBanks: ['five'],
}

describe('what is to be fixed', () => {
  test('is nothing where all is well, or where nothing could be examined', () => {
    expect(fixesFor(subject().found)).toEqual([])
    expect(fixesFor(failed.found)).toEqual([])
  })

  test('is what is open, and what is damaged in a journal, in the order of the report', () => {
    expect(fixesFor(damaged.found)).toEqual([
      { check: 'permissions', action: { kind: 'close', paths: ['.', 'attempts'] } },
      {
        check: 'journal',
        action: {
          kind: 'copyLines',
          file: 'attempts/a.jsonl',
          device: 'a',
          lines: [{ start: 0, end: 1 }],
        },
      },
    ])
  })

  test.each<[string, Partial<Examination>, Action[]]>([
    ['progress', { progress: { state: 'unreadable' } }, [{ kind: 'setAside', file: 'progress.json' }]],
    ['progress', { progress: { state: 'mismatched' } }, [{ kind: 'setAside', file: 'progress.json' }]],
    ['progress', { progress: { state: 'newer' } }, []],
    ['progress', { progress: { state: 'behind' } }, []],
    ['progress', { progress: { state: 'ahead' } }, []],
    [
      'config',
      { config: { state: 'unreadable', refused: [], edited: [], unknown: [] } },
      [{ kind: 'setAside', file: 'config.json' }],
    ],
    [
      'config',
      { config: { state: 'behind', refused: ['count must be 1'], edited: [], unknown: [] } },
      [{ kind: 'copyAside', file: 'config.json' }],
    ],
    ['config', { config: { state: 'behind', refused: [], edited: ['count'], unknown: ['x'] } }, []],
    [
      'banks',
      { banks },
      [
        { kind: 'setAside', file: 'banks/one.json' },
        { kind: 'setAside', file: 'banks/two.json' },
      ],
    ],
    [
      'device',
      { device: { state: 'unreadable', id: null, host: null } },
      [{ kind: 'setAside', file: 'device' }],
    ],
    ['device', { device: { state: 'copied', id: 'a', host: null } }, []],
    [
      'leftovers',
      { leftovers: ['.device-1', 'banks/.mine'] },
      [
        { kind: 'setAside', file: '.device-1' },
        { kind: 'setAside', file: 'banks/.mine' },
      ],
    ],
  ])('of %s with %j', (check, given, actions) => {
    const { found } = subject(given)
    expect(fixesFor(found)).toEqual(actions.map((action) => ({ check, action })))
    const fixable = findingsOf(subject(given)).filter(({ state }) => state === 'fixable')
    expect(fixable.map(({ name }) => name)).toEqual(actions.length > 0 ? [check] : [])
  })

  test('is also read again from the sources of banks, where these exist', () => {
    expect(banksToReadAgain(subject({ banks }).found)).toEqual([
      { slug: 'one', source: '/one.md' },
      { slug: 'three', source: '/three.md' },
    ])
    expect(banksToReadAgain(failed.found)).toEqual([])
  })
})

test.each<[string, Action, string[]]>([
  ['One file or folder is now private.', { kind: 'close', paths: ['.', 'device'] }, ['device']],
  ['2 files and folders are now private.', { kind: 'close', paths: ['.', 'device'] }, ['.', 'device']],
  ['device was moved to quarantine/device-1.', { kind: 'setAside', file: 'device' }, ['quarantine/device-1']],
  [
    'config.json was copied to quarantine/config.json-1, and what is not allowed was left out.',
    { kind: 'copyAside', file: 'config.json' },
    ['quarantine/config.json-1'],
  ],
  [
    'One damaged line was copied to quarantine/a.',
    { kind: 'copyLines', file: 'a', device: 'a', lines: [{ start: 0, end: 1 }] },
    ['quarantine/a'],
  ],
  [
    '2 damaged lines were copied to quarantine/a.',
    {
      kind: 'copyLines',
      file: 'a',
      device: 'a',
      lines: [
        { start: 0, end: 1 },
        { start: 2, end: 3 },
      ],
    },
    ['quarantine/a'],
  ],
])('what was done is said: %s', (sentence, action, paths) => {
  expect(sentenceFor(action, paths)).toBe(sentence)
})

describe('after fixing', () => {
  const fixed = [
    { check: 'journal', sentence: 'One damaged line was copied.' },
    { check: 'banks', sentence: 'One bank was moved.' },
    { check: 'banks', sentence: 'It was read again.' },
  ]
  const after = (given: Partial<Examination>) => findingsAfter(findingsOf(subject(given)), fixed, 'greenroom')
  const findingOn = (name: string, given: Partial<Examination> = {}) =>
    after(given).find((each) => each.name === name)

  test('what was done is said', () => {
    expect(findingOn('journal')).toMatchObject({ state: 'fixed', message: 'One damaged line was copied.' })
    expect(findingOn('banks')).toMatchObject({
      state: 'fixed',
      message: 'One bank was moved. It was read again.',
    })
  })

  test('a note is still worth knowing', () => {
    expect(findingOn('banks', { banks: { ...banks, unreadable: [], missing: [] } })).toMatchObject({
      state: 'fixed',
      message:
        'One bank was moved. It was read again. 1 bank: leadership; five was saved by a newer greenroom.',
    })
  })

  test('what is still there needs a person', () => {
    expect(findingOn('leftovers', { leftovers: ['.device-1'] })).toMatchObject({
      state: 'problem',
      message: '1 draft left behind by a crash: .device-1. This could not be fixed.',
      hint: 'Make sure that the home is writable and that the disk has free space, and try again.',
    })
    expect(findingOn('banks', { banks })).toMatchObject({
      state: 'problem',
      message: expect.stringMatching(
        /^One bank was moved\. It was read again\. .* This could not be fixed\.$/,
      ),
      hint: 'greenroom bank check SOURCE shows what is wrong with a source.',
    })
  })

  test('what nothing was done about stays as it is', () => {
    const before = findingsOf(subject({ device: { state: 'copied', id: 'a', host: null } }))
    expect(findingsAfter(before, [], 'greenroom')).toEqual(before)
  })
})
