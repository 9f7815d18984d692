import { WriteStream } from 'node:tty'
import type { ColorLevel } from '../screens/style.ts'

/** Levels by the bits of colour that Node detects. */
const levels: Record<number, ColorLevel> = { 1: 0, 4: 1, 8: 2, 24: 3 }

/** How many colours to use, as decided by `--no-color`, `FORCE_COLOR`, `NO_COLOR` or the terminal, in this order. */
export function colorLevel(
  isWanted: boolean,
  isTerminal: boolean,
  variables: Record<string, string | undefined>,
): ColorLevel {
  const { FORCE_COLOR: forced, NO_COLOR: refused, ...rest } = variables
  if (!isWanted || forced === '0' || forced === 'false') return 0
  const isForced = forced !== undefined
  if (!isForced && (refused || !isTerminal)) return 0
  const names = isForced ? { ...rest, FORCE_COLOR: forced } : rest
  return levels[WriteStream.prototype.getColorDepth(names)] ?? 0
}
