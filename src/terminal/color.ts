import { WriteStream } from 'node:tty'
import type { ColorLevel } from '../screens/style.ts'

/** Levels by what Node detects: bits of colour. */
const levels: Record<number, ColorLevel> = { 1: 0, 4: 1, 8: 2, 24: 3 }

/** How many colours to use: by `--no-color`, else `FORCE_COLOR`, else `NO_COLOR`, else by what the terminal can. */
export function colorLevel(
  wanted: boolean,
  isTerminal: boolean,
  variables: Record<string, string | undefined>,
): ColorLevel {
  const { FORCE_COLOR: forced, NO_COLOR: refused, ...rest } = variables
  if (!wanted || forced === '0' || forced === 'false') return 0
  const isForced = forced !== undefined
  if (!isForced && (refused || !isTerminal)) return 0
  const asked = isForced ? { ...rest, FORCE_COLOR: forced } : rest
  return levels[WriteStream.prototype.getColorDepth(asked)] ?? 0
}
