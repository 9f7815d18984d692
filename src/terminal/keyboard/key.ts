/** A key that was pressed. */
export interface Key {
  /** `enter`, `space`, `up`; of a key that types something else, that character in lower case. */
  name: string
  /** What it types; empty for a key that types nothing. */
  text: string
  ctrl: boolean
  /** Alt, or Super, Hyper, Meta: none of our keys has any of them. */
  alt: boolean
  shift: boolean
}

type Modifiers = Pick<Key, 'ctrl' | 'alt' | 'shift'>

const unmodified: Modifiers = { ctrl: false, alt: false, shift: false }

/** A key that types nothing. */
export const namedKey = (name: string, modifiers: Modifiers = unmodified): Key => ({
  name,
  text: '',
  ...modifiers,
})

/** A key by its name. Tab without modifiers is the one that types something. */
const controlKey = (name: string, modifiers: Modifiers): Key => {
  const { ctrl, alt, shift } = modifiers
  return { ...namedKey(name, modifiers), text: name === 'tab' && !ctrl && !alt && !shift ? '\t' : '' }
}

/** The key that sends a character; null for one that no key sends. */
export function keyOfCharacter(character: string, alt = false): Key | null {
  const modifiers = { ...unmodified, alt }
  if (character < ' ' || character === '\x7f') return keyOfControl(character, modifiers)
  if (/[\x00-\x1f\x7f-\x9f\u2028\u2029]/.test(character)) return null
  const name = character === ' ' ? 'space' : character.toLowerCase()
  return { name, text: character, ...modifiers, shift: name !== character && character !== ' ' }
}

const controls: Record<string, string> = {
  '\r': 'enter',
  '\n': 'enter',
  '\t': 'tab',
  '\x1b': 'escape',
  '\x7f': 'backspace',
  '\b': 'backspace',
}

/** The key that sends a control character: Enter, Tab, or Ctrl with a letter. */
function keyOfControl(character: string, { alt }: Modifiers): Key | null {
  const name = controls[character]
  // Alt makes no other key of Enter, and none of Ctrl-C
  if (name === 'enter') return namedKey(name)
  if (name !== undefined) return controlKey(name, { ...unmodified, alt })
  if (character === '\0') return null
  const letter = String.fromCharCode(character.charCodeAt(0) + 0x60)
  return namedKey(letter, { ctrl: true, alt: alt && letter !== 'c', shift: false })
}

/** Final letters of cursor keys, after CSI and SS3: ECMA-48 CUU and others, as all terminals send them. */
const byLetter: Record<string, string> = {
  A: 'up',
  B: 'down',
  C: 'right',
  D: 'left',
  F: 'end',
  H: 'home',
}

/** Numbers of keys before `~`, as the VT220 and rxvt send them. */
const byNumber: Record<number, string> = {
  1: 'home',
  3: 'delete',
  4: 'end',
  5: 'pageup',
  6: 'pagedown',
  7: 'home',
  8: 'end',
}

/** The key that a control sequence stands for; null for everything else that a terminal sends so. */
export function keyOfSequence(parameters: string, final: string): Key | null {
  // with a private mark or intermediates it is a reply, or a report of the mouse
  if (!/^[\d:;]*$/.test(parameters)) return null
  const [first = [], second = [], third = []] = parameters
    .split(';')
    .map((each) => each.split(':').map(Number))
  const modifiers = modifiersOf(second)
  if (modifiers === null) return null
  const [code = 0, shifted, base] = first
  if (final === 'u') {
    return parameters === '' ? null : keyOfCode({ code, shifted, base, typed: third }, modifiers)
  }
  if (final === '~' && code === 27 && third.length > 0) return keyOfCode({ code: third[0] ?? 0 }, modifiers)
  const name =
    final === '~' ? byNumber[code] : /^(?:1?|1;[\d:]+)$/.test(parameters) ? byLetter[final] : undefined
  return name === undefined ? null : namedKey(name, modifiers)
}

/** What is held with a key: one more than the sum of bits, as xterm and kitty count; null if the key was let go. */
function modifiersOf([sum = 1, event = 1]: readonly number[]): Modifiers | null {
  const held = Math.max(1, sum) - 1
  return event === 3
    ? null
    : { shift: (held & 1) > 0, ctrl: (held & 4) > 0, alt: (held & (2 + 8 + 16 + 32)) > 0 }
}

/** What kitty and xterm say of a key: code points, those of the key as it is shifted, and on a keyboard of the US. */
interface Coded {
  code: number
  shifted?: number | undefined
  base?: number | undefined
  /** What the key types. */
  typed?: readonly number[]
}

/** Kitty's codes of the keypad, from 57399 on. */
const keypad = [
  ...'0123456789./*-+',
  'enter',
  '=',
  ',',
  'left',
  'right',
  'up',
  'down',
  'pageup',
  'pagedown',
  'home',
  'end',
]
const keypadStart = 57399

/** A key of kitty's `CSI … u` or of xterm's modifyOtherKeys. */
function keyOfCode(coded: Coded, modifiers: Modifiers): Key | null {
  const { code, base = 0 } = coded
  const onKeypad = keypad[code - keypadStart]
  if (onKeypad !== undefined) {
    return onKeypad.length > 1
      ? namedKey(onKeypad, modifiers)
      : keyOfCode({ code: onKeypad.charCodeAt(0) }, modifiers)
  }
  const named = controls[characterOf(code)]
  if (named === 'enter') return namedKey(named)
  if (named !== undefined) return controlKey(named, modifiers)
  if (code < 0x20 || isPrivate(code)) return null
  if (modifiers.ctrl) return modifiers.shift ? null : keyWithCtrl(code < 0x80 ? code : base, modifiers)
  const typed = typedBy(coded, modifiers.shift)
  return typed === '' || typed < ' ' ? null : keyOfCharacter(typed, modifiers.alt)
}

/** What a key types: as the terminal says, else as far as Shift is known to change it. */
function typedBy({ code, shifted = 0, typed = [] }: Coded, shift: boolean): string {
  const told = typed.map(characterOf).join('')
  if (told !== '' || !shift) return told || characterOf(code)
  const upper = characterOf(code).toUpperCase()
  return characterOf(shifted) || ([...upper].length === 1 ? upper : characterOf(code))
}

/** Ctrl with a key is the control character that it always was. */
const keyWithCtrl = (code: number, modifiers: Modifiers): Key | null =>
  code >= 0x40 && code < 0x7f ? keyOfControl(String.fromCharCode(code & 0x1f), modifiers) : null

/** Kitty's codes for keys that type nothing lie in the private use area of Unicode. */
const isPrivate = (code: number): boolean => code >= 0xe000 && code <= 0xf8ff

/** A character by its code point; empty where there is none. */
function characterOf(code: number): string {
  const isCharacter = code > 0 && code <= 0x10ffff && !(code >= 0xd800 && code <= 0xdfff)
  return isCharacter ? String.fromCodePoint(code) : ''
}

/** Keys of the keypad in its application mode, after SS3: what they type is 0x40 lower. */
const onKeypad = /^[j-y]$/

/** The key that a character after SS3 stands for. */
export function keyOfShifted(parameters: string, final: string): Key | null {
  if (parameters !== '') return null
  if (final === 'M') return namedKey('enter')
  if (final === 'X') return keyOfCharacter('=')
  if (final === ' ') return keyOfCharacter(' ')
  if (onKeypad.test(final)) return keyOfCharacter(String.fromCharCode(final.charCodeAt(0) - 0x40))
  const name = byLetter[final]
  return name === undefined ? null : namedKey(name)
}
