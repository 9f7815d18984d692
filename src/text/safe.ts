// Two kinds of characters that no terminal should get from somebody else's text, as parts of a character class.

/** C0 but newline and tab, DEL and C1: a terminal obeys them. */
export const controls = '\\x00-\\x08\\x0b-\\x1f\\x7f-\\x9f'

/** Marks that hide text or change its direction. */
export const invisibles = '\\u061c\\u200b\\u200e\\u200f\\u202a-\\u202e\\u2066-\\u2069\\ufeff'

const anyControl = new RegExp(`[${controls}]`, 'g')
const anyInvisible = new RegExp(`[${invisibles}]`, 'g')
const loneSurrogate = /[\ud800-\udfff]/gu

/** Whether there may be anything to do: in most texts there is not. */
const suspect = new RegExp(`[${controls}${invisibles}\\ud800-\\udfff]`)

/** Makes somebody else's text harmless for a terminal: drops controls, and makes visible what hides or reorders text. */
export function safe(text: string): string {
  if (!suspect.test(text)) return text
  return text
    .replace(/\r\n?/g, '\n')
    .replace(loneSurrogate, '\ufffd')
    .replace(anyControl, '')
    .replace(anyInvisible, visible)
}

/** `safe()` for what has to stay on one line. */
export function safeLine(text: string): string {
  return safe(text)
    .replace(/[\n\t\u2028\u2029]+/g, ' ')
    .trim()
}

/** A character as its code point: `<U+202E>`. */
export function visible(character: string): string {
  return `<U+${character.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}>`
}
