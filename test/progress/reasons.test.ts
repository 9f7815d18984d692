import { expect, it } from 'vitest'
import { fold } from '../../src/progress/fold.ts'
import { isWeak } from '../../src/progress/ready.ts'
import { reasonFor } from '../../src/progress/reasons.ts'
import { dayOfDate } from '../../src/text/dates.ts'
import { attempt, type Given } from './lines.ts'

const interview = dayOfDate('2026-11-25') ?? 0
const early = attempt({ at: '2026-11-20T10:00:00.000+01:00' })

it.each<[string, Given<'attempt'>[], number]>([
  ['not rehearsed yet', [], interview],
  ['not rehearsed yet', [{ extra: true }], interview],
  ['shaky last time', [early, { score: 2 }], interview],
  ['ran 46 s over last time', [early, { talkMs: 136_000 }], interview],
  ['may fade before the 25th', [early, {}], interview + 30],
  ['fades before the 25th', [{}], interview + 10_000],
  ['rehearsed on one day so far', [{}], interview],
  ['keeps it fresh for the day', [early, {}], interview],
])('a plan picks a question because: %s', (reason, given, day) => {
  const known = fold(given.map(attempt), {}).questions.get('bank/one') ?? null
  const planned = {
    memory: known?.schedule ?? null,
    days: known?.days ?? 0,
    isWeak: known !== null && isWeak(known),
  }
  expect(reasonFor(planned, known, day, 'the 25th')).toBe(reason)
})
