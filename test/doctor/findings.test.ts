import { describe, expect, test } from 'vitest'
import { findingsOf } from '../../src/doctor/findings.ts'
import { report } from '../../src/screens/doctor.ts'
import { styleOf } from '../../src/screens/style.ts'
import { width } from '../../src/text/wrap.ts'
import { damaged, subject } from './subject.ts'

const plain = styleOf({ level: 0, ascii: false })

describe('the report', () => {
  test('at 80 columns, where all is well', () => {
    expect(report(findingsOf(subject()), 80, plain)).toMatchInlineSnapshot(`
      "ok  node         Node 20.17.0.
      ok  home         Your data is in /home/me/.config/greenroom.
      ok  permissions  Only you can read your data.
      ok  disk         4 GB free on the disk with your data.
      ok  journal      242 lines in 2 journals, none damaged.
      ok  clock        Timestamps are in order.
      ok  questions    Every question that you rehearsed is in your banks.
      ok  progress     progress.json matches the journals.
      ok  config       All settings are allowed.
      ok  banks        1 bank: leadership.
      ok  backups      3 automatic backups, the newest 2 days old.
      ok  device       Device a (laptop).
      ok  leftovers    None.
      ok  unsaved      None.
      ok  terminal     80 columns and 24 rows, 256 colours, Unicode.
      ok  editor       vim, from EDITOR.
      ok  git          git 2.39.5.
      ok  programs     No setting names a program.
      "
    `)
  })
  test.each([40, 80, 120])('never is wider than %d columns', (columns) => {
    const lines = report(findingsOf(damaged), columns, plain).split('\n')
    expect(Math.max(...lines.map(width))).toBeLessThanOrEqual(columns)
  })
  test('at 40 columns', () => {
    expect(report(findingsOf(damaged), 40, plain)).toMatchInlineSnapshot(`
      "ok       node
         Node 20.17.0.
      ok       home
         Your data is in
         /home/me/.config/greenroom.
      fixable  permissions
         2 files or folders are open to other
         users of this machine: the home
         itself, attempts. greenroom doctor
         --fix makes your data private.
      ok       disk
         4 GB free on the disk with your data.
      fixable  journal
         240 lines in 1 journal; 1 damaged
         line (attempts/a.jsonl, line 7); 1
         torn line, rewritten in full, so
         nothing is lost; 1 duplicate, counted
         once. greenroom doctor --fix copies
         damaged lines to quarantine/ and
         leaves the journal as it is;
         greenroom restore FILE with a backup
         from backups/ may bring back the
         damaged lines.
      note     clock
         The clock went back once, by 2 hours
         (attempts/a.jsonl, line 12). Nothing
         is lost: the line written last
         counts, whatever its date.
      note     questions
         2 attempts on 1 question no longer in
         any bank: other/one. Their history is
         kept; the bank other was added on
         another machine, and greenroom bank
         add FILE --as other adds it here.
      ok       progress
         progress.json matches the journals.
      ok       config
         All settings are allowed.
      note     banks
         1 bank: leadership; other is not
         here, and neither is its source
         /elsewhere/other.md. greenroom bank
         add FILE --as other adds it here.
      ok       backups
         3 automatic backups, the newest 2
         days old.
      ok       device
         Device a (laptop).
      ok       leftovers
         None.
      ok       unsaved
         None.
      ok       terminal
         80 columns and 24 rows, 256 colours,
         Unicode.
      ok       editor
         vim, from EDITOR.
      ok       git
         git 2.39.5.
      ok       programs
         No setting names a program.
      "
    `)
  })
  test('at 80 columns', () => {
    expect(report(findingsOf(damaged), 80, plain)).toMatchInlineSnapshot(`
      "ok       node         Node 20.17.0.
      ok       home         Your data is in /home/me/.config/greenroom.
      fixable  permissions  2 files or folders are open to other users of this
                            machine: the home itself, attempts. greenroom doctor --fix
                            makes your data private.
      ok       disk         4 GB free on the disk with your data.
      fixable  journal      240 lines in 1 journal; 1 damaged line (attempts/a.jsonl,
                            line 7); 1 torn line, rewritten in full, so nothing is
                            lost; 1 duplicate, counted once. greenroom doctor --fix
                            copies damaged lines to quarantine/ and leaves the journal
                            as it is; greenroom restore FILE with a backup from
                            backups/ may bring back the damaged lines.
      note     clock        The clock went back once, by 2 hours (attempts/a.jsonl,
                            line 12). Nothing is lost: the line written last counts,
                            whatever its date.
      note     questions    2 attempts on 1 question no longer in any bank: other/one.
                            Their history is kept; the bank other was added on another
                            machine, and greenroom bank add FILE --as other adds it
                            here.
      ok       progress     progress.json matches the journals.
      ok       config       All settings are allowed.
      note     banks        1 bank: leadership; other is not here, and neither is its
                            source /elsewhere/other.md. greenroom bank add FILE --as
                            other adds it here.
      ok       backups      3 automatic backups, the newest 2 days old.
      ok       device       Device a (laptop).
      ok       leftovers    None.
      ok       unsaved      None.
      ok       terminal     80 columns and 24 rows, 256 colours, Unicode.
      ok       editor       vim, from EDITOR.
      ok       git          git 2.39.5.
      ok       programs     No setting names a program.
      "
    `)
  })
  test('at 120 columns', () => {
    expect(report(findingsOf(damaged), 120, plain)).toMatchInlineSnapshot(`
      "ok       node         Node 20.17.0.
      ok       home         Your data is in /home/me/.config/greenroom.
      fixable  permissions  2 files or folders are open to other users of this machine: the home itself, attempts. greenroom
                            doctor --fix makes your data private.
      ok       disk         4 GB free on the disk with your data.
      fixable  journal      240 lines in 1 journal; 1 damaged line (attempts/a.jsonl, line 7); 1 torn line, rewritten in full,
                            so nothing is lost; 1 duplicate, counted once. greenroom doctor --fix copies damaged lines to
                            quarantine/ and leaves the journal as it is; greenroom restore FILE with a backup from backups/
                            may bring back the damaged lines.
      note     clock        The clock went back once, by 2 hours (attempts/a.jsonl, line 12). Nothing is lost: the line
                            written last counts, whatever its date.
      note     questions    2 attempts on 1 question no longer in any bank: other/one. Their history is kept; the bank other
                            was added on another machine, and greenroom bank add FILE --as other adds it here.
      ok       progress     progress.json matches the journals.
      ok       config       All settings are allowed.
      note     banks        1 bank: leadership; other is not here, and neither is its source /elsewhere/other.md. greenroom
                            bank add FILE --as other adds it here.
      ok       backups      3 automatic backups, the newest 2 days old.
      ok       device       Device a (laptop).
      ok       leftovers    None.
      ok       unsaved      None.
      ok       terminal     80 columns and 24 rows, 256 colours, Unicode.
      ok       editor       vim, from EDITOR.
      ok       git          git 2.39.5.
      ok       programs     No setting names a program.
      "
    `)
  })
  test('has the state in colour, and as a word', () => {
    const painted = report(findingsOf(damaged), 80, styleOf({ level: 1, ascii: false }))
    expect(painted).toContain('\u001b[33mfixable\u001b[39m')
  })
})
