import { expect, test } from 'vitest'
import { isCopied } from '../../src/answers/copied.ts'

const model =
  'We froze all releases for two weeks, and I sat down with the three leads to find out where the time went. ' +
  'It went into tests that failed by chance, so we threw out a third of them and fixed the rest.'

test.each<[string, string, boolean]>([
  ['the same', model, true],
  ['most of it, in other cases and signs', model.toUpperCase().replace(/[,.]/g, ' -').slice(0, 120), true],
  ['a quotation', 'We froze all releases for two weeks.', false],
  [
    'the same said in other words',
    'For two weeks nothing was released. With my three leads I looked for the time that we lost, and found it in flaky tests: a third of them went, the others we repaired.',
    false,
  ],
  ['nothing', '', false],
])('%s', (_name, answer, copied) => expect(isCopied(answer, model)).toBe(copied))
