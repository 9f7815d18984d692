import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { drill, item, line, mock } from '../rehearsal/play.ts'
import { speech } from '../voice/speech.ts'
import { type Studio, studio } from './studio.ts'

const command = 'whisper-cli -m MODEL -f {audio} -np -nt'
const twoSeconds = speech([['speech', 2000]])

const room = (more: Parameters<typeof studio>[0] = {}) =>
  studio({ ...more, settings: [['transcribe.command', command], ...(more.settings ?? [])] })

/** Says something, and scores it. */
async function answer({ goOn, speak }: Studio, sound = twoSeconds): Promise<void> {
  await goOn('enter')
  speak(sound)
  await goOn('enter', '3')
}

const said = (printed: string) => ({ name: 'whisper-cli', printed })

/** What was printed since the last time, beside the points. */
const printed = ({ asked }: Studio): unknown[] =>
  asked().flatMap((effect) =>
    effect.type === 'print' && effect.passage.kind !== 'points' ? [effect.passage] : [],
  )

describe('an answer is transcribed while it is reviewed', () => {
  test('from its take, once that is written, in at most ten times its length', async () => {
    const studio = await room()
    await studio.goOn('enter')
    studio.speak(twoSeconds)
    await studio.goOn('enter')
    expect(studio.sound.transcribers).toEqual([])
    await studio.goOn('3')
    expect(studio.sound.transcribers).toMatchObject([{ command, ms: 20_000, isStopped: false }])
    expect(readFileSync(studio.sound.transcribers[0]?.file ?? '')).toHaveLength(44 + 64_000)
    expect(studio.mic()).toBe('transcribing…')
    expect(printed(studio)).toEqual([])
  })

  test('and what was heard is told once, made safe', async () => {
    const studio = await room()
    await answer(studio)
    let news = 0
    const stop = studio.recorder.onNews(() => news++)
    await studio.sound.transcribers[0]?.end(
      said(
        '[00:00:00.000 --> 00:00:02.000]  \u001b[31mUm, I\u001b[0m\u0007 \u202elisten.\r\n\u001b]0;owned\u0007 [BLANK_AUDIO]\n',
      ),
    )
    expect(news).toBe(1)
    stop()
    expect(printed(studio)).toMatchObject([
      {
        kind: 'transcript',
        text: 'Um, I <U+202E>listen.',
        voice: { words: 3, wordsAMinute: 90, fillers: 1 },
      },
    ])
    expect(studio.rehearsal().phase).toMatchObject({ name: 'review', ticked: [0] })
    expect(studio.mic()).toBe(null)
    await studio.goOn('down')
    expect(printed(studio)).toEqual([])
    expect(studio.sound.transcribers).toHaveLength(1)
  })

  test('and of which a listener that comes too late hears', async () => {
    const studio = await room()
    await answer(studio)
    await studio.sound.transcribers[0]?.end(said('Listen.'))
    await new Promise<void>((told) => studio.recorder.onNews(told))
  })

  test('until the user has gone on, not caring', async () => {
    const studio = await room()
    await answer(studio)
    const [first] = studio.sound.transcribers
    await studio.goOn('enter')
    expect(first?.isStopped).toBe(false)
    await studio.goOn(line('Slower'))
    expect(first?.isStopped).toBe(true)
    await answer(studio)
    expect(studio.sound.transcribers).toMatchObject([{ isStopped: true }, { isStopped: false }])
    await studio.goOn('a', line(''))
    expect(studio.sound.transcribers[1]?.isStopped).toBe(true)
    expect(printed(studio)).toEqual([])
  })

  test('until the rehearsal is left', async () => {
    const studio = await room()
    await answer(studio)
    await studio.recorder.close()
    expect(studio.sound.transcribers[0]?.isStopped).toBe(true)
  })

  test('in the debrief of a mock, each in its turn, also where no take is kept', async () => {
    const studio = await room({
      rehearsal: mock([item('First?'), item('Second?')]),
      settings: [['record.keep', '0']],
    })
    await answer(studio)
    expect(studio.sound.transcribers).toEqual([])
    await answer(studio)
    expect(studio.sound.transcribers).toMatchObject([{ file: expect.stringContaining('_id-0.wav') }])
    await studio.sound.transcribers[0]?.end(said('Listen.'))
    expect(printed(studio)).toMatchObject([{ text: 'Listen.' }])
    await studio.goOn('enter')
    expect(studio.sound.transcribers[1]?.file).toContain('_id-1.wav')
    expect(studio.takes()).toHaveLength(2)
    await studio.recorder.close()
    expect(studio.takes()).toEqual([])
  })
})

describe('nothing is transcribed', () => {
  test('of an answer in which nobody spoke', async () => {
    const studio = await room()
    await answer(studio, speech([['pause', 2000]]))
    expect(studio.sound.transcribers).toEqual([])
  })

  test('of one that was given up, or skipped', async () => {
    const studio = await room()
    await studio.goOn('x', 'enter', line(''), 'enter')
    studio.speak(twoSeconds)
    await studio.goOn('s', 's')
    expect(studio.sound.transcribers).toEqual([])
  })

  test('without a program for it', async () => {
    const room = await studio()
    await answer(room)
    expect(room.sound.transcribers).toEqual([])
    expect(room.mic()).toBe(null)
  })
})

describe('what goes wrong is a sentence, once', () => {
  test('where the program cannot be started at all', async () => {
    const studio = await room()
    studio.sound.transcribe = () => {
      throw new Error('spawn EINVAL')
    }
    await answer(studio)
    expect(printed(studio)).toMatchObject([
      {
        kind: 'remark',
        text: expect.stringContaining('Your answer was not transcribed: whisper-cli: spawn EINVAL. '),
      },
    ])
    expect(studio.mic()).toBe(null)
    await studio.goOn('enter')
    expect(studio.rehearsal().phase.name).toBe('change')
  })

  const name = 'whisper-cli'
  test.each([
    [{ name, how: 'absent' }, 'there is no program whisper-cli'],
    [{ name, how: 'late' }, 'whisper-cli took ten times as long as you had talked, and was stopped'],
    [{ name, how: 'long' }, 'whisper-cli printed more than 64 KB, which nobody says in one answer'],
    [said(' [BLANK_AUDIO]\n'), 'whisper-cli printed no words'],
    [
      { name, how: 'failed', code: 3, said: 'loading\nerror: \u001b[1mno model\u001b[0m\n' },
      'whisper-cli: no model',
    ],
    [{ name, how: 'failed', code: 3, said: '' }, 'whisper-cli ended with code 3'],
  ] as const)('%j', async (ending, reason) => {
    const studio = await room({ rehearsal: drill([item('First?'), item('Second?')]) })
    await answer(studio)
    await studio.sound.transcribers[0]?.end(ending)
    expect(printed(studio)).toEqual([
      {
        kind: 'remark',
        text: `Your answer was not transcribed: ${reason}. Try it by itself: greenroom config get transcribe.command shows it; greenroom config unset transcribe.command ends it.`,
      },
    ])
    expect(studio.rehearsal().phase.name).toBe('review')
    await studio.goOn('enter', line(''))
    await answer(studio)
    await studio.sound.transcribers[1]?.end(ending)
    expect(printed(studio)).toEqual([])
  })
})
