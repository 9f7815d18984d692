// Says what a text without questions looks like, and what to do about that.

import { isQuestionLike } from '../bank/likeness.ts'
import { plainText } from '../text/plain-text.ts'
import { isObject } from '../text/safe-json.ts'
import { isHtml } from './formats/html-document.ts'
import { parse } from './formats/json.ts'
import { isNotebook } from './formats/notebook.ts'
import { rowsOf } from './formats/rows.ts'
import { delimiters, withoutSep } from './formats/separators.ts'
import { asksPlainly } from './markdown/plainly.ts'

const headLength = 20_000
const mostNamed = 6

const asHeadings = 'Put each question in a heading, such as "### How do you plan?", and its answer below.'

type Look = (text: string) => string | null

/** From the surest look to the vaguest. Each gives two sentences, or null. */
const looks: readonly Look[] = [empty, notebook, html, json, yaml, code, table, links, markdown, list]

/** What a text looks like, and what to do to have its questions found: two sentences. */
export function looksLike(text: string): string {
  for (const look of looks) {
    const said = look(text)
    if (said !== null) return said
  }
  return `It looks like plain text. ${asHeadings}`
}

function empty(text: string): string | null {
  return text.trim() === '' ? `It is empty. ${asHeadings}` : null
}

function notebook(text: string): string | null {
  if (!isNotebook(text)) return null
  return 'It looks like a notebook. Put each question in a heading of a Markdown cell, and its answer below.'
}

function html(text: string): string | null {
  if (!isHtml(text)) return null
  return 'It looks like an HTML page. Put each question in a heading, such as "<h3>How do you plan?</h3>", and its answer below.'
}

function json(text: string): string | null {
  const value = parse(text)
  if (typeof value !== 'object' || value === null) return null
  const keys = [...new Set(recordsIn(value).flatMap((record) => Object.keys(record)))]
  const named = keys.length === 0 ? '' : ` with the ${keys.length === 1 ? 'key' : 'keys'} ${listed(keys)}`
  return `It looks like JSON${named}. Give each entry a "question", and an "answer" if there is one.`
}

/** The first records in the first list of records, or the data itself. */
function recordsIn(value: object): Record<string, unknown>[] {
  const lists = [value, ...Object.values(value)].filter(Array.isArray)
  const records = (lists.find((list) => list.some(isObject)) ?? [value]).slice(0, 20)
  return records.filter(isObject)
}

function yaml(text: string): string | null {
  const rows = rowsIn(text)
  const keys = rows.flatMap(
    (row) => /^[ \t]*(?:-[ \t]+)?([\p{L}_][\p{L}\p{N}_-]*):(?:[ \t]|$)/u.exec(row)?.[1] ?? [],
  )
  if (keys.length < 2 || keys.length * 3 < rows.length * 2) return null
  const names = listed([...new Set(keys)])
  return `It looks like YAML with the keys ${names}. Give each entry a "question" and an "answer", as in "- question: How do you plan?", and check that it is valid.`
}

