// Unfolds what note-taking programs and site generators put questions into: Obsidian's callouts, `> [!question] Why?`,
// MkDocs' admonitions, `??? question "Why?"`, VuePress' containers, `::: details Why?`, and quoted cards, `> Q: Why?`.

import { prefixOf } from '../../bank/prefix.ts'
import type { Line } from '../../text/lines.ts'
import { isGenericSummary } from './details.ts'

const names = '(?:question|faq|help|quiz|flash-?cards?|cards?|ask|q|interview)'
const answers = '(?:answers?|a|success|check|done|solution|response)'
const callout = /^((?:>[ \t]?)+)\[!([\w-]+)(?:\|[^\]]*)?\][+-]?[ \t]*(.*)$/
const asking = new RegExp(`^${names}$`, 'i')
const answering = new RegExp(`^${answers}$`, 'i')
const admonition = new RegExp(
  `^(?:\\?{3}\\+?|!{3})[ \\t]+(?:${names}|${answers}|note|tip|info|example|abstract)[ \\t]+"(.+)"[ \\t]*$`,
  'i',
)
const container = /^:{3,}[ \t]*(?:details|question|faq|quiz|collapse|spoiler|toggle)[ \t]*(.*)$/i
const containerEnd = /^:{3,}[ \t]*$/
const quote = /^[ \t]*>[ \t]?/
const longest = 2000

/** The lines with `Q: Why?` for what asks, `**Answer:**` for what answers, and what is inside as text below. */
export function withoutCallouts(lines: readonly Line[]): readonly Line[] {
  const isThere = ({ text, code }: Line): boolean => !code && opening.test(text) && text.length < longest
  return lines.some(isThere) ? unfolded(lines) : lines
}

const opening = /^(?:>|\?{3}|!{3}|:{3})/

interface State {
  inside: Opening['inside'] | 'aside' | null
  /** Whether the question is on the next line with text. */
  needsText: boolean
}

function unfolded(lines: readonly Line[]): Line[] {
  const state: State = { inside: null, needsText: false }
  const asides = asidesIn(lines)
  return lines.map((line, at) => {
    const text = line.text.length > longest ? '' : line.text
    if (asides.has(at) && state.inside === 'quote') state.inside = 'aside'
    const found = line.code ? null : openingIn(text, state.inside !== null)
    if (!found) {
      const inside = textInside(state, text, line.text)
      if (state.inside === null && inside === line.text) return line
      return { ...line, text: inside, inCallout: state.inside !== null }
    }
    state.inside = found.inside
    state.needsText = found.text === 'Q: '
    return { ...line, text: state.needsText ? '' : found.text, inCallout: true }
  })
}

/**
 * The indexes of callouts of other kinds, such as `> [!note]`, below a blank line, where most callouts that ask hold their
 * answers, and few have such another one below.
 */
function asidesIn(lines: readonly Line[]): ReadonlySet<number> {
  const asides = new Set<number>()
  let all = 0
  let holding = 0
  lines.forEach(({ text, code }, at) => {
    const type = code || text.length > longest ? undefined : callout.exec(text)?.[2]
    if (type === undefined) return
    if (asking.test(type)) {
      all++
      if (quote.test(lines[at + 1]?.text ?? '')) holding++
    } else if (!answering.test(type) && lines[at - 1]?.text.trim() === '') asides.add(at)
  })
  return holding * 2 > all && asides.size * 2 < all ? asides : new Set()
}

/** What becomes of a line that opens nothing; `text` is empty where the line is too long. */
function textInside(state: State, text: string, whole: string): string {
  switch (state.inside) {
    case 'container': {
      if (!containerEnd.test(text)) return whole
      state.inside = null
      return ''
    }
    case 'indent': {
      if (text.trim() !== '' && !/^(?: {2,}|\t)/.test(text)) state.inside = null
      return state.inside ? whole.replace(/^(?: {1,4}|\t)/, '') : whole
    }
    case 'quote':
      return textQuoted(state, text, whole)
    case 'aside': {
      if (quote.test(text)) return ''
      if (whole.trim() !== '') state.inside = null
      return whole
    }
    default:
      return whole
  }
}

/** A blank line may stand between the callout that asks and the one that answers. */
function textQuoted(state: State, text: string, whole: string): string {
  if (!quote.test(text)) {
    if (whole.trim() !== '') state.inside = null
    return whole
  }
  const bare = text.replace(quote, '').replace(quote, '')
  if (!state.needsText || bare.trim() === '') return bare
  state.needsText = false
  return `Q: ${bare.trim()}`
}

interface Opening {
  inside: 'quote' | 'indent' | 'container'
  text: string
}

/** What a line opens, and the text in its place. */
function openingIn(text: string, isInside: boolean): Opening | null {
  if (!opening.test(text)) return null
  const indented = admonition.exec(text)
  if (indented) return { inside: 'indent', text: asked(indented[1] ?? '') }
  const contained = container.exec(text)
  if (contained) return { inside: 'container', text: asked(contained[1] ?? '') }
  const [, , type = '', title = ''] = callout.exec(text) ?? []
  if (asking.test(type)) return { inside: 'quote', text: `Q: ${title.trim()}` }
  if (answering.test(type) && isInside)
    return { inside: 'quote', text: `**Answer:** ${/^answers?:?$/i.test(title.trim()) ? '' : title}`.trim() }
  if (type !== '' || !text.startsWith('>')) return null
  const bare = text.replace(quote, '')
  const { kind } = prefixOf(bare)
  return kind === 'q' || kind === 'numbered-q' ? { inside: 'quote', text: bare } : null
}

const asked = (title: string): string => (isGenericSummary(title) ? '**Answer:**' : `Q: ${title.trim()}`)
