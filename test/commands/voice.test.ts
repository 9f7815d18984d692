import { expect, test } from 'vitest'
import { newFolder } from '../files.ts'
import { anAttempt } from '../store/home.ts'
import { json, output, worldOf } from '../world.ts'

const question = 'leadership/hands-on-vs-leadership'

/** A home with answers whose sound was measured, over two days, and one that was not recorded. */
async function measured(): Promise<string> {
  const home = newFolder()
  const voices = [
    {
      firstMs: 1000,
      longestPauseMs: 4000,
      pauses: 3,
      silence: 0.4,
      words: 90,
      wordsAMinute: 141,
      fillers: 2,
    },
    { firstMs: null, longestPauseMs: 2000, pauses: 0, silence: 0.2 },
    // nobody spoke
    { firstMs: null, longestPauseMs: 0, pauses: 0, silence: 1 },
  ]
  for (const now of [new Date(2026, 10, 23, 9), new Date(2026, 10, 24, 9)]) {
    const { env, finish } = worldOf({ home, now })
    const store = await env.store(home)
    for (const voice of [...voices, undefined]) {
      const { id } = store.append(anAttempt({ question, ...(voice && { voice }) }))
      if (voice === voices[0]) store.append({ type: 'transcript', question, of: id, text: 'I *led* it.' })
    }
    await store.save()
    await finish()
    // one of the second day
    voices.length = 1
  }
  return home
}

test('stats shows how the sound of answers changes from day to day', async () => {
  const home = await measured()
  const { voice } = await json(['stats'], { home })
  expect(voice).toEqual([
    {
      date: '2026-11-23',
      answers: 2,
      firstMs: 1000,
      longestPauseMs: 3000,
      pauses: 1.5,
      silence: 0.3,
      wordsAMinute: 141,
    },
    {
      date: '2026-11-24',
      answers: 1,
      firstMs: 1000,
      longestPauseMs: 4000,
      pauses: 3,
      silence: 0.4,
      wordsAMinute: 141,
    },
  ])
  expect(await json(['stats', '--since', '2026-11-24'], { home })).toMatchObject({ voice: [{ answers: 1 }] })
  const text = await output(['stats'], { home })
  expect(text.slice(text.indexOf('How you sound'), text.indexOf('Calibration'))).toMatchInlineSnapshot(`
    "How you sound
    Mon 23 Nov: first word 1.0 s, longest pause 3.0 s, 1.5 pauses over 2 s, 30 % silence, 141 words a minute, over 2 answers.
    Tue 24 Nov: first word 1.0 s, longest pause 4.0 s, 3 pauses over 2 s, 40 % silence, 141 words a minute, over 1 answer.

    "
  `)
})

test('show has it with each attempt', async () => {
  const home = await measured()
  expect(await output(['show', question], { home })).toContain(
    '  Your longest pause: 4.0 s, of 3 pauses over 2 s.',
  )
  const { history } = await json(['show', question], { home })
  expect(history[0]).toMatchObject({
    voice: {
      firstMs: 1000,
      longestPauseMs: 4000,
      pauses: 3,
      silence: 0.4,
      words: 90,
      wordsAMinute: 141,
      fillers: 2,
    },
    transcript: 'I *led* it.',
  })
  expect(history[1]).toMatchObject({ transcript: null })
})

test('show and the notes have what was heard, as far as it was kept', async () => {
  const home = await measured()
  const text = await output(['show', question], { home })
  expect(text).toContain('  90 words, 141 a minute, at least 2 fillers.\n')
  expect(text).toContain('  Said: I *led* it.\n')
  expect(await output(['export', 'notes'], { home })).toContain('\nWhat you said:\n\n> I *led* it.\n')
  const lines = JSON.parse(await output(['export', 'progress', '--format', 'json'], { home }))
  expect(lines.filter(({ type }: { type: string }) => type === 'transcript')).toHaveLength(2)
})

test('the table of attempts ends with what was measured', async () => {
  const [head, first, second] = (
    await output(['export', 'progress', '--format', 'csv'], { home: await measured() })
  ).split('\n')
  expect(head).toMatch(/,extra,firstMs,longestPauseMs,pauses,silence,words,wordsAMinute,fillers\r?$/)
  expect(first).toMatch(/,1000,4000,3,0\.4,90,141,2\r?$/)
  expect(second).toMatch(/,,2000,0,0\.2,,,\r?$/)
})

test('stats rounds the mean of pauses to one decimal', async () => {
  const home = newFolder()
  const { env, finish } = worldOf({ home })
  const store = await env.store(home)
  for (const pauses of [3, 1, 1]) {
    store.append(
      anAttempt({ question, voice: { firstMs: 1000, longestPauseMs: 3000, pauses, silence: 0.2 } }),
    )
  }
  await finish()
  expect(await output(['stats'], { home })).toContain(' 1.7 pauses over 2 s')
})
