import { expect, test } from 'vitest'
import { newFolder } from './files.ts'
import { greenroom } from './world.ts'

test.each<[string[], number, RegExp]>([
  [['dril'], 2, /^There is no command "dril"\.\nDid you mean drill\?/],
  [['hepl'], 2, /^There is no command "hepl"\.\nDid you mean help\?/],
  [['help', 'ladr'], 2, /^There is no command "ladr"\.\nDid you mean ladder\?/],
  [['plan', '2026-12-05'], 2, /\nDid you mean plan --date 2026-12-05\? /],
  [['plan', '5', 'dec'], 2, /\nDid you mean plan --date ["']5 dec["']\? /],
  [['next', 'tomorrow'], 2, /\nDid you mean plan\? /],
  [['plan', '--tomorrow'], 2, /\nDid you mean plan\? /],
  [['export', 'sheet', '--phone'], 2, /\nDid you mean export sheet --format html\? /],
  [['xyzzy'], 2, /^There is no command "xyzzy"\.\nAll commands: /],
  [['drill', '--cuont', '3'], 2, /unknown option '--cuont'.*\nDid you mean --count\?/i],
  [['--jsno'], 2, /unknown option '--jsno'.*\nDid you mean --json\?/i],
  [['drill', '--topic', 'coahcing'], 1, /^There is no topic "coahcing".*\nDid you mean Coaching\?/],
  [['drill', '--bank', 'leadrship'], 1, /^There is no bank "leadrship"\.\nDid you mean leadership\?/],
  [
    ['drill', 'mentro junoir'],
    1,
    /^There is no question "mentro junoir".*\nDid you mean 2\. How do you mentor/,
  ],
  [['show', '99'], 1, /^There is no question "99" in the bank leadership, which has 7\.\n/],
  [['show', 'how do you'], 1, /is in 6 questions:\n1\. How do you balance/],
  [['drill', '--talk', '2x'], 2, /^--talk cannot be "2x"\.\nGive a duration/],
  [['drill', '--talk', '-1'], 2, /^--talk cannot be "-1"\.\nGive a duration/],
  [['drill', '--think', '99h'], 2, /^--think cannot be "99h"\.\nGive a duration/],
  [['drill', '-n', '0'], 2, /^--count cannot be "0"\.\nGive a whole number from 1/],
  [['mock', '--minutes', 'ten'], 2, /^--minutes cannot be "ten"\./],
  [['drill', '--pick', 'best'], 2, /^--pick cannot be "best"\.\nGive due, random, weak, new or plan\./],
  [['drill', '1', '-n', '2'], 2, /^Name questions or have them picked, not both\.\n/],
  [['drill', '--seed', 'abc'], 2, /^--seed cannot be "abc"\./],
  [['drill', '-n', '\u001b[31mred\nfake: line'], 2, /^--count cannot be "\[31mred fake: line"\.\n/],
  [['list', '--home', ''], 2, /^--home needs a folder\.\n/],
  [['show'], 2, /missing required argument/i],
  [['story', '1'], 1, /^There is no terminal for an editor\.\n/],
  [['config', 'set', 'cuont', '3'], 2, /^There is no setting "cuont"\.\nDid you mean count\?/],
  [['config', 'set', 'talk', '2x'], 2, /^talk cannot be "2x"\.\ntalk must be a duration/],
  [['config', 'set', 'bank', 'nope'], 1, /^There is no bank "nope"/],
  [['config', 'lst'], 2, /^There is no command "config lst"\.\nDid you mean config list\?/],
  [['export', 'nots'], 2, /^There is no command "export nots"\.\nDid you mean export notes\?/],
  [['export'], 2, /./],
  [['export', 'notes', '--format', 'pdf'], 2, /^--format cannot be "pdf"\.\nGive md or html\./],
  [['drill', '1', '--topic', 'coaching'], 2, /^Name questions or have them picked, not both\.\n/],
  [['drill', '-n', '2', '--minutes', '5'], 2, /both say how many questions\.\nGive one of them\./],
  [['config', 'get'], 2, /missing required argument.*\n.*config get --help/i],
  [['bank', 'check', '/no/such/file.md'], 1, /does not exist\.\n/],
])('%j ends with code %i and two sentences', async (args, code, message) => {
  const ended = await greenroom(args, { home: newFolder() })
  expect(ended.err).toMatch(message)
  expect({ code: ended.code, out: ended.out }).toEqual({ code, out: '' })
  expect(ended.err).not.toContain('    at ')
})
