import type { Env } from '../ports.ts'
import type { Settings } from '../progress/settings.ts'
import type { Style } from '../screens/style.ts'
import type { CommonOptions } from './options.ts'

/** The look of the output: the flag decides, else the environment, else the setting. */
export function styleFor(
  options: CommonOptions,
  settings: Pick<Settings, 'ascii' | 'plain'>,
  { variables, interactive, style }: Env,
): Promise<Style> {
  const { LC_ALL, LC_CTYPE, LANG, GREENROOM_PLAIN, TERM } = variables
  // the locale C has nothing but ASCII
  const isC = /^(?:C|POSIX)$/.test(LC_ALL || LC_CTYPE || LANG || '')
  const wantsPlain = options.plain === true || (switchOf(GREENROOM_PLAIN) ?? settings.plain)
  return style({
    color: options.color !== false,
    ascii: options.ascii === true || isC || settings.ascii,
    plain: wantsPlain || TERM === 'dumb' || !interactive,
  })
}

/** Whether a variable is set to on or to off; null where it is not set. */
const switchOf = (value: string | undefined): boolean | null =>
  value === undefined || value === '' ? null : !/^(0|false|no|off)$/i.test(value)