function table(text: string): string | null {
  const { body, delimiter } = withoutSep(text)
  const head = body.slice(0, headLength)
  if (/^(?:#{1,6} |[-*] )/m.test(head)) return null
  for (const each of delimiter === null ? delimiters : [delimiter]) {
    const rows = rowsOf(head, each).slice(0, 50)
    const width = rows[0]?.fields.length ?? 0
    const alike = rows.filter(({ fields }) => fields.length === width).length
    if (rows.length === 1 && width > 1 && isHeaderRow(rows[0]?.fields ?? [], each))
      return `It is a table with the columns ${listed(rows[0]?.fields.map((field) => field.trim()) ?? [])}, and no rows below them. Add the questions, one a row, or export it again.`
    if (rows.length < 2 || width < 2 || alike * 10 < rows.length * 8) continue
    if (each === ',' && rows.every(({ fields }) => /^ /.test(fields[1] ?? ''))) continue
    const names = listed(rows[0]?.fields.map((field) => field.trim()).filter(Boolean) ?? [])
    return `It looks like a table with the columns ${names}. Name the column of the questions "Question" and that of the answers "Answer".`
  }
  return null
}

/** Whether a lone row names columns: its fields are short, and one of them is known, or tabs divide them. */
const isHeaderRow = (fields: readonly string[], delimiter: string): boolean =>
  fields.every((field) => field.trim() !== '' && field.length < 40) &&
  (delimiter === '\t' ||
    fields.some((field) =>
      /question|answer|prompt|frage|antwort|pregunta|respuesta|réponse|pergunta|вопрос|ответ|问题|答案/i.test(
        field,
      ),
    ))

function code(text: string): string | null {
  const rows = rowsIn(text)
  const ended = rows.filter((row) =>
    /[;{}]\s*$|^\s*(?:import|from|def|class|const|let|function|#include)\b/.test(row),
  ).length
  return ended * 2 > rows.length && rows.length > 2
    ? 'It looks like program code. Name a file with questions in it.'
    : null
}

function links(text: string): string | null {
  const rows = rowsIn(text)
  const linked = rows.filter((row) =>
    /^\s*(?:[-*+]|\d+[.)])?\s*(?:\[[^\]]*\]\([^)]*\)|<?https?:\/\/)/.test(row),
  ).length
  return linked > 1 && linked * 2 > rows.length
    ? 'It is an index: a list of links. Name the folder with the pages that they lead to, as in "bank add FOLDER", or write the questions out.'
    : null
}

function markdown(text: string): string | null {
  const headings = rowsIn(text).flatMap((row) => /^#{1,6}[ \t]+(.+)$/.exec(row)?.[1] ?? [])
  if (headings.length < 2) return null
  const names = listed(headings.map((heading) => plainText(heading)))
  const asking = headings
    .map((heading) => plainText(heading))
    .filter((heading) => isQuestionLike(heading, false))
  if (asking.length > 0)
    return `It has the headings ${names}, of which too few read like questions: ${listed(asking)}. End each heading that is one with a question mark.`
  return `It has the headings ${names}, none of which reads like a question. ${asHeadings}`
}

function list(text: string): string | null {
  const rows = rowsIn(text)
  const items = rows.filter((row) => /^\s*(?:[-*+•–]|\d+[.)])\s+\S/.test(row))
  if (items.length > 1 && items.length * 2 > rows.length) {
    return 'It looks like a list whose items do not read like questions. End each question with a question mark, or begin its line with "Q:".'
  }
  const asking = rows.filter((row) => asksPlainly(row) && /[?？]\s*$/.test(row))
  if (asking.length > 0 && rows.every((row) => row.length < 80))
    return `It looks like notes in which only ${listed(asking)} ${asking.length === 1 ? 'reads like a question' : 'read like questions'}. Begin the line of each question with "Q:".`
  const sentences = rows.filter((row) => /\p{L}.*[.!…。]["”’)]*\s*$/u.test(row))
  if (sentences.length > 1 && sentences.length * 2 > rows.length)
    return 'It looks like a list of sentences. End each question with a question mark, begin its line with "Q:", or put it in a heading.'
  const isList =
    rows.length > 2 &&
    !/\n\s*\n/.test(text.slice(0, headLength).trim()) &&
    rows.every((row) => row.length < 80)
  return isList
    ? 'It looks like a list of short lines. End each question with a question mark, or begin its line with "Q:".'
    : null
}

const rowsIn = (text: string): string[] =>
  text
    .slice(0, headLength)
    .split('\n')
    .filter((row) => row.trim() !== '')

/** `"a", "b" and "c"`, the first few, each as far as it is short. */
function listed(names: readonly string[]): string {
  const shown = names
    .slice(0, mostNamed)
    .map((name) => `"${name.length > 30 ? `${name.slice(0, 29)}…` : name}"`)
  if (names.length > mostNamed) return `${shown.join(', ')} and ${names.length - mostNamed} more`
  return shown.length < 2 ? shown.join('') : `${shown.slice(0, -1).join(', ')} and ${shown.at(-1)}`
}
