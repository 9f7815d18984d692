import type { Key } from './key.ts'

/**
 * How often a key has to go to readline: it deletes and moves by code points, and a letter with its accents, or a family
 * of emoji, is several of them.
 */
export function timesToPress({ name, ctrl, alt }: Key, line: string, cursor: number): number {
  const direction = ctrl || alt ? (ctrl && !alt ? ctrlKeys[name] : undefined) : keys[name]
  if (direction === undefined) return 1
  const letters = new Intl.Segmenter()
  const letter =
    direction === 'back'
      ? [...letters.segment(line.slice(0, cursor))].at(-1)?.segment
      : letters.segment(line.slice(cursor))[Symbol.iterator]().next().value?.segment
  return [...(letter ?? ' ')].length
}

const keys: Record<string, 'back' | 'on'> = { backspace: 'back', left: 'back', delete: 'on', right: 'on' }
const ctrlKeys: Record<string, 'back' | 'on'> = { b: 'back', d: 'on', f: 'on' }
