// Reads JSON: our own export, lists of questions such as `[{"question": "Why?", "answer": "So."}]`, or a record a line.

import type { Reading } from '../../bank/draft.ts'
import { lineBreaks } from '../../text/lines.ts'
import { isObject } from '../../text/safe-json.ts'
import type { ImportText } from '../import-text.ts'
import { type LineOf, readRecords } from './records.ts'

/** The questions of a list, however deep it is; null if the text is not JSON. */
export function readJson({ text }: ImportText): Reading | null {
  const value = parse(text)
  // A notebook is JSON, too.
  if (typeof value !== 'object' || value === null || ('nbformat' in value && 'cells' in value)) return null
  return readRecords(value, linesIn(text))
}

/** Whether a text seems to be JSON, but is not valid. */
export function isBrokenJson(text: string): boolean {
  return (
    /^\s*(?:\{\s*(?:["']|\w+\s*:)|\[\s*(?:["']|\{\s*["'\w]))/.test(text.slice(0, 200)) &&
    parse(text) === undefined
  )
}

/** The line where JSON that is not valid breaks; null where that is not known. */
export function brokenAt(text: string): number | null {
  try {
    JSON.parse(text)
    return null
  } catch (error) {
    const place = /position (\d+)/.exec(String(error))?.[1]
    if (place !== undefined) return lineBreaks(text, 0, Number(place)) + 1
    return /end of JSON/.test(String(error)) ? lineBreaks(text.trimEnd(), 0, Infinity) + 1 : null
  }
}

/** The value of JSON, or the values of its lines; undefined where it is neither. */
export function parse(text: string): unknown {
  if (!/^\s*[[{]/.test(text.slice(0, 200))) return undefined
  return parsed(text) ?? parsedLines(text)
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

function parsedLines(text: string): unknown[] | undefined {
  const lines = text.split('\n').filter((line) => line.trim() !== '')
  if (lines.length < 2) return undefined
  const values: unknown[] = []
  for (const line of lines) {
    const value = parsed(line)
    if (typeof value !== 'object' || value === null) return undefined
    values.push(value)
  }
  return values
}

/** JSON tells no lines: each text is looked for behind the one that was asked for before it. */
function linesIn(text: string): LineOf {
  const strings = /"[^"\\\n]*(?:\\.[^"\\\n]*)*"|\n/g
  let line = 1
  let isLost = false
  return (value) => {
    const sought = typeof value === 'string' ? value : firstText(value)
    if (isLost || sought === null) return line
    const before = strings.lastIndex
    let passed = 0
    for (let match = strings.exec(text); match; match = strings.exec(text)) {
      if (match[0] === '\n') passed++
      else if (isSame(match[0], sought)) {
        line += passed
        return line
      }
    }
    // Keys that are numbers are not in the order of the text.
    isLost = true
    strings.lastIndex = before
    return line
  }
}

const firstText = (value: unknown): string | null =>
  isObject(value) ? (Object.values(value).find((each) => typeof each === 'string') ?? null) : null

const isSame = (literal: string, text: string): boolean =>
  literal.includes('\\')
    ? parsed(literal) === text
    : literal.length === text.length + 2 && literal.slice(1, -1) === text
