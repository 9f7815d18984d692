import type { Style, Tone } from './style.ts'

/** A share from 0 to 1 as a bar of `cells` characters, rounded down; what is left of it is quiet. */
export function drawBar(share: number, cells: number, style: Style, tone: Tone): string {
  const full = Math.max(0, Math.min(cells, Math.floor(share * cells)))
  const [on, off] = style.ascii ? ['#', '.'] : ['━', '┄']
  const painted = (text: string, paint: (text: string) => string): string => (text === '' ? '' : paint(text))
  return painted(on.repeat(full), style[tone]) + painted(off.repeat(cells - full), style.quiet)
}

/** How long a bar is in a window of so many columns. */
export const barCells = (columns: number): number => (columns < 60 ? 6 : 20)

/** How many questions are ready, for eyes with a bar. */
export function readiness(ready: number, total: number, columns: number, style: Style): string {
  const words = `${ready} of ${total} ready`
  if (style.plain || total === 0) return words
  return `${drawBar(ready / total, barCells(columns), style, 'good')} ${words}`
}
