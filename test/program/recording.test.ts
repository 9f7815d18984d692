import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect } from 'vitest'
import { journal, newFolder } from '../files.ts'
import { type Fakes, fakes, until } from '../sound/fake.ts'
import { speech } from '../voice/speech.ts'
import { type Live, live, run, started, posixTest as test } from './process.ts'

const enter = '\r'
const ctrlC = '\u0003'
const ctrlZ = '\u001a'

/** The real program, and a recorder that says something. */
function studio(acts = 'sound', names = ['arecord', 'aplay']): { home: string; fake: Fakes } {
  const home = newFolder()
  const fake = fakes(`${acts},aplay=player`, {
    names,
    sound: speech([
      ['speech', 700],
      ['pause', 300],
    ]),
  })
  run(['config', 'set', 'record', 'on'], { home })
  return { home, fake }
}

/** The bytes of the only take: those of its header, and those that are there. */
function take(home: string): number[] {
  const folder = join(home, 'takes')
  const [name = ''] = readdirSync(folder).filter((each) => each.endsWith('.wav'))
  const bytes = readFileSync(join(folder, name))
  // the header may still be on its way
  return bytes.length < 44 ? [0, 0] : [bytes.readUInt32LE(40), (bytes.length - 44) & ~1]
}

const takesIn = (home: string): number =>
  existsSync(join(home, 'takes'))
    ? readdirSync(join(home, 'takes')).filter((each) => each.endsWith('.wav')).length
    : 0

async function speaking({ home, fake }: { home: string; fake: Fakes }): Promise<Live> {
  const program = live(['drill', '1'], { home, env: fake.env })
  await program.sees('Think')
  program.type(enter)
  await program.sees('● rec')
  return program
}

test('an answer is recorded, measured and played', async () => {
  const { home, fake } = studio()
  const program = await speaking({ home, fake })
  expect(fake.running()).toHaveLength(1)
  program.type(enter)
  await program.sees('Score yourself before')
  await until(() => fake.running().length === 0)
  program.type('3')
  await program.sees('l listen')
  program.type('l')
  await until(() => fake.log().some((line) => line.startsWith('args ["-q"')))
  await program.until(() => !program.screen().includes('any key stops it'))
  program.type('L')
  await program.sees('There is no older recording')
  program.type(enter)
  await program.sees('change next time')
  program.type(enter)
  await program.sees('enter done')
  program.type(enter)
  expect(await program.ended).toBe(0)
  const [sound, there] = take(home)
  expect(sound).toBe(there)
  expect(journal(home).findLast((line) => line.type === 'attempt')).toMatchObject({
    final: true,
    voice: { longestPauseMs: expect.any(Number), pauses: expect.any(Number), silence: expect.any(Number) },
  })
})

describe('the microphone is closed', () => {
  test('while the clock is paused, and by the end of it', async () => {
    const { home, fake } = studio()
    const program = await speaking({ home, fake })
    program.type('p')
    await program.sees('Paused')
    await until(() => fake.running().length === 0)
    program.type('p')
    await until(() => fake.running().length === 1)
    program.type('qq')
    expect(await program.ended).toBe(0)
    expect(fake.running()).toEqual([])
    expect(takesIn(home)).toBe(1)
  })

  test('before Ctrl-Z stops the process', async () => {
    const { home, fake } = studio()
    const program = await speaking({ home, fake })
    program.type(ctrlZ)
    await until(() => fake.log().includes('SIGINT arecord') && fake.running().length === 0)
    await program.until(() => !program.screen().includes('● rec'))
    program.kill('SIGCONT')
    await until(() => fake.running().length === 1)
    program.type(ctrlC)
    expect(await program.ended).toBe(130)
    expect(fake.running()).toEqual([])
  })

  test.for(['SIGHUP', 'SIGTERM', 'SIGINT'])('by %s', async (signal) => {
    const { home, fake } = studio()
    const program = await speaking({ home, fake })
    program.kill(signal)
    expect(await program.ended).toBe(130)
    expect(fake.running()).toEqual([])
    expect(takesIn(home)).toBe(1)
  })

  test('by kill -9, also where the recorder ignores signals or sends nothing, and the take plays', async () => {
    for (const acts of ['sound', 'stubborn-sound', 'stubborn']) {
      const { home, fake } = studio(acts)
      const program = live(['drill', '1'], { home, env: fake.env })
      await program.sees('Think')
      program.type(enter)
      if (acts === 'stubborn') await until(() => fake.running().length === 1)
      else await program.sees('● rec')
      program.kill('SIGKILL')
      expect(await program.ended).toBe(137)
      await until(() => fake.running().length === 0)
      if (acts === 'stubborn') continue
      const [sound = 0, there = 0] = take(home)
      expect(sound).toBeGreaterThan(0)
      expect(sound).toBeLessThanOrEqual(there)
      // the next start fixes what was left open
      run(['takes'], { home })
      expect(take(home)).toEqual([there, there])
    }
  })
})

