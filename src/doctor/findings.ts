import { backups, banks, questions } from './checks/banks.ts'
import { disk, home, leftovers, permissions } from './checks/home.ts'
import { clock, config, device, journal, progress } from './checks/journal.ts'
import { editor, git, node, terminal } from './checks/machine.ts'
import { type CheckName, checkNames, type Mended } from './examination.ts'
import type { Finding, FindingState, Said, Subject } from './finding.ts'

const checks: Record<CheckName, (subject: Subject) => Said> = {
  node,
  home,
  permissions,
  disk,
  journal,
  clock,
  questions,
  progress,
  config,
  banks,
  backups,
  device,
  leftovers,
  terminal,
  editor,
  git,
}

/** What hangs on the home: where that is no folder that can be read, one finding says so and not ten. */
const inHome: readonly CheckName[] = [
  'permissions',
  'journal',
  'clock',
  'questions',
  'progress',
  'config',
  'banks',
  'backups',
  'device',
  'leftovers',
]

/** What there is to say about home and machine, in the order of the report. */
export function findingsOf(subject: Subject): Finding[] {
  const { place } = subject.found
  const isClosed = 'failure' in place || place.kind === 'file' || (place.kind === 'folder' && !place.readable)
  return checkNames.map((name) => ({
    name,
    ...(isClosed && inHome.includes(name) ? notLookedAt : checks[name](subject)),
  }))
}

const notLookedAt: Said = { state: 'note', message: 'Not looked at: the home cannot be read.', hint: null }

/** Whether something is left to do, for `doctor --fix` or for a person. */
export const isLeft = ({ state }: Finding): boolean => state === 'mendable' || state === 'problem'

/** The findings after mending: what was done comes first, and what is still there needs a person. */
export function findingsAfter(after: readonly Finding[], mended: Mended, program: string): Finding[] {
  return after.map((finding) => {
    const done = mended[finding.name] ?? []
    const isDone = done.length > 0 && !isLeft(finding)
    const state: FindingState = isDone ? 'mended' : finding.state === 'mendable' ? 'problem' : finding.state
    const rest = isDone && finding.state === 'ok' ? [] : [finding.message]
    const message = [...done, ...rest].join(' ')
    return state === 'problem' && finding.state === 'mendable'
      ? {
          ...finding,
          state,
          message: `${message} This could not be mended.`,
          hint: byHand(finding.name, program),
        }
      : { ...finding, state, message }
  })
}

const byHand = (name: CheckName, program: string): string =>
  name === 'banks'
    ? `${program} bank check SOURCE says what is wrong with a source.`
    : 'See to it that the home can be written and has space, and try again.'
