import { describe, expect, test } from 'vitest'
import type { Examination } from '../../src/doctor/examination.ts'
import type { Finding, Subject } from '../../src/doctor/finding.ts'
import { findingsAfter, findingsOf } from '../../src/doctor/findings.ts'
import type { Machine } from '../../src/doctor/machine.ts'
import { asJson, report } from '../../src/screens/doctor.ts'
import { styleOf } from '../../src/screens/style.ts'
import { width } from '../../src/text/wrap.ts'
import { bank, question } from '../progress/lines.ts'

const plain = styleOf({ level: 0, ascii: false })

const found: Examination = {
  home: '/home/me/.config/greenroom',
  place: { kind: 'folder', readable: true, writable: true },
  permissions: { known: true, open: [], foreign: [], unwritable: [] },
  disk: { freeBytes: 5e9 },
  history: {
    journals: [
      { file: 'attempts/a.jsonl', device: 'a', lines: 240, newer: 0, bad: [], jumps: [] },
      { file: 'attempts/b.jsonl', device: 'b', lines: 2, newer: 0, bad: [], jumps: [] },
    ],
    doubles: 0,
    lost: [],
    ahead: { count: 0, latest: null },
    attempts: { 'leadership/one': 3 },
    settings: {},
  },
  progress: { state: 'current' },
  config: { state: 'current', refused: [], edited: [], strange: [] },
  banks: { copies: [], unreadable: [], missing: [], newer: [] },
  backups: { count: 3, ahead: 0, aside: 0, newest: 'backups/auto-20261120T080000.backup', ageDays: 2 },
  device: { state: 'own', id: 'a', host: 'laptop' },
  leftovers: [],
}

const machine: Machine = {
  node: '20.17.0',
  terminal: { input: true, output: true, columns: 80, rows: 24, colors: 2, unicode: true },
  editor: { command: 'vim', from: 'EDITOR', found: true },
  git: '2.39.5',
}

const shipped = bank('leadership', [question('leadership/one')])

const subject = (given: Partial<Examination> = {}, other: Partial<Machine> = {}): Subject => ({
  found: { ...found, ...given },
  machine: { ...machine, ...other },
  shipped,
  program: 'greenroom',
})

const history = 'failure' in found.history ? null : found.history

function findingIn(given: Subject, name: string): Finding {
  const finding = findingsOf(given).find((each) => each.name === name)
  if (finding === undefined) throw new Error(`nothing is said of ${name}`)
  return finding
}

const said = (given: Subject, name: string): string => {
  const { state, message, hint } = findingIn(given, name)
  return `${state}: ${message}${hint === null ? '' : ` ${hint}`}`
}

const damaged = subject({
  permissions: { known: true, open: ['.', 'attempts'], foreign: [], unwritable: [] },
  history: {
    ...(history as Exclude<typeof history, null>),
    journals: [
      {
        file: 'attempts/a.jsonl',
        device: 'a',
        lines: 240,
        newer: 0,
        bad: [
          { line: 7, start: 0, end: 1, state: 'damaged' },
          { line: 9, start: 2, end: 3, state: 'again' },
        ],
        jumps: [{ line: 12, backMs: 7_200_000 }],
      },
    ],
    doubles: 1,
    attempts: { 'leadership/one': 3, 'other/one': 2 },
  },
  banks: {
    copies: [],
    unreadable: [],
    missing: [{ slug: 'other', source: '/elsewhere/other.md', here: false }],
    newer: [],
  },
})

