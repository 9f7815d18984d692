import { EventEmitter } from 'node:events'
import { type Decoder, decode, giveUp, type Input, patience, startDecoder } from './decoder.ts'
import type { Key } from './key.ts'

/** Who is asked what comes in. */
interface Listener {
  key(key: Key): void
  /** Pasted text, with line feeds as its line breaks. */
  paste(text: string): void
  /** There is no more input. */
  end(): void
}

/** The input of a terminal as keys. What comes while nobody listens waits: a fast hand is ahead of the screen. */
export interface Keyboard {
  /** Hands on what comes, one after the other, until the function that it returns is called. */
  listen(listener: Listener): () => void
  /** Stops reading, and forgets what waits: the terminal is for another program now. */
  rest(): void
}

type Source = Pick<NodeJS.ReadStream, 'on' | 'off' | 'resume' | 'pause' | 'readableEnded'>

/** The keyboard of a terminal. It reads as soon as somebody listens. */
export function keyboardOn(source: Source): Keyboard {
  let waiting: Input[] = []
  let listener: Listener | null = null
  let isEnded = false
  const deliver = (): void => {
    let next = 0
    for (; listener !== null && next < waiting.length; next++) {
      const input = waiting[next]
      if (input?.type === 'key') listener.key(input.key)
      else if (input?.type === 'paste') listener.paste(input.text)
    }
    waiting = waiting.slice(next)
    if (isEnded && waiting.length === 0) listener?.end()
  }

  // what was typed before the first question was there is no answer to it
  let isEarly = false
  const take = (inputs: Input[]): void => {
    const counted = isEarly ? inputs.filter((input) => input.type === 'key' && input.key.ctrl) : inputs
    waiting = waiting.concat(counted)
    deliver()
  }
  const decoding = decodingTo(take)
  const onEnd = (): void => {
    isEnded = true
    deliver()
  }

  let isReading = false
  const read = (): void => {
    isReading = true
    isEnded = source.readableEnded
    isEarly = true
    setImmediate(() => {
      isEarly = false
    })
    source.on('data', decoding.read).on('end', onEnd).resume()
  }
  return {
    listen(next) {
      if (!isReading) read()
      listener = next
      // not at once, as the prompt that listens is not on the screen yet
      setImmediate(deliver)
      return () => {
        if (listener === next) listener = null
      }
    },
    rest() {
      source.off('data', decoding.read).off('end', onEnd).pause()
      decoding.forget()
      waiting = []
      isReading = false
    },
  }
}

/** Decodes what is read, and gives up on sequences whose rest does not come in time. */
function decodingTo(take: (inputs: Input[]) => void): { read(chunk: Buffer): void; forget(): void } {
  let decoder: Decoder = startDecoder
  let timer: NodeJS.Timeout | undefined
  let turn: NodeJS.Immediate | undefined
  const stopWaiting = (): void => {
    clearTimeout(timer)
    clearImmediate(turn)
  }
  const goOn = (next: { decoder: Decoder; inputs: Input[] }): void => {
    decoder = next.decoder
    stopWaiting()
    const ms = patience(decoder)
    if (ms !== null) {
      timer = setTimeout(() => {
        // where the process was held up, the rest is there already, and is read before this turn comes
        turn = setImmediate(() => goOn(giveUp(decoder)))
      }, ms)
    }
    take(next.inputs)
  }
  return {
    read: (chunk) => goOn(decode(decoder, chunk)),
    forget() {
      stopWaiting()
      decoder = startDecoder
    },
  }
}

/** Stands in for the input where Inquirer and readline want one: they are told keys, and never read. */
export function deafInput(): NodeJS.ReadableStream {
  const emitter = new EventEmitter()
  const itself = (): EventEmitter => emitter
  return Object.assign(emitter, { pause: itself, resume: itself }) as unknown as NodeJS.ReadableStream
}