test('in plain mode as well', async () => {
  const { home, fake } = studio()
  const program = started(['drill', '1'], { home, env: fake.env })
  let out = ''
  program.stdout.on('data', (chunk) => {
    out += chunk
  })
  await until(() => out.includes('Enter when you start'))
  program.stdin.write('\n')
  await until(() => takesIn(home) === 1)
  program.stdin.end('\n3\n\nl\n\nEnd\n')
  await new Promise((done) => program.on('close', done))
  expect(out).toContain('Playing 0:0')
  expect(out).toContain('Saved.')
  expect(fake.running()).toEqual([])
  expect(journal(home).find((line) => line.type === 'attempt')).toHaveProperty('voice')
})

test('a recorder that fails never stops the clock, and is told after the answer', async () => {
  const { home, fake } = studio('fail')
  const program = live(['drill', '1'], { home, env: fake.env })
  await program.sees('Think')
  program.type(enter)
  await program.sees('Talk')
  await until(() => fake.log().length > 0 && fake.running().length === 0)
  await program.sees(/0:0[1-9] of/)
  program.type(`${enter}3`)
  await program.sees('was not recorded: arecord: audio open error: No such device')
  program.type('q')
  await program.ended
  expect(journal(home).find((line) => line.type === 'attempt')).not.toHaveProperty('voice')
})

test('Enter cuts short what is read aloud, and the think clock starts then', async () => {
  const fake = fakes('stubborn', { names: ['spd-say'] })
  const program = live(['drill', '1', '--aloud'], { home: newFolder(), env: fake.env })
  await program.sees('Reading aloud: Enter cuts it short.')
  await until(() => fake.running().length === 1)
  program.type(enter)
  await program.sees('Think 0:00')
  await until(() => fake.log().includes('args ["--cancel"] spd-say'))
  program.type('q')
  expect(await program.ended).toBe(0)
  await until(() => fake.running().length === 0)
})

