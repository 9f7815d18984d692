/** A recording of one answer, by the name of its file. */
export interface TakeName {
  /** When it began, in local time: `20261125T094600`. */
  stamp: string
  /** The question, as `questionPart` writes it. */
  question: string
  /** The id of its attempt. */
  id: string
}

/** The longest part of a name that is for the question. */
const longestQuestion = 100

/**
 * A question's id as a part of a name: `leadership.how-do-you-lead`. Ids with anything else than small letters, digits and
 * dashes, as explicit ones may have, end in a number made from all of it, so that no two get one name.
 */
export function questionPart(id: string): string {
  const plain = id.replace('/', '.')
  if (/^[a-z0-9-]+\.[a-z0-9-]+$/.test(plain) && plain.length <= longestQuestion) return plain
  const readable = plain.replaceAll(/[^A-Za-z0-9.-]+/g, '-').slice(0, longestQuestion - 9)
  return `${readable}.${hashOf(id)}`
}

/** FNV-1a of a text, as 8 hexadecimal digits. http://www.isthe.com/chongo/tech/comp/fnv/ */
function hashOf(text: string): string {
  let hash = 0x811c9dc5
  for (let at = 0; at < text.length; at++) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193)
  return (hash >>> 0).toString(16).padStart(8, '0')
}

export const takeFile = ({ stamp, question, id }: TakeName): string => `${stamp}_${question}_${id}.wav`

/** What the name of a file says; null where it is not that of a take. */
export function readTakeFile(name: string): TakeName | null {
  const [, stamp, question, id] = /^(\d{8}T\d{6})_([A-Za-z0-9.-]+)_([A-Za-z0-9-]+)\.wav$/.exec(name) ?? []
  return stamp && question && id ? { stamp, question, id } : null
}

/** The date in a stamp: `2026-11-25`. */
export const dateIn = (stamp: string): string =>
  `${stamp.slice(0, 4)}-${stamp.slice(4, 6)}-${stamp.slice(6, 8)}`

/** The local time in a stamp: `2026-11-25T09:46:00`. */
export const timeIn = (stamp: string): string =>
  `${dateIn(stamp)}T${stamp.slice(9, 11)}:${stamp.slice(11, 13)}:${stamp.slice(13, 15)}`

/** Those of some takes that are to go: all but the last `keep` of each question, and those older than `days` days. */
export function expired<T extends TakeName>(
  takes: readonly T[],
  { keep, days }: { keep: number; days: number },
  daysAgo: (date: string) => number,
): T[] {
  const newer = new Map<string, number>()
  const newestFirst = [...takes].reverse().sort((a, b) => b.stamp.localeCompare(a.stamp))
  return newestFirst.filter(({ question, stamp }) => {
    const rank = newer.get(question) ?? 0
    newer.set(question, rank + 1)
    return rank >= keep || daysAgo(dateIn(stamp)) >= days
  })
}
