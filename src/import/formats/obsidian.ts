import type { Draft, Reading } from '../../bank/draft.ts'
import { isQuestionLike } from '../../bank/likeness.ts'
import { passageOf } from '../../bank/passage.ts'
import { type Line, linesOf, type Scan } from '../../text/lines.ts'

const SIDES = /^(?:[-*+][ \t]+|\d+[.)][ \t]+)?(.*?\S)[ \t]*:::?[ \t]*(?=\S)(?!:)(.+)$/
const TURN = /^[ \t]*\?\??[ \t]*$/
const TAG = /(?:^|\s)#(?:flashcards?|cards?|srs|spaced)(?:\/[\w/-]+)?\b/i

/** Obsidian's cards: `question::answer` on a line, or a lone `?` between both. */
export function readObsidian(scan: Scan): Reading | null {
  const { comments, title, rows } = scan
  if (!rows.some((row) => row.includes('::') || TURN.test(row))) return null
  const lines = linesOf(scan)
  const isTagged =
    lines.some((line) => !line.code && TAG.test(line.text.slice(0, 400))) ||
    [...comments.values()].some((comment) => comment.startsWith('SR:'))
  const drafts: Draft[] = []
  let section: string | null = null
  lines.forEach((line, at) => {
    if (line.code || line.text.length > 20_480) return
    const heading = /^#{1,6}[ \t]+(.+)$/.exec(line.text)
    if (heading) section = withoutTags(heading[1] ?? '')
    else if (TURN.test(line.text)) drafts.push(...turned(lines, at, section))
    else drafts.push(...sided(line, section, isTagged))
  })
  const isEnough = drafts.length > 1 || (isTagged && drafts.length === 1)
  return isEnough ? { title, drafts } : null
}

/** Code such as `std::string` has two colons too: a card reads like a question, or has spaces on both sides. */
function sided({ text, number }: Line, section: string | null, isTagged: boolean): Draft[] {
  const at = text.indexOf('::')
  if (at < 1 || text.slice(0, at).split('`').length % 2 === 0) return []
  const match = SIDES.exec(text)
  const [, question = '', answer = ''] = match ?? []
  const isCard = isTagged || isQuestionLike(question) || /\s:::?\s/.test(text.slice(at - 1, at + 4))
  if (!match || !isCard || !/[\s?？]/.test(question)) return []
  return [{ line: number, section, question: withoutTags(question), answer: withoutComment(answer) }]
}

function turned(lines: readonly Line[], at: number, section: string | null): Draft[] {
  let start = at
  while (start > 0 && isText(lines[start - 1])) start--
  let end = at + 1
  while (end < lines.length && (isText(lines[end]) || lines[end]?.code)) end++
  const question = passageOf(lines.slice(start, at))
  const answer = passageOf(lines.slice(at + 1, end))
  if (question === null || answer === null) return []
  return [
    {
      line: lines[start]?.number ?? 1,
      section,
      question: withoutTags(question),
      answer: withoutComment(answer),
    },
  ]
}

const isText = (line: Line | undefined): boolean =>
  line !== undefined &&
  !line.code &&
  line.text.trim() !== '' &&
  !/^#{1,6} /.test(line.text) &&
  !TURN.test(line.text)

const withoutTags = (text: string): string =>
  text.replace(/(?:^|\s)#(?:flashcards?|cards?|srs|spaced)(?:\/[\w/-]+)?/gi, '').trim()

const withoutComment = (text: string): string => text.replace(/<!--[^<>]*-->/g, '').trim()
