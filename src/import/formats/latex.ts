// Turns LaTeX into markdown: `\section{Part}`, `\item Why?`, and `\question` with `\begin{solution}` of the class for exams.

import type { Converted } from './converted.ts'

const command = /^[ \t]*\\(?:item|question|section|begin\{(?:enumerate|itemize|questions|document)\})/m
const heading = /^[ \t]*\\((?:sub){0,2})section\*?\{(.*)\}[ \t]*(?:\\label\{[^{}]*\})?[ \t]*$/
const solution = /^[ \t]*\\begin\{(?:solution|answer)\}/
const edge = /^[ \t]*\\(?:begin|end)\{[^{}]*\}(?:\[[^\]]*\])?[ \t]*$/
const item = /^([ \t]*)\\(?:item|question|part)(?:\[[^\]]*\])?[ \t]*/
const setting =
  /^[ \t]*(?:%|\\(?:documentclass|usepackage|title|author|date|maketitle|newcommand|renewcommand|setlength|pagestyle|label|vspace|newpage|tableofcontents)\b)/
const markup: readonly (readonly [RegExp, string])[] = [
  [/(?<!\\)%.*$/, ''],
  [/\\(?:textbf|mathbf)\{([^{}]*)\}/g, '**$1**'],
  [/\\(?:emph|textit)\{([^{}]*)\}/g, '*$1*'],
  [/\\texttt\{([^{}]*)\}/g, '`$1`'],
  [/\\href\{([^{}]*)\}\{([^{}]*)\}/g, '[$2]($1)'],
  [/\\(?:ldots|dots)(?:\{\})?/g, '…'],
  [/\\\\[ \t]*$/, ''],
  [/\\([&%$#_{}])/g, '$1'],
  [/``|''/g, '"'],
]

/** A text in LaTeX as markdown, line by line; null where it is none: it has items or sections. */
export function latexAsMarkdown(text: string): Converted | null {
  if (!/\\(?:item|question|section)\b/.test(text) || !command.test(text)) return null
  const rows = text.split('\n')
  if (rows.some((row) => /^(?:#{1,6} |```)/.test(row))) return null
  return { text: rows.map(converted).join('\n'), lines: rows.map((_, at) => at + 1) }
}

function converted(row: string): string {
  if (setting.test(row)) return ''
  const [, deeper, name] = heading.exec(row) ?? []
  if (deeper !== undefined) return `##${'#'.repeat(deeper.length / 3)} ${plain(name ?? '')}`
  if (solution.test(row)) return '   Answer:'
  if (edge.test(row)) return ''
  const marked = item.exec(row)
  return marked ? `- ${plain(row.slice(marked[0].length))}` : plain(row)
}

const plain = (text: string): string =>
  markup.reduce((bare, [mark, by]) => bare.replace(mark, by), text).trimEnd()
