import { dayMeant } from '../text/date-words.ts'
import { safeLine } from '../text/safe.ts'
import { shellWord } from '../text/shell-word.ts'

/** The commands that people look for under names that none has. */
export const otherNames: Record<string, string> = {
  add: 'bank add',
  import: 'bank add',
  use: 'bank use',
  check: 'bank check',
  rehearse: 'drill',
  interview: 'mock',
  today: 'next',
  questions: 'list',
  progress: 'stats',
  stories: 'story',
  notes: 'export notes',
  sheet: 'export sheet',
  morning: 'export sheet',
  calendar: 'export plan',
  record: 'takes',
  recordings: 'takes',
  tab: 'completion',
  settings: 'config',
}

/** The flags that people look for. */
const otherFlags: Record<string, string> = {
  '--phone': 'export sheet --format html',
  '--tomorrow': 'plan',
}

/** What somebody meant by a flag that no command has, or by a date where no word is expected; null where nobody knows. */
export function meantBy(
  { code, message }: { code: string; message: string },
  [command, ...others]: readonly string[],
): string | null {
  if (code === 'commander.unknownOption') {
    const [, flag = ''] = /'(.*)'/.exec(message) ?? []
    return Object.hasOwn(otherFlags, flag) ? (otherFlags[flag] ?? null) : null
  }
  const words = others.join(' ')
  if (code !== 'commander.excessArguments' || dayMeant(words, 0) === null) return null
  if (command === 'plan') return `plan --date ${shellWord(safeLine(words))}`
  return command === 'next' ? 'plan' : null
}
