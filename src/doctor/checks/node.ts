import type { Check } from '../check.ts'
import { ok, problem } from '../finding.ts'
import { isAtLeast } from '../version.ts'

/** Whether Node is new enough, as in bin/greenroom.js. */
export const node: Check = {
  name: 'node',
  isInHome: false,
  examine: ({ machine }) =>
    isAtLeast(machine.node, 22, 2) || (isAtLeast(machine.node, 20, 17) && !isAtLeast(machine.node, 21, 0))
      ? ok(`Node ${machine.node}.`)
      : problem(`Node ${machine.node} is too old.`, 'Install Node 22.2 or newer.'),
  json: ({ machine }) => ({ version: machine.node }),
  keys: '{version}',
}
