import { safeLine } from '../../text/safe.ts'
import { type Check, pick } from '../check.ts'
import { factsOf } from '../examination.ts'
import { failed, ok, problem } from '../finding.ts'

/** Whether the home is a folder that can be used. */
export const home: Check = {
  name: 'home',
  isInHome: false,
  examine({ found: { home: path, place } }) {
    if ('failure' in place) return failed(place)
    const name = safeLine(path)
    if (place.kind === 'file') return problem(`${name} is a file.`, `Move it away, ${elsewhere}.`)
    if (place.kind === 'none') {
      return place.writable
        ? ok(`Nothing yet: ${name} is made when something is saved.`)
        : problem(`${name} cannot be created.`, `Change the permissions of its parent folder, ${elsewhere}.`)
    }
    if (!place.readable) return problem(`${name} cannot be read.`, `Change its permissions, ${elsewhere}.`)
    return place.writable
      ? ok(`Your data is in ${name}.`)
      : problem(`Nothing can be saved in ${name}.`, `Change its permissions, ${elsewhere}.`)
  },
  json({ found }) {
    const place = factsOf(found.place)
    return { exists: place && place.kind === 'folder', ...pick(found.place, 'writable') }
  },
  keys: '{exists, writable}',
}

const elsewhere = 'or choose another folder with --home'
