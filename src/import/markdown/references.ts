// Finds the references below an answer, which are no part of it: `Citations:` with addresses, `[1] https://…`.

import type { Line } from '../../text/lines.ts'

const label =
  /^[\s#*_>]*(?:citations?|references?|sources?|works cited|bibliography|footnotes|quellen(?:angaben|verzeichnis)?|literatur(?:verzeichnis)?|belege|einzelnachweise|fuentes|referencias|bibliografía|références|bibliographie|referências|fontes|riferimenti|fonti|bronnen|источники|ссылки|литература|参考文献|参考资料|引用|出处|来源|參考資料|참고 ?(?:문헌|자료)|출처)[\s:：*_]*$/i
const counted = /^\s*(?:\[\^?\d{1,3}\][:.]?|\d{1,3}[.)])\s+\S/
const address = /https?:\/\/|\bwww\.|\]\(/
const longestEntry = 600
const fewestCounted = 2

/** Lines without their references. What follows these is kept. */
export function withoutReferences(lines: readonly Line[]): readonly Line[] {
  const at = lines.findIndex((line, index) => isHead(line) && isEntry(lines[firstBelow(lines, index + 1)]))
  const start = at < 0 ? countedAtEnd(lines) : at
  if (start < 0) return lines
  let end = at < 0 ? start : at + 1
  for (let next = firstBelow(lines, end); isEntry(lines[next]); next = firstBelow(lines, end)) end = next + 1
  return [...lines.slice(0, start), ...lines.slice(firstBelow(lines, end))]
}

const isHead = ({ text, code }: Line): boolean => !code && text.length < 60 && label.test(text)

const isEntry = (line: Line | undefined): boolean =>
  line !== undefined &&
  !line.code &&
  line.text.length < longestEntry &&
  address.test(line.text) &&
  (counted.test(line.text) ||
    /^\s*(?:[-*+•]\s+)?(?:\[|<?https?:|www\.|[^.?!]{0,80}[:：–-]\s*<?https?:)/.test(line.text))

/** The index of the first of the counted addresses that are the last lines; -1 where there are fewer than two. */
function countedAtEnd(lines: readonly Line[]): number {
  let start = lines.length
  let count = 0
  for (let at = lines.length - 1; at >= 0; at--) {
    const { text = '', code = true } = lines[at] ?? {}
    if (text.trim() === '' && !code) continue
    if (code || !/^\s*\[\^?\d{1,3}\][:.]?\s+<?https?:\/\/\S+\s*$/.test(text)) break
    start = at
    count++
  }
  return count < fewestCounted ? -1 : start
}

function firstBelow(lines: readonly Line[], from: number): number {
  let at = from
  while (at < lines.length && lines[at]?.text.trim() === '') at++
  return at
}
