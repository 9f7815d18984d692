import type { Subject } from '../../src/doctor/check.ts'
import type { Examination, History } from '../../src/doctor/examination.ts'
import type { Machine } from '../../src/doctor/machine.ts'
import { bank, question } from '../progress/lines.ts'

export const history: History = {
  journals: [
    {
      file: 'attempts/a.jsonl',
      device: 'a',
      lines: 240,
      newerLines: 0,
      badLines: [],
      jumps: [],
      inFuture: [],
    },
    { file: 'attempts/b.jsonl', device: 'b', lines: 2, newerLines: 0, badLines: [], jumps: [], inFuture: [] },
  ],
  duplicates: 0,
  lost: [],
  attempts: { 'leadership/one': 3 },
  settings: {},
}

const found: Examination = {
  home: '/home/me/.config/greenroom',
  place: { kind: 'folder', readable: true, writable: true },
  permissions: { supported: true, openToOthers: [], ownedByOthers: [], inaccessible: [] },
  disk: { freeBytes: 5e9 },
  history,
  progress: { state: 'current' },
  config: { state: 'current', refused: [], edited: [], unknown: [] },
  banks: { copies: [], unreadable: [], missing: [], newerBanks: [] },
  backups: {
    count: 3,
    inFuture: 0,
    quarantined: 0,
    newest: 'backups/auto-20261120T080000.backup',
    ageDays: 2,
  },
  device: { state: 'own', id: 'a', host: 'laptop' },
  leftovers: [],
  unsaved: [],
}

export const machine: Machine = {
  node: '20.17.0',
  terminal: { input: true, output: true, columns: 80, rows: 24, colors: 2, unicode: true },
  editor: { command: 'vim', from: 'EDITOR', found: true },
  git: '2.39.5',
  programs: [],
}

const shipped = bank('leadership', [question('leadership/one')])

/** A home and a machine that are well, but for what is given. */
export const subject = (given: Partial<Examination> = {}, other: Partial<Machine> = {}): Subject => ({
  found: { ...found, ...given },
  machine: { ...machine, ...other },
  shipped: [shipped],
  program: 'greenroom',
})

/** A home of which several checks have something to say. */
export const damaged = subject({
  permissions: { supported: true, openToOthers: ['.', 'attempts'], ownedByOthers: [], inaccessible: [] },
  history: {
    ...history,
    journals: [
      {
        file: 'attempts/a.jsonl',
        device: 'a',
        lines: 240,
        newerLines: 0,
        badLines: [
          { line: 7, start: 0, end: 1, state: 'damaged' },
          { line: 9, start: 2, end: 3, state: 'rewritten' },
        ],
        jumps: [{ line: 12, backMs: 7_200_000 }],
        inFuture: [],
      },
    ],
    duplicates: 1,
    attempts: { 'leadership/one': 3, 'other/one': 2 },
  },
  banks: {
    copies: [],
    unreadable: [],
    missing: [{ slug: 'other', source: '/elsewhere/other.md', sourceExists: false }],
    newerBanks: [],
  },
})

const failure = { failure: 'It is locked.', remedy: 'Unlock it.' }

/** A home of which nothing could be examined. */
export const failed = subject({
  place: failure,
  permissions: failure,
  disk: failure,
  history: failure,
  progress: failure,
  config: failure,
  banks: failure,
  backups: failure,
  device: failure,
  leftovers: failure,
  unsaved: failure,
})
