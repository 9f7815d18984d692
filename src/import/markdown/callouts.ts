// Reads Obsidian's and GitHub's callouts: `> [!question] Why?` asks, and what is quoted below it answers.

import type { Line } from '../../text/lines.ts'

const callout = /^((?:>[ \t]?)+)\[!([\w-]+)(?:\|[^\]]*)?\][+-]?[ \t]*(.*)$/
const quote = /^[ \t]*>[ \t]?/
const asking = /^(?:question|faq|help|quiz|flash-?cards?|cards?|ask|q|interview)$/i
const answering = /^(?:answers?|a|success|check|done|solution|response)$/i

/** The lines of a text in which callouts that ask have become `Q: Why?`, with the quoted lines as text below. */
export function withoutCallouts(lines: readonly Line[]): readonly Line[] {
  if (!lines.some(({ text, code }) => !code && isAsking(text))) return lines
  let inside = false
  let needsText = false
  return lines.map((line) => {
    const match = callout.exec(line.text.slice(0, 2000))
    const type = match?.[2] ?? ''
    if (match && (asking.test(type) || (answering.test(type) && inside))) {
      inside = true
      const text = match[3]?.trim() ?? ''
      if (answering.test(type))
        return { ...line, text: `**Answer:** ${/^answers?:?$/i.test(text) ? '' : text}`.trim() }
      needsText = text === ''
      return { ...line, text: needsText ? '' : `Q: ${text}` }
    }
    if (match) inside = false
    if (!inside || !quote.test(line.text)) {
      // A blank line may stand between the callout that asks and the one that answers.
      inside &&= line.text.trim() === ''
      return line
    }
    const text = line.text.replace(quote, '').replace(quote, '')
    if (!needsText || text.trim() === '') return { ...line, text }
    needsText = false
    return { ...line, text: `Q: ${text.trim()}` }
  })
}

const isAsking = (text: string): boolean =>
  text.startsWith('>') && asking.test(callout.exec(text.slice(0, 2000))?.[2] ?? '')
