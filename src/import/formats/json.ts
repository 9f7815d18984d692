// Reads JSON, as `bank check --json` prints it, or a list of questions: `[{"question": "Why?", "answer": "So."}]`.

import { together } from '../../bank/context.ts'
import type { Draft, Reading } from '../../bank/draft.ts'
import { idInBank } from '../../bank/ids.ts'
import { labelOf } from '../../bank/key-point-label.ts'
import type { KeyPoint, Shape } from '../../bank/model.ts'
import { plainText } from '../../text/plain-text.ts'
import { safe } from '../../text/safe.ts'
import { isObject } from '../../text/safe-json.ts'
import type { ImportText } from '../import-text.ts'

const longestBudgetMs = 3_600_000

/** The questions of a list, or of an object with such a list; null if the text is neither. */
export function readJson({ text }: ImportText): Reading | null {
  const value = parse(text)
  const bank = isObject(value) ? value : {}
  const list = Array.isArray(value) ? value : (bank.questions ?? bank.cards ?? bank.items)
  if (!Array.isArray(list)) return null
  const slug = textOf(bank.slug)
  return {
    title: textOf(bank.title),
    drafts: list.flatMap((item, index) => draftOf(item, index, slug) ?? []),
  }
}

/** Whether a text seems to be JSON, but is not valid. */
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
    id: id !== null && slug !== null ? idInBank(id, slug) : id,
    keyPoints: Array.isArray(item.keyPoints) ? item.keyPoints.flatMap((each) => keyPoint(each) ?? []) : null,
    followUps: Array.isArray(item.followUps) ? item.followUps.flatMap((each) => textOf(each) ?? []) : [],
    budgetMs: isBudget(item.budgetMs) ? item.budgetMs : null,
    shape: isShape(item.shape) ? item.shape : null,
  }
}

function keyPoint(value: unknown): KeyPoint | null {
  const text = textOf(isObject(value) ? value.text : value)
  if (text === null) return null
  const label = isObject(value) ? textOf(value.label) : null
  return { text: label === null ? plainText(text) : text, label: label ?? labelOf(text) }
}

/** A text made safe; null for a blank one, and for anything else. */
const textOf = (value: unknown): string | null =>
  typeof value === 'string' ? safe(value).trim() || null : null

const isBudget = (value: unknown): value is number =>
  typeof value === 'number' && value > 0 && value <= longestBudgetMs

const isShape = (value: unknown): value is Shape => value === 'star' || value === 'car' || value === 'none'
