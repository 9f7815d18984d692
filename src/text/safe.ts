const DROPPED = /[\0-\x08\x0b-\x1f\x7f-\x9f]/g
const INVISIBLE = /[\u061c\u200b\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]/g
const LONE_SURROGATE = /[\ud800-\udfff]/gu

/** Whether there is anything to do: in most texts there is not. */
const suspect =
  /[\0-\x08\x0b-\x1f\x7f-\x9f\u061c\u200b\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff\ud800-\udfff]/

/** Makes somebody else's text harmless for a terminal: no controls, nothing that hides or reorders text. */
export function safe(text: string): string {
  if (!suspect.test(text)) return text
  return text
    .replace(/\r\n?/g, '\n')
    .replace(LONE_SURROGATE, '\ufffd')
    .replace(DROPPED, '')
    .replace(INVISIBLE, visible)
}

/** `safe()` for what has to stay on one line. */
export function safeLine(text: string): string {
  return safe(text)
    .replace(/[\n\t\u2028\u2029]+/g, ' ')
    .trim()
}

function visible(character: string): string {
  return `<U+${character.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}>`
}
