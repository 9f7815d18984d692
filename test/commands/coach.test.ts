import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { endingOf } from '../../src/app/coach.ts'
import { consult } from '../../src/terminal/coach.ts'
import { fileWith, journal, newFolder } from '../files.ts'
import { posixTest } from '../program/process.ts'
import { greenroom, json } from '../world.ts'

/** A home whose coach is a script of sh. */
async function coached(script: string, keep = false): Promise<string> {
  const home = newFolder()
  await greenroom(['config', 'set', 'coach.command', `sh ${fileWith(script, 'coach.sh')}`], { home })
  if (keep) await greenroom(['config', 'set', 'coach.keep', 'true'], { home })
  return home
}

const answer = 'I delegate the work, and stay close to the code.'
const compared = (home: string, input = answer) =>
  greenroom(['compare', '1', '-', '--coach'], { home, input })

describe('a coach', () => {
  posixTest('gets question, key points and answer, and is shown made safe', async () => {
    const told = join(newFolder(), 'told')
    const home = await coached(`cat > '${told}'; printf 'Name a \\033[31mnumber\\033[0m.\\a'`)
    const { out, code } = await compared(home)
    expect(code).toBe(0)
    expect(out).toContain('Your coach says\n\nName a number.\n')
    const text = readFileSync(told, 'utf8')
    expect(text).toMatch(/^Interview question:\nHow do you balance .*\n\nKey points of a good answer:\n- /)
    expect(text).toMatch(new RegExp(`My answer:\\n${answer}\n$`))
    expect(journal(home).some(({ type }) => type === 'coach')).toBe(false)
  })

  posixTest('is kept with coach.keep, and shown', async () => {
    const home = await coached('echo Shorter.', true)
    const input = `\n${answer}\n.\n3\no\n\n\n\n`
    const { out } = await greenroom(['drill', '1', '--typed'], { home, input })
    expect(out).toContain('Your coach says\n\nShorter.\n')
    const attempt = journal(home).find(({ type }) => type === 'attempt')
    expect(journal(home).find(({ type }) => type === 'coach')).toMatchObject({
      of: attempt?.id,
      text: 'Shorter.',
    })
    expect((await greenroom(['show', '1'], { home })).out).toMatch(/Your coach said\n.*Shorter\./)
    await compared(home)
    const shown = await json(['show', '1'], { home })
    expect(shown.coach).toMatchObject([
      { of: attempt?.id, text: 'Shorter.' },
      { of: null, text: 'Shorter.' },
    ])
    const notes = (await greenroom(['export', 'notes'], { home })).out
    expect(notes).toMatch(/What you wrote:\n\n> .*\n\nYour coach said, .*:\n\n> Shorter\.\n/)
    expect(notes).toMatch(/\*\*Answers from elsewhere\*\*\n\nYour coach said, .*:\n\n> Shorter\.\n/)
    await greenroom(['undo'], { home })
    expect((await json(['show', '1'], { home })).coach).toMatchObject([{ of: null }])
  })

  posixTest.each([
    ['fails', 'echo "no model" >&2; exit 3', 'failed with exit code 3: no model.'],
    ['is not there', 'exec no-such-program-here', 'failed with exit code 127'],
    ['says nothing', 'exit 0', 'Your coach said nothing.'],
  ])('that %s costs nothing but a sentence', async (_name, script, said) => {
    const home = await coached(script)
    const { err, code } = await compared(home)
    expect([code, err]).toEqual([1, expect.stringContaining(said)])
    const input = `\n${answer}\n.\n3\no\n\n\n\n`
    const drilled = await greenroom(['drill', '1', '--typed'], { home, input })
    expect(drilled.out).toContain(said)
    expect(drilled.out).toContain('Saved.')
  })

  posixTest.each([
    ['fails', 'echo Half.; echo "no model" >&2; exit 3', 'It failed with exit code 3: no model.'],
    ['goes on and on', 'yes Half.', 'It said more than is shown.'],
  ])('that says something and %s is shown, and what became of it', async (_name, script, said) => {
    const home = await coached(script, true)
    const { out, code } = await compared(home)
    expect(code).toBe(0)
    expect(out).toMatch(/Your coach says\n\nHalf\./)
    expect(out.trimEnd().endsWith(said)).toBe(true)
    const input = `\n${answer}\n.\n3\no\n\n\n\n`
    expect((await greenroom(['drill', '1', '--typed'], { home, input })).out).toContain(said)
    expect((await json(['show', '1'], { home })).coach).not.toMatchObject([
      { text: expect.stringContaining(said) },
    ])
  })

  test('is nobody by default, and is not asked about nothing', async () => {
    const home = newFolder()
    expect((await compared(home)).err).toContain('You have no coach.')
    expect((await compared(home, ' \n')).err).toContain('There is no answer to ask your coach about.')
  })

  posixTest('and all that it started are ended when its time is up', async () => {
    // it comes back once nobody is left who could still print something
    const script = "(trap '' TERM HUP INT; sleep 6000) & sleep 6000"
    expect(await consult(script, '', 50)).toMatchObject({ reason: 'time', advice: '', status: null })
    expect(endingOf({ advice: 'Half.', complaint: '', status: null, reason: 'time' })).toBe(
      'It was stopped after 60 s.',
    )
  })

  posixTest('that says very much is cut, and one that reads nothing is heard', async () => {
    expect((await consult('yes', 'x'.repeat(1 << 20), 60_000)).advice).toHaveLength(16 * 1024)
    expect(await consult('echo yes', 'x'.repeat(1 << 20), 60_000)).toMatchObject({
      advice: 'yes\n',
      status: 0,
    })
  })
})
