// Knows the bullets of other programs. In text copied out of Google Docs and Word only their characters show the levels, `●`
// with `○` below, at the same margin; in posts and notes they are emoji.

import { isQuestionLike } from '../../bank/likeness.ts'
import type { Line } from '../../text/lines.ts'

const bullet = /^([ \t]*)([●•○◦■▪])(?=[ \t])/
const levels: Readonly<Record<string, number>> = { '●': 0, '•': 0, '○': 1, '◦': 1, '■': 2, '▪': 2 }
const indent = '    '

/** Lines whose inner bullets stand right of the outer ones; the same lines where the margin shows that already. */
export function withLevels(lines: readonly Line[]): readonly Line[] {
  const margins = new Map<string, Set<number>>()
  const found = lines.map(({ text, code }) => {
    const match = code ? null : bullet.exec(text)
    if (!match) return null
    const [, blanks = '', character = ''] = match
    const level = levels[character] ?? 0
    const known = margins.get(blanks)
    if (known) known.add(level)
    else margins.set(blanks, new Set([level]))
    return { blanks, level }
  })
  if (![...margins.values()].some((known) => known.has(0) && known.size > 1)) return lines
  return lines.map((line, at) => {
    const { blanks = '', level = 0 } = found[at] ?? {}
    if (level === 0 || !margins.get(blanks)?.has(0)) return line
    return { ...line, text: `${blanks}${indent.repeat(level)}${line.text.replace(bullet, '-')}` }
  })
}

const emoji = /^(\p{Extended_Pictographic}\uFE0F?)[ \t]+(?=[\p{L}\p{N}"“¿])/u
/** The code of the first character that may be one: most lines are faster to see. */
const firstEmoji = 0x203c
const fewest = 3

/** Lines with a bullet in the place of an emoji that three at least begin with, of which two in five ask. */
export function withEmoji(lines: readonly Line[]): readonly Line[] {
  const counts = new Map<string, { all: number; asking: number }>()
  for (const { text, code } of lines) {
    const match = code || text.charCodeAt(0) < firstEmoji ? null : emoji.exec(text.slice(0, 12))
    if (!match) continue
    const count = counts.get(match[1] ?? '') ?? { all: 0, asking: 0 }
    count.all++
    if (isQuestionLike(text.slice(match[0].length), false)) count.asking++
    counts.set(match[1] ?? '', count)
  }
  const isBullet = (mark: string | undefined): boolean => {
    const { all, asking } = counts.get(mark ?? '') ?? { all: 0, asking: 0 }
    return all >= fewest && asking * 5 >= all * 2
  }
  if (![...counts.keys()].some(isBullet)) return lines
  return lines.map((line) =>
    !line.code && isBullet(emoji.exec(line.text.slice(0, 12))?.[1])
      ? { ...line, text: line.text.replace(emoji, '- ') }
      : line,
  )
}
