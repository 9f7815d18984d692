import { safeLine } from '../../text/safe.ts'
import { count, listed } from '../../text/words.ts'
import { mendable, note, nothingYet, ok, problem, type Said, type Subject } from '../finding.ts'

const elsewhere = 'or choose another folder with --home'

/** Whether the home is a folder that can be used. */
export function home({ found: { home: path, place } }: Subject): Said {
  if ('failure' in place) return problem(place.failure, place.remedy)
  const name = safeLine(path)
  if (place.kind === 'file') return problem(`${name} is a file.`, `Move it away, ${elsewhere}.`)
  if (place.kind === 'none') {
    return place.writable
      ? ok(`Nothing yet: ${name} is made when something is saved.`)
      : problem(`${name} cannot be made.`, `Change the permissions of the folder it is in, ${elsewhere}.`)
  }
  if (!place.readable) return problem(`${name} cannot be read.`, `Change its permissions, ${elsewhere}.`)
  return place.writable
    ? ok(`Your data is in ${name}.`)
    : problem(`Nothing can be saved in ${name}.`, `Change its permissions, ${elsewhere}.`)
}

/** Whether the data is the user's alone. */
export function permissions({ found: { permissions: facts, place, home: path }, program }: Subject): Said {
  if ('failure' in facts) return problem(facts.failure, facts.remedy)
  if (!('failure' in place) && place.kind === 'none') return nothingYet
  if (!facts.known) return ok('They are those of your user folder.')
  const { foreign, unwritable, open } = facts
  if (foreign.length > 0) {
    return problem(
      `${things(foreign)} of another user: ${namesOf(foreign)}.`,
      `Make what is in ${safeLine(path)} yours, with chown.`,
    )
  }
  if (unwritable.length > 0) {
    return problem(
      `${things(unwritable)} that you cannot read and write: ${namesOf(unwritable)}.`,
      `Make what is in ${safeLine(path)} yours again, with chmod -R u+rwX.`,
    )
  }
  if (open.length === 0) return ok('Your data is yours alone.')
  return mendable(
    `${things(open)} open to other users of this machine: ${namesOf(open)}.`,
    `${program} doctor --fix closes what is open.`,
  )
}

const things = (names: readonly string[]): string => count(names.length, 'file or folder', 'files or folders')

const namesOf = (names: readonly string[]): string =>
  listed(names.map((name) => (name === '.' ? 'the home itself' : safeLine(name))))

const megabyte = 1024 * 1024

/** Whether there is space for what is to come. */
export function disk({ found: { disk: facts } }: Subject): Said {
  if ('failure' in facts) return note('The system does not say how much space is free.')
  const { freeBytes } = facts
  const free = `${sizeOf(freeBytes)} free on the disk of your data.`
  if (freeBytes < 10 * megabyte) return problem(`Only ${free}`, 'Free some space: a full disk saves nothing.')
  return freeBytes < 100 * megabyte ? note(`Only ${free}`, 'Free some space soon.') : ok(free)
}

function sizeOf(bytes: number): string {
  const whole = Math.floor(bytes / megabyte)
  return whole < 1024 ? `${whole} MB` : `${Math.floor(whole / 1024)} GB`
}

/** Drafts that a crash left. */
export function leftovers({ found: { leftovers: files }, program }: Subject): Said {
  if ('failure' in files) return problem(files.failure, files.remedy)
  if (files.length === 0) return ok('None.')
  return mendable(
    `${count(files.length, 'draft')} that a crash left: ${namesOf(files)}.`,
    `${program} doctor --fix moves drafts to quarantine/.`,
  )
}
