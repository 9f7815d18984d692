// Knows the lists that stand beside the questions: those below `Measure:`, where `Questions:` is another label in each part.

import { announcesQuestions } from '../../bank/likeness.ts'
import type { Line } from '../../text/lines.ts'
import type { Heading } from './headings.ts'

const fewest = 2

/** The indexes of labels that are there several times, as is one that announces questions, and that do not. */
export function otherLabelsIn(
  lines: readonly Line[],
  headings: readonly Heading[],
  isLabel: (line: Line) => boolean,
): ReadonlySet<number> {
  const heads = new Set(headings.map(({ at }) => at))
  const places = new Map<string, number[]>()
  lines.forEach((line, at) => {
    if (line.code || heads.has(at) || !isLabel(line)) return
    const name = line.text.replace(/[\s*_:：]+/g, ' ').trim()
    const known = places.get(name)
    if (known) known.push(at)
    else places.set(name, [at])
  })
  const many = [...places].filter(([, { length }]) => length >= fewest)
  const others = many.filter(([name]) => !announcesQuestions(name))
  return new Set(others.length < many.length ? others.flatMap(([, own]) => own) : [])
}
