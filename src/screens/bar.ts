import type { Style } from './style.ts'

/** A share from 0 to 1 as a bar of `cells` characters, rounded down. */
export function drawBar(share: number, cells: number, { ascii }: Pick<Style, 'ascii'>): string {
  const full = Math.max(0, Math.min(cells, Math.floor(share * cells)))
  return (ascii ? '#' : '━').repeat(full) + (ascii ? '.' : '┄').repeat(cells - full)
}
