import { type Key, keyOfCharacter, keyOfSequence, keyOfShifted, namedKey } from './key.ts'
import { isContinuation, nextByte, noCharacter, type Partial } from './utf8.ts'

// What a terminal sends is keys, pastes, and sequences that nobody typed: replies to a question that another program
// asked, reports of the mouse and of the focus. A sequence is understood as a key or swallowed whole, however it is split
// over reads. Its forms are those of ECMA-48, and a few of terminals that ECMA-48 does not know.

/** What came in. */
export type Input = { type: 'key'; key: Key } | { type: 'paste'; text: string }

/** Where in a sequence the input stands. */
type State =
  /** In none. `afterReturn`: a line feed belongs to the carriage return before it. */
  | { name: 'ground'; afterReturn: boolean }
  /** After ESC. `inString`: it ends a string. `isTold`: it was taken for the key Escape already. */
  | { name: 'escape'; inString: boolean; isTold: boolean }
  /** After ESC and intermediates, as in `ESC ( B`. */
  | { name: 'designation' }
  | { name: 'csi'; parameters: string }
  /** After `ESC [ [`: a function key of the Linux console. */
  | { name: 'console' }
  | { name: 'ss2' }
  | { name: 'ss3'; parameters: string }
  /** In OSC, DCS, SOS, PM or APC, up to ST, or in an OSC up to BEL. */
  | { name: 'string'; bellEnds: boolean }
  /** After `CSI M` and its like: so many bytes of a mouse report are to come. `begun`: the last one may go on, if it is UTF-8. */
  | { name: 'mouse'; left: number; begun: boolean }
  /** Between `CSI 200 ~` and `CSI 201 ~`, of which so many characters have come. */
  | { name: 'paste'; text: string; matched: number; afterReturn: boolean }

export interface Decoder {
  state: State
  partial: Partial
}

const ground: State = { name: 'ground', afterReturn: false }

export const startDecoder: Decoder = { state: ground, partial: noCharacter }

/** What a character makes of a state. */
interface Turn {
  state: State
  inputs: Input[]
}

/** Decodes the next bytes. */
export function decode(decoder: Decoder, bytes: Uint8Array): { decoder: Decoder; inputs: Input[] } {
  const inputs: Input[] = []
  let { state, partial } = decoder
  const take = (turn: Turn): void => {
    state = turn.state
    inputs.push(...turn.inputs)
  }
  for (const byte of bytes) {
    if (state.name === 'mouse') {
      const { turn, isTaken } = mouseByte(state, byte)
      take(turn)
      if (isTaken) continue
    }
    const next = nextByte(partial, byte)
    partial = next.partial
    for (const character of next.characters) take(step(state, character))
  }
  return { decoder: { state, partial }, inputs }
}

/** What was typed of a line that was read as a whole: without the sequences and keys that got into it. */
export function typedText(line: string): string {
  const { inputs } = decode(startDecoder, new TextEncoder().encode(line))
  return inputs.map((input) => (input.type === 'paste' ? input.text : input.key.text)).join('')
}

const shortMs = 100
const longMs = 1000

/**
 * How long to wait for the rest of a sequence, in ms; null where none is open. A terminal sends a sequence at once. After
 * what may as well be a key with Alt the wait is short.
 */
export function patience({ state }: Decoder): number | null {
  switch (state.name) {
    case 'ground':
      return null
    case 'escape':
      return state.isTold ? longMs : shortMs
    case 'designation':
      return shortMs
    case 'csi':
      // rxvt ends some keys with a $, which elsewhere is followed by more
      return /[ -/]$/.test(state.parameters) ? shortMs : longMs
    default:
      return longMs
  }
}

/** Goes on without the rest of a sequence. A lone ESC is the key Escape, though what comes later may still belong to it. */
export function giveUp({ state }: Decoder): { decoder: Decoder; inputs: Input[] } {
  if (state.name === 'paste') return { decoder: startDecoder, inputs: endOfPaste(state.text) }
  if (state.name !== 'escape' || state.isTold) return { decoder: startDecoder, inputs: [] }
  return {
    decoder: { ...startDecoder, state: { ...state, isTold: true } },
    inputs: state.inString ? [] : [key(namedKey('escape'))],
  }
}

const key = (of: Key): Input => ({ type: 'key', key: of })

const to = (state: State): Turn => ({ state, inputs: [] })

/** Back to no sequence, with a key if there is one. */
const end = (found: Key | null = null): Turn => ({
  state: ground,
  inputs: found === null ? [] : [key(found)],
})

function step(state: State, character: string): Turn {
  switch (state.name) {
    case 'ground':
      return plain(character, state.afterReturn)
    case 'escape':
      return escaped(state, character)
    case 'paste':
      return pasted(state, character)
    case 'string':
      return inString(state, character)
    default:
      // a control ends a sequence, so that Ctrl-C always gets through; no other character beyond ASCII is in one
      return character < ' ' || character >= '\x7f' ? plain(character) : inSequence(state, character)
  }
}

function inSequence(state: State, character: string): Turn {
  switch (state.name) {
    case 'csi':
      return inControlSequence(state.parameters, character)
    case 'ss3':
      return /[\d;]/.test(character)
        ? to({ ...state, parameters: state.parameters + character })
        : end(keyOfShifted(state.parameters, character))
    case 'designation':
      return isIntermediate(character) ? to(state) : end()
    case 'console':
      return /[A-E]/.test(character) ? end() : plain(character)
    default:
      return end()
  }
}

