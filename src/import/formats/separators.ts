/** What separates the fields of a row, the surest first. */
export const delimiters: readonly string[] = ['\t', ';', ',', '|']

/** A text without the line `sep=;` that tells Excel the delimiter, and what that line says. */
export function withoutSep(text: string): { body: string; delimiter: string | null; firstLine: number } {
  const match = /^"?sep=(.)"?[ \t]*\n/i.exec(text.slice(0, 20))
  return match
    ? { body: text.slice(match[0].length), delimiter: match[1] ?? null, firstLine: 2 }
    : { body: text, delimiter: null, firstLine: 1 }
}