describe('an answer is transcribed while it is reviewed', () => {
  /** The real program with an answer in review, and a program that writes it down. */
  async function reviewing(acts = 'transcriber', mode: string[] = []) {
    const fake = fakes(`sound,whisper=${acts}`, {
      names: ['arecord', 'whisper'],
      sound: speech([['speech', 1000]]),
    })
    const home = newFolder()
    for (const [key, value] of [
      ['record', 'on'],
      ['transcribe.command', 'whisper -f {audio}'],
      ['transcribe.keep', 'on'],
    ])
      run(['config', 'set', key ?? '', value ?? ''], { home })
    const program = live(['drill', '1', ...mode], { home, env: { ...fake.env, FAKE_SPEED: '50' } })
    await program.sees(mode.length > 0 ? 'Enter when you start' : 'Think')
    program.type(enter)
    // ten times of it is what the program may take
    await until(() => takesIn(home) === 1 && (take(home)[1] ?? 0) > 32_000 * 30)
    program.type(enter)
    await program.sees('Score yourself')
    program.type(mode.length > 0 ? `3${enter}` : '3')
    await program.sees(mode.length > 0 ? 'Which points did you make' : 'transcribing…')
    await until(() => fake.log().includes('start whisper'))
    return { home, fake, program }
  }

  test('and what is heard comes without moving anything', async () => {
    const { home, fake, program } = await reviewing()
    program.type('\u001b[B \u001b[B')
    await program.sees(/\n> \[ \] RFCs/)
    fake.hear('Um, we had \u001b[2Jcode reviews, you know, and prototyping.')
    await program.sees('What you said, as your program heard it')
    await program.sees('Um, we had code reviews, you know, and prototyping.')
    await program.sees(/\n> \[ \] RFCs[^[]*: missing/)
    await program.sees(/\n {2}\[✓\] Code Reviews: covered/)
    expect(program.screen()).toContain('a minute, at least 2 fillers.')
    expect(fake.running()).toEqual([])
    program.type(`${enter}${enter}`)
    await program.sees('enter done')
    program.type(enter)
    expect(await program.ended).toBe(0)
    expect(journal(home).findLast((line) => line.type === 'attempt')).toMatchObject({
      final: true,
      voice: { words: 9, fillers: 2 },
    })
    expect(run(['show', '1'], { home }).out).toContain('Said: Um, we had code reviews')
  })

  test('in plain mode too, where the points are asked for once more', async () => {
    const { home, fake, program } = await reviewing('transcriber', ['--plain'])
    fake.hear('We had code reviews.')
    await program.sees('Code Reviews: covered')
    await program.sees(/Enter for 2, - for\s+none/)
    program.type(`${enter}${enter}${enter}`)
    expect(await program.ended).toBe(0)
    expect(journal(home).findLast((line) => line.type === 'attempt')).toMatchObject({
      made: ['Conducting Code Reviews.'],
    })
  })

  test.for(['', '--plain'])('also once the rehearsal is taken up again %s', async (mode) => {
    const { home, fake, program } = await reviewing()
    program.type('q')
    await program.ended
    fake.hear('We had code reviews.')
    const resumed = live(mode === '' ? [] : [mode], { home, env: fake.env })
    await resumed.sees(/resume/i)
    resumed.type(enter)
    await resumed.sees('We had code reviews.')
    await resumed.sees('Code Reviews: covered')
    resumed.type(mode === '' ? 'q' : `q${enter}`)
    expect(await resumed.ended).toBe(0)
  })

  test.for(['SIGKILL', 'SIGTERM', 'q', 'on'])('and nothing of it outlives %s', async (end) => {
    const { home, fake, program } = await reviewing('stubborn')
    expect(fake.running()).toHaveLength(1)
    if (end === 'on') program.type(`${enter}${enter}`)
    else if (end === 'q') program.type('q')
    else program.kill(end)
    await until(() => fake.running().length === 0)
    if (end === 'on') program.type(enter)
    await program.ended
    expect(journal(home).find((line) => line.type === 'attempt')).toMatchObject({ committed: 3 })
  })
})

test('in plain mode on a terminal Enter stops what is played, and what is read aloud', async () => {
  const { home, fake } = studio('sound,aplay=stubborn,spd-say=stubborn', ['arecord', 'aplay', 'spd-say'])
  const recorded = await speaking({ home, fake })
  recorded.type('qq')
  await recorded.ended
  const world = { home, env: fake.env }
  const player = live(['takes', 'play', '1', '--plain'], world)
  await player.sees('Enter stops it.')
  await until(() => fake.log().includes('start aplay'))
  player.type(enter)
  expect(await player.ended).toBe(0)
  const reader = live(['drill', '1', '--aloud', '--plain'], world)
  await reader.sees('Enter cuts it short.')
  await until(() => fake.log().includes('start spd-say'))
  reader.type(enter)
  await reader.sees('Enter when you start')
  reader.type(`q${enter}`)
  expect(await reader.ended).toBe(0)
  await until(() => fake.running().length === 0)
})

describe('after the first drill', () => {
  async function finished(
    home: string,
    env: Record<string, string>,
    ahead = '',
    columns = 80,
  ): Promise<Live> {
    const program = live(['drill', '1'], { home, env }, { columns })
    await program.sees('Think')
    program.type('x')
    await program.sees('enter save')
    program.type(enter)
    await program.sees('change next time')
    program.type(enter)
    await program.sees('enter done')
    program.type(enter + ahead)
    return program
  }

  test('it is asked once whether to record, where there is a recorder; none is started', async () => {
    const home = newFolder()
    const fake = fakes('sound')
    const program = await finished(home, fake.env)
    await program.sees('Record your spoken answers? They stay in')
    // commands are whole, and no line has a word alone, as where what was wrapped is wrapped again
    expect(program.screen()).toMatch(
      /\n.+ config set record off ends it\.\n.+ takes --delete removes them\.\n/,
    )
    expect(program.screen().slice(program.screen().indexOf('Before you go'))).not.toMatch(/^\S{1,12}\n\S/m)
    program.type('n')
    expect(await program.ended).toBe(0)
    const again = await finished(home, fake.env)
    expect(await again.ended).toBe(0)
    expect(again.screen()).not.toContain('Record your spoken answers?')
    expect(fake.log()).toEqual([])
    expect(run(['config', 'get', 'record'], { home }).out).toBe('false\n')
  })

  test('its lines are full, also where one has just room in the window', async () => {
    const home = newFolder()
    const first = `Before you go, asked only once. Record your spoken answers? They stay in ${join(home, 'takes')} on this machine: never`
    const columns = `${first} synced,`.length
    const program = await finished(home, fakes('sound').env, '', columns)
    await program.sees('y yes, Enter no')
    const lines = program.screen().split('\n')
    const at = lines.indexOf(first)
    expect(lines[at + 1]).toMatch(/^synced, backed up or exported; /)
    program.type('n')
    await program.ended
  })

  test('what was typed ahead is no answer, and Enter is no', async () => {
    const home = newFolder()
    for (const ahead of ['y', 'n']) {
      const program = await finished(home, fakes('sound').env, ahead)
      await program.sees('y yes, Enter no')
      if (ahead === 'n') program.type(enter)
      else program.hangUp()
      await program.ended
      expect(program.screen().includes('No sound is recorded.')).toBe(ahead === 'n')
    }
    expect(run(['config', 'get', 'record'], { home }).out).toBe('false\n')
  })

  test('and y records from then on', async () => {
    const home = newFolder()
    const program = await finished(home, fakes('sound').env)
    await program.sees('Record your spoken answers?')
    program.type('y')
    await program.sees('Your next answers are recorded.')
    expect(await program.ended).toBe(0)
    expect(run(['config', 'get', 'record'], { home }).out).toBe('true\n')
  })

  test('nothing is asked where there is none', async () => {
    const program = await finished(newFolder(), fakes('sound', { names: [] }).env)
    expect(await program.ended).toBe(0)
    expect(program.screen()).not.toContain('Record your spoken answers?')
  })
})
