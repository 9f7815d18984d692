import { type Check, pick } from '../check.ts'
import { note, ok, problem } from '../finding.ts'

/** Whether there is room for what is to come. */
export const disk: Check = {
  name: 'disk',
  isInHome: false,
  examine({ found: { disk: facts } }) {
    if ('failure' in facts) return note('The system does not say how much space is free.')
    const { freeBytes } = facts
    const free = `${sizeOf(freeBytes)} free on the disk with your data.`
    if (freeBytes < 10 * megabyte)
      return problem(`Only ${free}`, 'Free some space: nothing can be saved on a full disk.')
    return freeBytes < 100 * megabyte ? note(`Only ${free}`, 'Free some space soon.') : ok(free)
  },
  json: ({ found }) => pick(found.disk, 'freeBytes'),
  keys: '{freeBytes}',
}

const megabyte = 1024 * 1024

function sizeOf(bytes: number): string {
  const megabytes = Math.floor(bytes / megabyte)
  return megabytes < 1024 ? `${megabytes} MB` : `${Math.floor(megabytes / 1024)} GB`
}