/** What begins a sequence, after ESC; its control of 8 bits is 0x40 higher. */
function introduced(letter: string): State | null {
  switch (letter) {
    case '[':
      return { name: 'csi', parameters: '' }
    case ']':
      return { name: 'string', bellEnds: true }
    case 'P':
    case 'X':
    case '^':
    case '_':
      return { name: 'string', bellEnds: false }
    case 'O':
      return { name: 'ss3', parameters: '' }
    case 'N':
      return { name: 'ss2' }
    default:
      return null
  }
}

/** A character outside of any sequence. */
function plain(character: string, afterReturn = false): Turn {
  if (character === '\x1b') return to({ name: 'escape', inString: false, isTold: false })
  if (character === '\r')
    return { state: { name: 'ground', afterReturn: true }, inputs: [key(namedKey('enter'))] }
  if (character === '\n' && afterReturn) return end()
  if (character >= '\x80' && character < '\xa0') {
    return to(introduced(String.fromCharCode(character.charCodeAt(0) - 0x40)) ?? ground)
  }
  return end(keyOfCharacter(character))
}

const isIntermediate = (character: string): boolean => character >= ' ' && character <= '/'

/** What may follow an ESC that was taken for Escape: of all sequences, those that terminals send by themselves. */
const late = /[[\]OP]/

function escaped(state: Extract<State, { name: 'escape' }>, character: string): Turn {
  // several are those of Alt and a key that begins with one
  if (character === '\x1b') return to({ name: 'escape', inString: false, isTold: false })
  if (state.isTold && !state.inString && !late.test(character)) return plain(character)
  // the end of a string, or of none
  if (character === '\\') return end()
  const begun = introduced(character)
  if (begun !== null) return to(begun)
  if (isIntermediate(character)) return to({ name: 'designation' })
  return character >= '\x80' && character < '\xa0' ? plain(character) : end(keyOfCharacter(character, true))
}

/** How many bytes follow these reports of the mouse: X10's, and those of highlight tracking (mode 1001). */
const mouseBytes: Record<string, number> = { M: 3, t: 2, T: 6 }

/** No sequence needs more of its parameters than this, in characters. */
const maxParameters = 256

function inControlSequence(parameters: string, character: string): Turn {
  if (character < '@') {
    return to({
      name: 'csi',
      parameters: parameters.length < maxParameters ? parameters + character : parameters,
    })
  }
  if (parameters === '') {
    const left = mouseBytes[character]
    if (left !== undefined) return to({ name: 'mouse', left, begun: false })
    if (character === '[') return to({ name: 'console' })
  }
  if (parameters === '200' && character === '~')
    return to({ name: 'paste', text: '', matched: 0, afterReturn: false })
  return end(keyOfSequence(parameters, character))
}

/** No string of ECMA-48 holds these: they end one that was never ended, lest Ctrl-C and its like were lost in it. */
const endOfStrings = /[\x03\x04\x18\x1a]/

function inString(state: Extract<State, { name: 'string' }>, character: string): Turn {
  if (character === '\x9c' || (character === '\x07' && state.bellEnds)) return end()
  if (character === '\x1b') return to({ name: 'escape', inString: true, isTold: false })
  return endOfStrings.test(character) ? plain(character) : to(state)
}

/**
 * One of the bytes that follow `CSI M` and its like. They are raw, or UTF-8 where the mouse is far to the right or at the bottom; none
 * is a control but NUL. `isTaken`: it was part of the report.
 */
function mouseByte(
  { left, begun }: Extract<State, { name: 'mouse' }>,
  byte: number,
): { turn: Turn; isTaken: boolean } {
  if (begun && isContinuation(byte)) {
    return { turn: to(left === 0 ? ground : { name: 'mouse', left, begun: false }), isTaken: true }
  }
  if (left === 0 || (byte > 0 && byte < 0x20)) return { turn: to(ground), isTaken: false }
  const mayGoOn = byte >= 0xc2 && byte < 0xe0
  const isLast = left === 1 && !mayGoOn
  return { turn: to(isLast ? ground : { name: 'mouse', left: left - 1, begun: mayGoOn }), isTaken: true }
}

const pasteEnd = '\x1b[201~'

const endOfPaste = (text: string): Input[] => (text === '' ? [] : [{ type: 'paste', text }])

/** A character that is pasted. Controls are left out, and each kind of line break becomes a line feed. */
function pasted(state: Extract<State, { name: 'paste' }>, character: string): Turn {
  const { text, matched, afterReturn } = state
  if (character === pasteEnd[matched]) {
    return matched + 1 === pasteEnd.length
      ? { state: ground, inputs: endOfPaste(text) }
      : to({ ...state, matched: matched + 1 })
  }
  // what looked like the end is text, but for its control
  const longer = text + pasteEnd.slice(1, Math.max(1, matched))
  if (character === '\x1b') return to({ name: 'paste', text: longer, matched: 1, afterReturn: false })
  const added = textOf(character, afterReturn && matched === 0)
  return to({ name: 'paste', text: longer + added, matched: 0, afterReturn: character === '\r' })
}

function textOf(character: string, afterReturn: boolean): string {
  if (character === '\n') return afterReturn ? '' : '\n'
  if (/[\r\x85\u2028\u2029]/.test(character)) return '\n'
  return character === '\t' || !/[\x00-\x1f\x7f-\x9f]/.test(character) ? character : ''
}
