/** Signs that have a likeness in ASCII; all of them but the ellipsis as wide as that. */
const likenesses: [signs: string, likeness: string][] = [
  ['\u2018\u2019\u201a\u201b\u2032', "'"],
  ['\u201c\u201d\u201e\u201f\u2033\u00ab\u00bb', '"'],
  ['\u2010\u2011\u2012\u2013\u2014\u2015\u2212\u2500\u2501\u2504\u2550', '-'],
  ['\u00a0\u2002\u2003\u2009\u202f', ' '],
  ['\u2022\u2023\u25cf\u25cb\u25aa\u25e6', '*'],
  ['\u2502\u2503\u2551', '|'],
  ['\u00b7\u2219', '.'],
  ['\u00d7\u2713\u2714', 'x'],
  ['\u2588\u2593\u25ae', '#'],
  ['\u2190', '<'],
  ['\u2192', '>'],
  ['\u2191', '^'],
  ['\u2193', 'v'],
  ['\u2026', '...'],
]

const table = new Map(likenesses.flatMap(([signs, likeness]) => [...signs].map((sign) => [sign, likeness])))

/** A text whose punctuation and lines are ASCII. Letters stay as they are, of whatever script. */
export const inAscii = (text: string): string =>
  text.replaceAll(' \u00b7 ', ' | ').replace(/[\u00a0-\u27ff]/g, (sign) => table.get(sign) ?? sign)
