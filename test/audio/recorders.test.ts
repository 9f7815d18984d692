import { spawn, spawnSync } from 'node:child_process'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { programPath } from '../../src/store/programs.ts'
import { soundOf } from '../../src/terminal/sound/sound.ts'
import { levelMeter } from '../../src/voice/levels.ts'
import { loudness, measure, speechIn } from '../../src/voice/measure.ts'
import { bytesOf } from '../../src/voice/wav.ts'
import { chance } from '../chance.ts'
import { fileWith, newFolder } from '../files.ts'
import { live, run } from '../program/process.ts'
import { until } from '../sound/fake.ts'
import { speech } from '../voice/speech.ts'
import { missing, type Pulse, startPulse, tools } from './pulse.ts'

/** Real recorders from Debian, and a sound server of their own. What is not installed is left out. */
const lacking = missing(tools.server, tools.control, tools.player)
const recorders = ['parecord', 'arecord', 'rec', 'pw-record', 'ffmpeg']

const answer = speech([
  ['speech', 1500],
  ['pause', 500],
])

/** The processes whose command line has the name that greenroom gives its recorders. */
const left = (): string[] =>
  spawnSync('ps', ['-eo', 'args'], { encoding: 'utf8' })
    .stdout.split('\n')
    .filter((line) => line.includes('--client-name=greenroom'))

describe.skipIf(lacking.length > 0)('with a real sound server', () => {
  let pulse: Pulse
  beforeAll(async () => {
    pulse = await startPulse()
    pulse.play(fileWith(answer, 'answer'))
  })
  afterAll(() => pulse.stop())

  const sound = () => soundOf(pulse.env, (name) => programPath(name, pulse.env))

  test.each(recorders)('%s records', async (name) => {
    if (missing(name).length > 0) return
    const meter = levelMeter()
    const started = performance.now()
    let firstMs = 0
    let bytes = 0
    const recording = sound().record(
      { command: null, first: name },
      {
        sound(piece, recorder) {
          firstMs ||= performance.now() - started
          expect(recorder).toBe(name)
          meter.add(piece)
          bytes += piece.length
          if (bytes > bytesOf(3000)) recording.stop()
        },
        failed(failures) {
          // alsa has no device without its part for pulse
          console.log(name, failures)
        },
      },
    )
    await recording.ended
    if (bytes === 0) return
    console.log(
      `${name}: first sound after ${Math.round(firstMs)} ms, at ${Math.round(loudness(meter.levels))} dBFS`,
    )
    expect(meter.isZero).toBe(false)
    expect(measure(meter.levels, 0)).toMatchObject({ longestPauseMs: expect.any(Number) })
    expect(speechIn(meter.levels).length).toBeGreaterThan(0)
  })

  test('50 starts and stops, a third of them failing, leave no recorder', async () => {
    const failing = { ...pulse.env, PULSE_SERVER: 'unix:/nowhere' }
    for (let count = 0; count < 50; count++) {
      const env = count % 3 === 0 ? failing : pulse.env
      let sounds = 0
      let failed = false
      const recording = soundOf(env, (name) => (name === 'parecord' ? programPath(name, env) : null)).record(
        { command: null, first: null },
        {
          sound: () => sounds++,
          failed() {
            failed = true
          },
        },
      )
      if (count % 2 === 0) await until(() => sounds > 0 || failed)
      recording.stop()
      await recording.ended
    }
    expect(left()).toEqual([])
  })

  test('40 kills at any moment leave 40 files that play, and no recorder', async () => {
    const home = newFolder()
    const world = { home, env: pulse.env }
    run(['config', 'set', 'record', 'on'], world)
    run(['config', 'set', 'record.keep', '100'], world)
    const folder = join(home, 'takes')
    for (let count = 0; count < 40; count++) {
      const program = live(['drill', '1'], world)
      await program.sees('Think')
      program.type('\r')
      await program.sees('● rec')
      // some moment, another each time
      const size = 3200 + 640 * count
      await until(() => readdirSync(folder).filter((name) => name.endsWith('.wav')).length === count + 1)
      await until(() => sizes(folder).every((bytes) => bytes > 3200) && Math.max(...sizes(folder)) > size)
      program.kill('SIGKILL')
      await program.ended
    }
    await until(() => left().length === 0)
    const takes = readdirSync(folder).filter((name) => name.endsWith('.wav'))
    expect(takes).toHaveLength(40)
    for (const name of takes) {
      const bytes = readFileSync(join(folder, name))
      expect(bytes.readUInt32LE(40)).toBeGreaterThan(0)
      expect(bytes.readUInt32LE(40)).toBeLessThanOrEqual(bytes.length - 44)
    }
    const player = spawn(tools.player, [join(folder, takes[0] ?? '')], { env: pulse.env })
    expect(await new Promise((done) => player.on('close', done))).toBe(0)
  })
})

const sizes = (folder: string): number[] =>
  readdirSync(folder)
    .filter((name) => name.endsWith('.wav'))
    .map((name) => readFileSync(join(folder, name)).length)

describe.skipIf(missing(tools.voice).length > 0)('synthetic speech with known pauses, in noise', () => {
  test.each([30, 25, 20, 15, 10, 5])('%d dB signal to noise', (noiseDb) => {
    const text = [
      'I led the team through it.',
      'We had three weeks.',
      'I talked to everybody first.',
      'Then we decided.',
      'It was in time.',
    ]
    const { stdout } = spawnSync(
      tools.voice,
      ['-v', 'en', '--stdout', text.join(' <break time="1500ms"/> '), '-m'],
      {
        maxBuffer: 1 << 28,
      },
    )
    const rate = stdout.readUInt32LE(24)
    const samples = Array.from({ length: Math.floor(((stdout.length - 44) / 2 / rate) * 16_000) }, (_, at) =>
      stdout.readInt16LE(44 + 2 * Math.floor((at * rate) / 16_000)),
    )
    const voiced = samples.filter((sample) => Math.abs(sample) > 100)
    const rms = Math.sqrt(voiced.reduce((sum, sample) => sum + sample * sample, 0) / voiced.length)
    const noise = rms * 10 ** (-noiseDb / 20) * Math.sqrt(3)
    const random = chance(noiseDb)
    const bytes = Buffer.alloc(samples.length * 2)
    samples.forEach((sample, at) => {
      const value = sample / 2 + (noise / 2) * (2 * random() - 1)
      bytes.writeInt16LE(Math.max(-32_768, Math.min(32_767, Math.round(value))), at * 2)
    })
    const meter = levelMeter()
    meter.add(bytes)
    const stretches = speechIn(meter.levels)
    const pauses = stretches
      .slice(1)
      .filter(({ from }, index) => (from - (stretches[index]?.to ?? 0)) * 20 > 1000)
    console.log(
      `${noiseDb} dB: ${pauses.length} of 4 pauses over 1 s, longest ${measure(meter.levels, 0).longestPauseMs} ms`,
    )
    expect(pauses).toHaveLength(4)
  })
})
