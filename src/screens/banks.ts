import type { Bank } from '../bank/model.ts'
import { plainText } from '../text/plain-text.ts'
import { safeLine } from '../text/safe.ts'
import { count } from '../text/words.ts'
import { wrap } from '../text/wrap.ts'
import { columns } from './columns.ts'
import { markdown } from './markdown.ts'
import type { Style } from './style.ts'

/** A bank as `bank list --json` prints it. */
export interface BankListing {
  slug: string
  title: string | null
  questions: number
  answered: number
  source: string | null
  /** Whether it is the bank in use. */
  chosen: boolean
  /** What this machine has of it: it is shipped, or there is its source, only the saved copy, or neither. */
  state: 'shipped' | 'source' | 'copy' | 'newer' | 'elsewhere'
}

/** The user's banks; a star marks the one in use. */
export function bankList(banks: readonly BankListing[], width: number): string {
  return columns(
    banks.map((bank) => [
      bank.chosen ? '*' : ' ',
      bank.slug,
      count(bank.questions, 'question'),
      `${bank.title ?? ''} ${origins[bank.state](safeLine(bank.source ?? ''))}`.trim(),
    ]),
    width,
  )
}

const origins: Record<BankListing['state'], (source: string) => string> = {
  shipped: () => '(shipped)',
  source: (source) => `(${source})`,
  copy: (source) => `(its source ${source} is not here; using the saved copy)`,
  newer: () => '(saved by a newer greenroom; upgrade this one to use it)',
  elsewhere: (source) => `(no saved copy here; added from ${source})`,
}

/** `12 questions in 3 sections, 10 answered`. */
export function bankFacts({ questions }: Bank): string {
  const sections = new Set(questions.map(({ section }) => section)).size
  const answered = questions.filter(({ answer }) => answer !== null).length
  return `${count(questions.length, 'question')} in ${count(sections, 'section')}, ${answered} answered`
}

/** A bank's warnings, one a line, as compilers print them: `file:line: warning: …`. */
export function bankWarnings({ warnings }: Bank, source: string): string {
  return warnings
    .map(({ line, severity, message }) => {
      const place = line === null ? safeLine(source) : `${safeLine(source)}:${line}`
      return `${place}: ${severity}: ${message}\n`
    })
    .join('')
}

/** How the first question of a bank will look. */
export function bankPreview({ questions }: Bank, width: number, style: Style): string {
  const [first] = questions
  if (first === undefined) return ''
  const answer = first.answer === null ? '' : `${markdown(first.answer, width, style).trimEnd()}\n`
  const points = first.keyPoints.map(({ label }) => label).join(' · ')
  return [
    `${style.dim('The first question:')}\n\n`,
    `${style.bold(wrap(plainText(first.question), width))}\n\n`,
    answer,
    points === '' ? '' : `\n${style.dim(wrap(`Key points: ${points}`, width))}\n`,
  ].join('')
}
