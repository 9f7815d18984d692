import { readdirSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { allChecks } from '../../src/doctor/all-checks.ts'
import type { Subject } from '../../src/doctor/check.ts'
import type {
  BankFacts,
  CopyFacts,
  FutureLine,
  History,
  JournalFacts,
  Place,
} from '../../src/doctor/examination.ts'
import type { Finding } from '../../src/doctor/finding.ts'
import { asJson, findingsOf } from '../../src/doctor/findings.ts'
import { damaged, failed, history, machine, subject } from './subject.ts'

const place: Place = { kind: 'folder', readable: true, writable: true }
const banks: BankFacts = { copies: [], unreadable: [], missing: [], newerBanks: [] }
const copy: CopyFacts = { slug: 'mine', source: '/mine.md', sourceExists: true, errors: 0, questions: [] }

function verdictOn(given: Subject, name: string): string {
  const finding = findingsOf(given).find((each) => each.name === name)
  if (finding === undefined) throw new Error(`there is no check ${name}`)
  const { state, message, hint } = finding
  return `${state}: ${message}${hint === null ? '' : ` ${hint}`}`
}

const journalOf = (given: Partial<JournalFacts>): JournalFacts => ({
  file: 'attempts/a.jsonl',
  device: 'a',
  lines: 9,
  newerLines: 0,
  badLines: [],
  jumps: [],
  inFuture: [],
  ...given,
})

const future = (line: number): FutureLine => ({
  line,
  at: '2027-01-01T10:00:00.000+01:00',
  instant: 1_798_794_000_000,
})

describe('a verdict', () => {
  test.each<[string, string, Subject]>([
    ...['20.9.0', '21.7.3', '22.1.0'].map((node): [string, string, Subject] => [
      'node',
      `problem: Node ${node} is too old. Install Node 22.2 or newer.`,
      subject({}, { node }),
    ]),
    ['node', 'ok: Node 22.2.0.', subject({}, { node: '22.2.0' })],
    [
      'home',
      'problem: /home/me/.config/greenroom is a file. Move it away, or choose another folder with --home.',
      subject({ place: { kind: 'file', readable: true, writable: true } }),
    ],
    [
      'home',
      'problem: /home/me/.config/greenroom cannot be created. Change the permissions of its parent folder, or choose another folder with --home.',
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
      'note: Not checked: the home cannot be read.',
      subject({ place: { failure: 'No.', remedy: 'Yes.' } }),
    ],
    [
      'permissions',
      'problem: 1 file or folder belongs to another user: attempts. Make /home/me/.config/greenroom and everything in it yours with chown.',
      subject({
        permissions: { supported: true, openToOthers: [], ownedByOthers: ['attempts'], inaccessible: [] },
      }),
    ],
    [
      'permissions',
      'problem: 1 file or folder that you cannot read or write: banks. Give yourself access to /home/me/.config/greenroom and everything in it with chmod -R u+rwX.',
      subject({
        permissions: { supported: true, openToOthers: [], ownedByOthers: [], inaccessible: ['banks'] },
      }),
    ],
    [
      'permissions',
      'ok: Those of your user folder apply.',
      subject({ permissions: { supported: false, openToOthers: [], ownedByOthers: [], inaccessible: [] } }),
    ],
    [
      'disk',
      'problem: Only 4 MB free on the disk with your data. Free some space: nothing can be saved on a full disk.',
      subject({ disk: { freeBytes: 5e6 } }),
    ],
    [
      'disk',
      'note: Only 47 MB free on the disk with your data. Free some space soon.',
      subject({ disk: { freeBytes: 5e7 } }),
    ],
    [
      'progress',
      'fixable: progress.json cannot be read. Nothing is lost: greenroom doctor --fix moves it to quarantine/ and rebuilds it.',
      subject({ progress: { state: 'unreadable' } }),
    ],
    [
      'progress',
      'note: progress.json was written by a newer greenroom. Upgrade this one to use it.',
      subject({ progress: { state: 'newer' } }),
    ],
    [
      'config',
      'fixable: config.json has settings that are not allowed: there is no setting x; count must be 1. greenroom doctor --fix takes them out and keeps a copy in quarantine/.',
      subject({
        config: {
          state: 'behind',
          refused: ['there is no setting x', 'count must be 1'],
          edited: [],
          unknown: [],
        },
      }),
    ],
    [
      'config',
      'note: config.json was edited by hand (count); that counts from the next start.',
      subject({ config: { state: 'behind', refused: [], edited: ['count'], unknown: [] } }),
    ],
    [
      'config',
      'note: Unknown or not allowed, so the default is used: colour, count. greenroom config unset count',
      subject({ config: { state: 'current', refused: [], edited: [], unknown: ['colour', 'count'] } }),
    ],
    [
      'banks',
      'fixable: 1 bank: leadership; banks/mine.json cannot be read. greenroom doctor --fix moves unreadable copies to quarantine/ and rereads the sources that still exist.',
      subject({
        banks: { ...banks, unreadable: [{ slug: 'mine', source: '/mine.md', sourceExists: false }] },
      }),
    ],
    [
      'banks',
      'fixable: 1 bank: leadership; mine has no saved copy, but its source /mine.md exists. greenroom doctor --fix rereads the sources that still exist.',
      subject({ banks: { ...banks, missing: [{ slug: 'mine', source: '/mine.md', sourceExists: true }] } }),
    ],
    [
      'banks',
      'problem: 2 banks: leadership, mine; mine has 2 errors. To see what is wrong: greenroom bank check /mine.md',
      subject({ banks: { ...banks, copies: [{ ...copy, errors: 2 }] } }),
    ],
    [
      'banks',
      'note: 2 banks: leadership, mine; using the saved copy of mine: its source /mine.md is gone.',
      subject({ banks: { ...banks, copies: [{ ...copy, sourceExists: false }] } }),
    ],
    [
      'banks',
      'note: 1 bank: leadership; mine was saved by a newer greenroom. Upgrade this greenroom to use it.',
      subject({ banks: { ...banks, newerBanks: ['mine'] } }),
    ],
    ['banks', 'problem: It is locked. Unlock it.', { ...failed, found: { ...failed.found, place } }],
    [
      'clock',
      'note: Not checked: the journals cannot be read.',
      { ...failed, found: { ...failed.found, place } },
    ],
    [
      'config',
      'note: Not checked: the journals cannot be read.',
      subject({
        config: { state: 'behind', refused: [], edited: ['count'], unknown: [] },
        history: failed.found.history,
      }),
    ],
    [
      'progress',
      'note: Not checked: the journals cannot be read.',
      subject({ history: failed.found.history }),
    ],
    [
      'device',
      'fixable: The file "device" cannot be read. greenroom doctor --fix moves it to quarantine/; this copy of your data then gets a new id.',
      subject({ device: { state: 'unreadable', id: null, host: null } }),
    ],
    [
      'backups',
      'note: There is no automatic backup yet. greenroom backup makes one.',
      subject({ backups: { count: 0, inFuture: 0, quarantined: 0, newest: null, ageDays: null } }),
    ],
    [
      'backups',
      'note: 1 automatic backup, the newest 15 days old. greenroom backup makes one.',
      subject({ backups: { count: 1, inFuture: 0, quarantined: 0, newest: 'a', ageDays: 15 } }),
    ],
    [
      'backups',
      'note: 3 automatic backups, the newest from today. 2 are dated in the future. Check that the clock is right; those are the first to be deleted.',
      subject({ backups: { count: 3, inFuture: 2, quarantined: 0, newest: 'a', ageDays: 0 } }),
    ],
    [
      'device',
      'note: This folder was copied from device a (laptop); it gets its own id when something is saved.',
      subject({ device: { state: 'copied', id: 'a', host: 'laptop' } }),
    ],
    [
      'leftovers',
      'fixable: 1 draft left behind by a crash: .device-1. greenroom doctor --fix moves drafts to quarantine/.',
      subject({ leftovers: ['.device-1'] }),
    ],
    [
      'unsaved',
      'note: 1 file left by an editor: unsaved/one-1/story.md. greenroom story offers the text of its question; delete what you do not need.',
      subject({ unsaved: ['unsaved/one-1/story.md'] }),
    ],
    [
      'terminal',
      'note: 30 columns and 24 rows, no colours, no Unicode. A window of 40 columns and 15 rows or more shows everything. If you see odd characters: greenroom config set ascii true',
      subject({}, { terminal: { ...machine.terminal, columns: 30, colors: 0, unicode: false } }),
    ],
    [
      'terminal',
      'ok: The output is not a terminal, so plain mode is used; Unicode.',
      subject({}, { terminal: { ...machine.terminal, output: false, columns: null, rows: null } }),
    ],
    [
      'editor',
      'problem: VISUAL is code --wait, which cannot be found. Set VISUAL or EDITOR to your editor, or write stories with story --text.',
      subject({}, { editor: { command: 'code --wait', from: 'VISUAL', found: false } }),
    ],
    [
      'editor',
      'note: VISUAL and EDITOR are not set, and vim cannot be found. Set VISUAL or EDITOR to your editor, or write stories with story --text.',
      subject({}, { editor: { command: 'vim', from: null, found: false } }),
    ],
    ['programs', 'ok: No setting names a program.', subject()],
    [
      'programs',
      'ok: There: rec for record.command, whisper-cli for transcribe.command.',
      subject(
        {},
        {
          programs: [
            { setting: 'record.command', name: 'rec', found: true },
            { setting: 'transcribe.command', name: 'whisper-cli', found: true },
          ],
        },
      ),
    ],
    [
      'programs',
      'problem: transcribe.command names whisper-cli, which cannot be found or run. greenroom config set transcribe.command names another, config unset transcribe.command does without.',
      subject({}, { programs: [{ setting: 'transcribe.command', name: 'whisper-cli', found: false }] }),
    ],
    [
      'programs',
      'problem: coach.command names x<U+202E>, which cannot be found or run. transcribe.command must be a command with {audio} for the file, such as: whisper-cli -m MODEL -f {audio} -np -nt, or none. greenroom config set KEY names another, config unset KEY does without.',
      subject(
        {
          history: {
            ...history,
            settings: { 'transcribe.command': 'whisper-cli -np', 'play.command': null },
          },
        },
        { programs: [{ setting: 'coach.command', name: 'x\u202e', found: false }] },
      ),
    ],
    ['git', 'note: git is not installed; only sync needs it.', subject({}, { git: null })],
    [
      'git',
      'problem: git is not installed, and sync needs it. Install git.',
      subject(
        {
          history: {
            ...history,
            settings: { 'sync.remote': 'me@host:x' },
          },
        },
        { git: null },
      ),
    ],
  ])('of %s: %s', (name, expected, given) => {
    expect(verdictOn(given, name)).toBe(expected)
  })

  test.each<[string, Partial<History>, string]>([
    [
      'journal',
      { lost: ['attempts/c.jsonl'] },
      'problem: attempts/c.jsonl is shorter than it was, or gone; 242 lines in 2 journals. If this is not what you wanted, bring back what is gone with greenroom restore FILE; backups are in backups/.',
    ],
    ['journal', { duplicates: 2 }, 'note: 242 lines in 2 journals; 2 duplicates, counted once.'],
    [
      'clock',
      { journals: [journalOf({ inFuture: [future(8)] })] },
      'note: 1 line is dated in the future (attempts/a.jsonl, line 8: 2027-01-01 10:00). Whatever you save now counts as later all the same, and an answer dated in the future does not count as a review.',
    ],
    [
      'clock',
      {
        journals: [
          journalOf({
            jumps: [
              { line: 3, backMs: 300_000 },
              { line: 7, backMs: 7_200_000 },
            ],
            inFuture: [
              future(2),
              { line: 6, at: '2026-12-01T10:00:00.000+01:00', instant: 1_796_115_600_000 },
            ],
          }),
        ],
      },
      'note: The clock went back 2 times, by up to 2 hours (attempts/a.jsonl, lines 3, 7); 2 lines are dated in the future (attempts/a.jsonl, lines 2, 6: up to 2027-01-01 10:00). Whatever you save now counts as later all the same, and an answer dated in the future does not count as a review.',
    ],
    [
      'banks',
      { settings: { bank: 'mine' } },
      'problem: The chosen bank, mine, is not here; 1 bank: leadership. Choose another with greenroom bank use SLUG.',
    ],
    ['terminal', { settings: { ascii: true } }, 'ok: 80 columns and 24 rows, 256 colours, Unicode.'],
  ])('of %s with %j', (name, given, expected) => {
    expect(verdictOn(subject({ history: { ...history, ...given } }), name)).toBe(expected)
  })
})

describe('the checks', () => {
  test('are all in the table, each in the file of its name', () => {
    const files = readdirSync('src/doctor/checks').map((file) => file.replace(/\.ts$/, ''))
    expect(allChecks.map(({ name }) => name).toSorted()).toEqual(files.toSorted())
  })

  test.each(allChecks.map((check) => [check.name, check] as const))(
    'document the keys of their JSON: %s',
    (_, { json, keys }) => {
      const names = keys.replaceAll(/ ?\[[^\]]*\]/g, '').match(/\w+/g)
      for (const given of [subject(), damaged, failed]) expect(Object.keys(json(given))).toEqual(names)
    },
  )

  test('have no fact of the name of something else in a finding', () => {
    const taken = Object.keys(asJson({ ...findingsOf(subject())[0], facts: {} } as Finding))
    const names = allChecks.flatMap(({ json }) => Object.keys(json(subject())))
    expect(taken).toEqual(['name', 'state', 'message', 'hint'])
    expect(names.filter((name) => taken.includes(name))).toEqual([])
  })

  test('print their facts after the verdict', () => {
    expect(findingsOf(damaged).map(asJson)[4]).toEqual({
      name: 'journal',
      state: 'fixable',
      message: expect.stringContaining('attempts/a.jsonl, line 7'),
      hint: expect.any(String),
      journals: [
        {
          file: 'attempts/a.jsonl',
          lines: 240,
          newerLines: 0,
          damaged: [7],
          rewritten: [9],
          quarantined: [],
        },
      ],
      duplicates: 1,
      lost: [],
    })
  })
})
