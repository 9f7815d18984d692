// Reads a STAR answer in bullets at the margin below a numbered question: `1. Why?` and `- Situation: …` belong together.

import { isStarPart } from '../../bank/likeness.ts'
import type { Line } from '../../text/lines.ts'

const numbered = /^\d{1,3}[.)][ \t]+\S/
const bullet = /^[-*+•●][ \t]+/
const label = /^[-*+•●][ \t]+[*_]*(\p{L}[^:：*_]{0,30})[*_]*[:：]/u
const fewestParts = 2
const indent = '    '

const namesPart = (name: string): boolean => /^[STAR]$/.test(name) || isStarPart(name)

/** Lines with the bullets indented that stand below a number, and of which two at least name parts of an answer. */
export function withStarBullets(lines: readonly Line[]): readonly Line[] {
  const inside = new Set<Line>()
  let run: Line[] | null = null
  const close = (): void => {
    const parts = run?.filter(({ text }) => namesPart(label.exec(text)?.[1] ?? '')) ?? []
    if (parts.length >= fewestParts) for (const line of run ?? []) inside.add(line)
    run = null
  }
  for (const line of lines) {
    if (line.text.trim() === '') continue
    if (!line.code && numbered.test(line.text)) {
      close()
      run = []
    } else if (run !== null && !line.code && bullet.test(line.text)) run.push(line)
    else if (!/^[ \t]/.test(line.text)) close()
  }
  close()
  if (inside.size === 0) return lines
  return lines.map((line) => (inside.has(line) ? { ...line, text: indent + line.text } : line))
}
