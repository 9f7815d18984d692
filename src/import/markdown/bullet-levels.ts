// Indents the inner bullets of lists whose levels only their characters show, as in text copied out of Google Docs and Word:
// `●` with `○` below, at the same margin.

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