describe('the report', () => {
  test('at 80 columns, where all is well', () => {
    expect(report(findingsOf(subject()), 80, plain)).toMatchInlineSnapshot(`
      "ok  node         Node 20.17.0.
      ok  home         Your data is in /home/me/.config/greenroom.
      ok  permissions  Your data is yours alone.
      ok  disk         4 GB free on the disk of your data.
      ok  journal      242 lines in 2 journals, none damaged.
      ok  clock        The times only go forward.
      ok  questions    All that you rehearsed is in your banks.
      ok  progress     progress.json is what the journals say.
      ok  config       All settings are allowed.
      ok  banks        1 bank: leadership.
      ok  backups      3 automatic backups, the newest 2 days old.
      ok  device       It is a, on laptop.
      ok  leftovers    None.
      ok  terminal     80 columns and 24 rows, 256 colours, Unicode.
      ok  editor       vim, by EDITOR.
      ok  git          git 2.39.5.
      "
    `)
  })
  test.each([40, 80, 120])('never is wider than %d columns', (columns) => {
    const lines = report(findingsOf(damaged), columns, plain).split('\n')
    expect(Math.max(...lines.map(width))).toBeLessThanOrEqual(columns)
  })
  test('at 40 columns', () => {
    expect(report(findingsOf(damaged), 40, plain)).toMatchInlineSnapshot(`
      "ok        node
         Node 20.17.0.
      ok        home
         Your data is in
         /home/me/.config/greenroom.
      mendable  permissions
         2 files or folders open to other
         users of this machine: the home
         itself, attempts. greenroom doctor
         --fix closes what is open.
      ok        disk
         4 GB free on the disk of your data.
      mendable  journal
         240 lines in 1 journal; 1 damaged
         piece (attempts/a.jsonl, line 7); 1
         torn piece, written again whole, so
         that nothing is lost; 1 double,
         counted once. greenroom doctor --fix
         copies damaged pieces to quarantine/
         and leaves the journal as it is;
         greenroom restore with a backup from
         backups/ may bring back what they
         said.
      note      clock
         The clock went back 1 time, by 2
         hours at most (attempts/a.jsonl, line
         12). Nothing is lost: what was
         written last counts, and among
         machines the later time.
      note      questions
         2 attempts on 1 question that no bank
         has now: other/one. Their history is
         kept; the bank other was added on
         another machine, and greenroom bank
         add FILE --as other joins it.
      ok        progress
         progress.json is what the journals
         say.
      ok        config
         All settings are allowed.
      note      banks
         1 bank: leadership; other is not
         here, and neither is its source
         /elsewhere/other.md. greenroom bank
         add FILE --as other joins it here.
      ok        backups
         3 automatic backups, the newest 2
         days old.
      ok        device
         It is a, on laptop.
      ok        leftovers
         None.
      ok        terminal
         80 columns and 24 rows, 256 colours,
         Unicode.
      ok        editor
         vim, by EDITOR.
      ok        git
         git 2.39.5.
      "
    `)
  })
  test('at 80 columns', () => {
    expect(report(findingsOf(damaged), 80, plain)).toMatchInlineSnapshot(`
      "ok        node         Node 20.17.0.
      ok        home         Your data is in /home/me/.config/greenroom.
      mendable  permissions  2 files or folders open to other users of this machine:
                             the home itself, attempts. greenroom doctor --fix closes
                             what is open.
      ok        disk         4 GB free on the disk of your data.
      mendable  journal      240 lines in 1 journal; 1 damaged piece
                             (attempts/a.jsonl, line 7); 1 torn piece, written again
                             whole, so that nothing is lost; 1 double, counted once.
                             greenroom doctor --fix copies damaged pieces to
                             quarantine/ and leaves the journal as it is; greenroom
                             restore with a backup from backups/ may bring back what
                             they said.
      note      clock        The clock went back 1 time, by 2 hours at most
                             (attempts/a.jsonl, line 12). Nothing is lost: what was
                             written last counts, and among machines the later time.
      note      questions    2 attempts on 1 question that no bank has now: other/one.
                             Their history is kept; the bank other was added on
                             another machine, and greenroom bank add FILE --as other
                             joins it.
      ok        progress     progress.json is what the journals say.
      ok        config       All settings are allowed.
      note      banks        1 bank: leadership; other is not here, and neither is its
                             source /elsewhere/other.md. greenroom bank add FILE --as
                             other joins it here.
      ok        backups      3 automatic backups, the newest 2 days old.
      ok        device       It is a, on laptop.
      ok        leftovers    None.
      ok        terminal     80 columns and 24 rows, 256 colours, Unicode.
      ok        editor       vim, by EDITOR.
      ok        git          git 2.39.5.
      "
    `)
  })
  test('at 120 columns', () => {
    expect(report(findingsOf(damaged), 120, plain)).toMatchInlineSnapshot(`
      "ok        node         Node 20.17.0.
      ok        home         Your data is in /home/me/.config/greenroom.
      mendable  permissions  2 files or folders open to other users of this machine: the home itself, attempts. greenroom
                             doctor --fix closes what is open.
      ok        disk         4 GB free on the disk of your data.
      mendable  journal      240 lines in 1 journal; 1 damaged piece (attempts/a.jsonl, line 7); 1 torn piece, written again
                             whole, so that nothing is lost; 1 double, counted once. greenroom doctor --fix copies damaged
                             pieces to quarantine/ and leaves the journal as it is; greenroom restore with a backup from
                             backups/ may bring back what they said.
      note      clock        The clock went back 1 time, by 2 hours at most (attempts/a.jsonl, line 12). Nothing is lost: what
                             was written last counts, and among machines the later time.
      note      questions    2 attempts on 1 question that no bank has now: other/one. Their history is kept; the bank other
                             was added on another machine, and greenroom bank add FILE --as other joins it.
      ok        progress     progress.json is what the journals say.
      ok        config       All settings are allowed.
      note      banks        1 bank: leadership; other is not here, and neither is its source /elsewhere/other.md. greenroom
                             bank add FILE --as other joins it here.
      ok        backups      3 automatic backups, the newest 2 days old.
      ok        device       It is a, on laptop.
      ok        leftovers    None.
      ok        terminal     80 columns and 24 rows, 256 colours, Unicode.
      ok        editor       vim, by EDITOR.
      ok        git          git 2.39.5.
      "
    `)
  })
  test('has the state in colour, and as a word', () => {
    const painted = report(findingsOf(damaged), 80, styleOf({ level: 1, ascii: false }))
    expect(painted).toContain('\u001b[33mmendable\u001b[39m')
  })
})

