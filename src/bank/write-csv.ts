import type { Bank } from './bank.ts'

/** The questions of a bank as CSV (RFC 4180); no field can be taken for a formula. */
export function writeCsv(bank: Bank): string {
  const rows = bank.questions.map(({ section, question, answer }) => [section ?? '', question, answer ?? ''])
  return [['section', 'question', 'answer'], ...rows].map((row) => `${row.map(field).join(',')}\r\n`).join('')
}

function field(text: string): string {
  const safe = /^[=+\-@\t\r]/.test(text) ? `'${text}` : text
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
}
