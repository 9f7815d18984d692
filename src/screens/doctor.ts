import { strayQuestions } from '../doctor/checks/banks.ts'
import type { CheckName } from '../doctor/examination.ts'
import { partOf } from '../doctor/examination.ts'
import type { Finding, FindingState, Subject } from '../doctor/finding.ts'
import { columns } from './columns.ts'
import type { Style } from './style.ts'

/** The findings, one a line: the state as a word, what was looked at, what there is to say. */
export function report(findings: readonly Finding[], width: number, style: Style): string {
  const paint: Record<FindingState, (text: string) => string> = {
    ok: style.green,
    note: style.cyan,
    mendable: style.yellow,
    mended: style.green,
    problem: style.red,
  }
  return columns(
    findings.map(({ name, state, message, hint }) => [
      paint[state](state),
      name,
      hint === null ? message : `${message} ${hint}`,
    ]),
    width,
  )
}

/** The findings as `doctor --json` prints them, each with the facts behind it. */
export const asJson = (findings: readonly Finding[], subject: Subject): object[] =>
  findings.map((finding) => ({ ...finding, ...facts[finding.name](subject) }))

const facts: Record<CheckName, (subject: Subject) => Record<string, unknown>> = {
  node: ({ machine }) => ({ version: machine.node }),
  home: ({ found }) => {
    const place = partOf(found.place)
    return { exists: place && place.kind === 'folder', writable: place?.writable ?? null }
  },
  permissions: ({ found }) => {
    const { open, foreign, unwritable } = partOf(found.permissions) ?? nothing
    return { open: open ?? null, foreign: foreign ?? null, unwritable: unwritable ?? null }
  },
  disk: ({ found }) => ({ freeBytes: partOf(found.disk)?.freeBytes ?? null }),
  journal: ({ found }) => {
    const history = partOf(found.history)
    const linesOf = (bad: readonly { line: number }[]): number[] => bad.map(({ line }) => line)
    return {
      journals:
        history?.journals.map(({ file, lines, newer, bad }) => ({
          file,
          lines,
          newer,
          damaged: linesOf(bad.filter(({ state }) => state === 'damaged')),
          again: linesOf(bad.filter(({ state }) => state === 'again')),
          aside: linesOf(bad.filter(({ state }) => state === 'aside')),
        })) ?? null,
      doubles: history?.doubles ?? null,
      lost: history?.lost ?? null,
    }
  },
  clock: ({ found }) => {
    const history = partOf(found.history)
    return {
      jumps: history?.journals.flatMap(({ file, jumps }) => jumps.map((jump) => ({ file, ...jump }))) ?? null,
      ahead: history?.ahead.count ?? null,
      latest: history?.ahead.latest ?? null,
    }
  },
  questions: (subject) => {
    const isKnown = partOf(subject.found.history) !== null
    const stray = strayQuestions(subject)
    return {
      attempts: isKnown ? stray.reduce((sum, [, attempts]) => sum + attempts, 0) : null,
      ids: isKnown ? stray.map(([id]) => id) : null,
    }
  },
  progress: ({ found }) => ({ saved: partOf(found.progress)?.state ?? null }),
  config: ({ found }) => {
    const { state, refused, edited, strange } = partOf(found.config) ?? nothing
    return {
      saved: state ?? null,
      refused: refused ?? null,
      edited: edited ?? null,
      strange: strange ?? null,
    }
  },
  banks: ({ found }) => {
    const known = partOf(found.banks)
    return {
      copies:
        known?.copies.map(({ questions, ...copy }) => ({ ...copy, questions: questions.length })) ?? null,
      unreadable: known?.unreadable ?? null,
      missing: known?.missing ?? null,
      newer: known?.newer ?? null,
    }
  },
  backups: ({ found }) => ({
    count: null,
    newest: null,
    ageDays: null,
    ahead: null,
    aside: null,
    ...partOf(found.backups),
  }),
  device: ({ found }) => {
    const { state, id, host } = partOf(found.device) ?? nothing
    return { saved: state ?? null, id: id ?? null, host: host ?? null }
  },
  leftovers: ({ found }) => ({ files: partOf(found.leftovers) }),
  terminal: ({ machine }) => ({ ...machine.terminal }),
  editor: ({ machine }) => ({ ...machine.editor }),
  git: ({ machine }) => ({ version: machine.git }),
}

const nothing: Record<string, undefined> = {}