describe('a finding', () => {
  test.each<[string, string, Subject]>([
    [
      'node',
      'problem: Node 20.9.0 is too old. Install Node 20.17 or newer.',
      subject({}, { node: '20.9.0' }),
    ],
    [
      'home',
      'problem: /home/me/.config/greenroom is a file. Move it away, or choose another folder with --home.',
      subject({ place: { kind: 'file', readable: true, writable: true } }),
    ],
    [
      'home',
      'problem: /home/me/.config/greenroom cannot be made. Change the permissions of the folder it is in, or choose another folder with --home.',
      subject({ place: { kind: 'none', readable: true, writable: false } }),
    ],
    [
      'home',
      'problem: Nothing can be saved in /home/me/.config/greenroom. Change its permissions, or choose another folder with --home.',
      subject({ place: { kind: 'folder', readable: true, writable: false } }),
    ],
    [
      'home',
      'problem: /home/me/.config/greenroom cannot be read. Change its permissions, or choose another folder with --home.',
      subject({ place: { kind: 'folder', readable: false, writable: false } }),
    ],
    [
      'journal',
      'note: Not looked at: the home cannot be read.',
      subject({ place: { failure: 'No.', remedy: 'Yes.' } }),
    ],
    [
      'permissions',
      'problem: 1 file or folder of another user: attempts. Make what is in /home/me/.config/greenroom yours, with chown.',
      subject({ permissions: { known: true, open: [], foreign: ['attempts'], unwritable: [] } }),
    ],
    [
      'permissions',
      'problem: 1 file or folder that you cannot read and write: banks. Make what is in /home/me/.config/greenroom yours again, with chmod -R u+rwX.',
      subject({ permissions: { known: true, open: [], foreign: [], unwritable: ['banks'] } }),
    ],
    [
      'permissions',
      'ok: They are those of your user folder.',
      subject({ permissions: { known: false, open: [], foreign: [], unwritable: [] } }),
    ],
    [
      'disk',
      'problem: Only 4 MB free on the disk of your data. Free some space: a full disk saves nothing.',
      subject({ disk: { freeBytes: 5e6 } }),
    ],
    [
      'disk',
      'note: Only 47 MB free on the disk of your data. Free some space soon.',
      subject({ disk: { freeBytes: 5e7 } }),
    ],
    [
      'progress',
      'mendable: progress.json cannot be read. Nothing is lost: greenroom doctor --fix moves it to quarantine/ and makes it anew.',
      subject({ progress: { state: 'unreadable' } }),
    ],
    [
      'progress',
      'note: progress.json is of a newer greenroom. Upgrade this one to use it.',
      subject({ progress: { state: 'newer' } }),
    ],
    [
      'config',
      'mendable: config.json has what is not allowed: there is no setting x; count must be 1. greenroom doctor --fix takes that out and keeps a copy in quarantine/.',
      subject({
        config: {
          state: 'behind',
          refused: ['there is no setting x', 'count must be 1'],
          edited: [],
          strange: [],
        },
      }),
    ],
    [
      'config',
      'note: config.json was edited by hand (count); that counts from the next start.',
      subject({ config: { state: 'behind', refused: [], edited: ['count'], strange: [] } }),
    ],
    [
      'config',
      'note: Not allowed here, so that the default is used: colour, count. greenroom config unset count',
      subject({ config: { state: 'current', refused: [], edited: [], strange: ['colour', 'count'] } }),
    ],
    [
      'backups',
      'note: There is no automatic backup yet. greenroom backup makes one.',
      subject({ backups: { count: 0, ahead: 0, aside: 0, newest: null, ageDays: null } }),
    ],
    [
      'backups',
      'note: 1 automatic backup, the newest 15 days old. greenroom backup makes one.',
      subject({ backups: { count: 1, ahead: 0, aside: 0, newest: 'a', ageDays: 15 } }),
    ],
    [
      'backups',
      'note: 3 automatic backups, the newest of today. 2 are of a day to come. See whether the clock is right; they go first.',
      subject({ backups: { count: 3, ahead: 2, aside: 0, newest: 'a', ageDays: 0 } }),
    ],
    [
      'device',
      'note: This folder was copied from a, on laptop; it gets an id of its own when something is saved.',
      subject({ device: { state: 'copied', id: 'a', host: 'laptop' } }),
    ],
    [
      'leftovers',
      'mendable: 1 draft that a crash left: .device-1. greenroom doctor --fix moves drafts to quarantine/.',
      subject({ leftovers: ['.device-1'] }),
    ],
    [
      'terminal',
      'note: 30 columns and 24 rows, no colours, no Unicode. A window of 40 columns and 15 rows or more shows everything. If you see odd characters: greenroom config set ascii true',
      subject({}, { terminal: { ...machine.terminal, columns: 30, colors: 0, unicode: false } }),
    ],
    [
      'terminal',
      'ok: The output is no terminal, so that plain mode is used; Unicode.',
      subject({}, { terminal: { ...machine.terminal, output: false, columns: null, rows: null } }),
    ],
    [
      'editor',
      'problem: VISUAL is code --wait, which cannot be found. Set VISUAL or EDITOR to your editor, or write stories with story --text.',
      subject({}, { editor: { command: 'code --wait', from: 'VISUAL', found: false } }),
    ],
    [
      'editor',
      'note: VISUAL and EDITOR are not set, and there is no vim. Set VISUAL or EDITOR to your editor, or write stories with story --text.',
      subject({}, { editor: { command: 'vim', from: null, found: false } }),
    ],
    ['git', 'note: git is not there; only sync needs it.', subject({}, { git: null })],
    [
      'git',
      'problem: git is not there, and sync needs it. Install git.',
      subject(
        {
          history: {
            ...(history as Exclude<typeof history, null>),
            settings: { 'sync.remote': 'me@host:x' },
          },
        },
        { git: null },
      ),
    ],
  ])('of %s: %s', (name, expected, given) => {
    expect(said(given, name)).toBe(expected)
  })

  test.each<[string, Partial<Exclude<typeof history, null>>, string]>([
    [
      'journal',
      { lost: ['attempts/c.jsonl'] },
      'problem: attempts/c.jsonl is shorter than it was, or gone; 242 lines in 2 journals. Bring back what is gone by greenroom restore with a backup from backups/, unless this is what you wanted.',
    ],
    ['journal', { doubles: 2 }, 'note: 242 lines in 2 journals; 2 doubles, counted once.'],
    [
      'clock',
      { ahead: { count: 1, latest: '2027-01-01T10:00:00.000+01:00' } },
      'note: 1 line later than now, to 2027-01-01 10:00. A setting made at such a time wins until that time comes.',
    ],
    [
      'banks',
      { settings: { bank: 'mine' } },
      'problem: The bank mine, which is chosen, is not here; 1 bank: leadership. Choose another with greenroom bank use SLUG.',
    ],
    ['terminal', { settings: { ascii: true } }, 'ok: 80 columns and 24 rows, 256 colours, Unicode.'],
  ])('of %s with %j', (name, given, expected) => {
    const all = history as Exclude<typeof history, null>
    expect(said(subject({ history: { ...all, ...given } }), name)).toBe(expected)
  })

  test('has its facts in JSON, the same keys whether it could be looked at or not', () => {
    const nothing = { failure: 'No.', remedy: 'Yes.' }
    const failed = subject({
      place: nothing,
      permissions: nothing,
      disk: nothing,
      history: nothing,
      progress: nothing,
      config: nothing,
      banks: nothing,
      backups: nothing,
      device: nothing,
      leftovers: nothing,
    })
    const keys = (given: Subject): string[][] => asJson(findingsOf(given), given).map(Object.keys)
    expect(keys(failed)).toEqual(keys(damaged))
    expect(asJson(findingsOf(damaged), damaged)[4]).toEqual({
      name: 'journal',
      state: 'mendable',
      message: expect.stringContaining('attempts/a.jsonl, line 7'),
      hint: expect.any(String),
      journals: [{ file: 'attempts/a.jsonl', lines: 240, newer: 0, damaged: [7], again: [9], aside: [] }],
      doubles: 1,
      lost: [],
    })
  })
})

test('after mending, what was done is said, and what is still there needs a person', () => {
  const after = findingsOf(subject({ leftovers: ['.device-1'] }))
  const mended = findingsAfter(after, { journal: ['One damaged piece was copied.'] }, 'greenroom')
  expect(mended.find(({ name }) => name === 'journal')).toMatchObject({
    state: 'mended',
    message: 'One damaged piece was copied.',
  })
  expect(mended.find(({ name }) => name === 'leftovers')).toMatchObject({
    state: 'problem',
    message: '1 draft that a crash left: .device-1. This could not be mended.',
  })
})
