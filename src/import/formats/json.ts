import { together } from '../../bank/context.ts'
import type { Draft, Reading } from '../../bank/draft.ts'
import { labelOf } from '../../bank/key-point-label.ts'
import type { KeyPoint, Shape } from '../../bank/model.ts'
import { plainText } from '../../text/plain-text.ts'
import { safe } from '../../text/safe.ts'
import { isObject } from '../../text/safe-json.ts'

/** What `bank check --json` prints, or an array of such questions. */
export function readJson(text: string): Reading | null {
  const value = parse(text)
  const list = Array.isArray(value)
    ? value
    : isObject(value)
      ? (value.questions ?? value.cards ?? value.items)
      : null
  if (!Array.isArray(list)) return null
  const title = isObject(value) ? textOf(value.title) : null
  const slug = isObject(value) ? textOf(value.slug) : null
  return { title, drafts: list.flatMap((item, index) => draftOf(item, index, slug) ?? []) }
}

/** Whether a text was meant as JSON, though it cannot be read as such. */
export function isBrokenJson(text: string): boolean {
  return /^\s*(?:\{\s*"|\[\s*[{"])/.test(text.slice(0, 200)) && parse(text) === undefined
}

function parse(text: string): unknown {
  if (!/^\s*[[{]/.test(text.slice(0, 200))) return undefined
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

function draftOf(item: unknown, index: number, slug: string | null): Draft | null {
  if (typeof item === 'string') return { line: index + 1, section: null, question: safe(item), answer: null }
  if (!isObject(item)) return null
  const question = textOf(item.question ?? item.front ?? item.prompt ?? item.q)
  if (question === null) return null
  const id = textOf(item.id)
  return {
    line: typeof item.line === 'number' && item.line >= 1 ? Math.floor(item.line) : index + 1,
    section: textOf(item.section ?? item.topic ?? item.category),
    question: together({ question, context: textOf(item.context) }),
    answer: textOf(item.answer ?? item.back ?? item.a),
    id: slug !== null && id?.startsWith(`${slug}/`) ? id.slice(slug.length + 1) : id,
    keyPoints: Array.isArray(item.keyPoints) ? item.keyPoints.flatMap((each) => keyPoint(each) ?? []) : null,
    followUps: Array.isArray(item.followUps) ? item.followUps.flatMap((each) => textOf(each) ?? []) : [],
    budgetMs:
      typeof item.budgetMs === 'number' && item.budgetMs > 0 && item.budgetMs <= 3_600_000
        ? item.budgetMs
        : null,
    shape: isShape(item.shape) ? item.shape : null,
  }
}

function keyPoint(value: unknown): KeyPoint | null {
  const text = textOf(isObject(value) ? value.text : value)
  if (text === null) return null
  const label = isObject(value) ? textOf(value.label) : null
  return { text: label === null ? plainText(text) : text, label: label ?? labelOf(text) }
}

const textOf = (value: unknown): string | null =>
  typeof value === 'string' ? safe(value).trim() || null : null

const isShape = (value: unknown): value is Shape => value === 'star' || value === 'car' || value === 'none'
