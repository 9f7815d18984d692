import { readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { inAscii } from '../../src/text/ascii.ts'
import { width } from '../../src/text/wrap.ts'
import { newFolder } from '../files.ts'
import { today } from '../pictures/history.mjs'
import { keep, newPlace, rehearse } from '../pictures/place.mjs'
import { redrawn, see, type } from '../pictures/screens.mjs'
import { played, type Step, textOf } from '../pictures/terminal.mjs'
import { inWindows, nameOf, type Screen, type Size, showIn, sizes, stepsIn } from '../pictures/windows.mjs'
import { live, run } from './process.ts'

// Every screen on a real pseudo terminal in windows of three sizes, and from one to the next while it is up: what a headless
// terminal shows is what docs/screens/ says; without colours, and in ASCII with them. `screens.test.ts` has them in full colour.

const place = newPlace()
beforeAll(() => rehearse(place))
afterAll(() => rmSync(place.folder, { recursive: true, force: true }))

const [small, normal, large] = sizes as [Size, Size, Size]

/** The texts on a page of docs/screens/, by their titles. */
function textsOn(page: string): Map<string, string> {
  const text = readFileSync(`docs/screens/${page}.md`, 'utf8')
  const found = text.matchAll(/^## (.*)\n(?:(?!## ).*\n)*?```text\n([\s\S]*?)\n```$/gm)
  return new Map([...found].map(([, title = '', text = '']) => [title, text]))
}

const pictured = textsOn('README')
const pages = new Map(sizes.map((size) => [size, textsOn(nameOf(size))]))

/** What is written down of a screen in a window of this size. */
const written = ({ title }: Screen, size: Size): string[] =>
  (pages.get(size)?.get(title) ?? pictured.get(title) ?? 'not in docs/screens').split('\n')

/** With what the part begins that is drawn anew, the last one of a screen that waits. */
const beginning: Record<string, RegExp> = {
  first: /^Think /,
  home: /^Enter starts/,
  question: /^Think /,
  talk: /^Talk /,
  keys: /^Talk /,
  score: /^How was it/,
  review: /^Which points/,
  change: /^What will you/,
  results: /^enter done/,
  debrief: /^Which points/,
  ladder: /^Talk /,
  sprint: /^Talk /,
  show: /^l listen/,
  sheet: /^Enter shows more/,
  'bank-add': /^Add it/,
  consent: /^Record your/,
}

/** What was printed, and the part below it that is drawn anew. */
function partsOf({ name }: Screen, lines: string[]): { printed: string[]; live: string[] } {
  const start = lines.findLastIndex((line) => beginning[name]?.test(line))
  return { printed: lines.slice(0, start), live: lines.slice(start) }
}

/** Text without the breaks of its lines, which a terminal moves when it is made narrower. */
const running = (lines: string[]): string => lines.join('').replace(/\s/g, '')

const inLetters: Record<string, string> = {
  ...{ '━': '#', '┄': '.', '▂': '1', '▄': '2', '▆': '3', '█': '4', '@': '4' },
  ...{ '•': '-', '●': 'O', '┼': '|', '▒': 'O', '░': 'o' },
}

function beforeKeys(lines: string[]): string[] {
  const keys = lines.findIndex((line) => /(?:^| )space tick /.test(line))
  return keys < 0 ? lines : lines.slice(0, keys)
}

/**
 * What is the same in Unicode and in ASCII: where an ellipsis is longer, a line is cut a little earlier, and `up/down` for two
 * arrows moves the keys after it.
 */
const gist = (lines: string[]): string[] =>
  beforeKeys(lines).map((line) =>
    inAscii(line.replace(/[━┄▂▄▆█@•●┼▒░]/g, (sign) => inLetters[sign] ?? sign))
      .replace(/(?<=^| )[|.](?= |$)/g, '.')
      .replace(/^(.{12}).*\.\.\.$/, '$1'),
  )

/** How a screen is shown, in which order the windows come, and what is compared of it. */
interface How {
  name: string
  flags?: string[]
  env?: Record<string, string>
  way: [Size, ...Size[]]
  of(lines: string[]): string[]
  never: RegExp
}

const whole = (lines: string[]): string[] => lines
const hows: How[] = [
  {
    name: 'without colours',
    env: { NO_COLOR: '1' },
    way: [normal, small, large, normal],
    of: whole,
    never: /\u001b\[[\d;]*m/,
  },
  {
    name: 'in ASCII, with colours',
    flags: ['--ascii'],
    way: [small, large, normal, small],
    of: gist,
    // letters of other scripts stay as they are
    never: /(?![\p{L}\p{Extended_Pictographic}？，。])[^\x00-\x7f]/u,
  },
]

const isLive = (screen: Screen): boolean => stepsIn(screen, small).length > 0
/** Whether it is as high as a window, or comes after such a one, and so begins at its top. */
const isHigh = ({ name }: Screen): boolean => ['review', 'change', 'debrief'].includes(name)
/** Doctor says how many colours there are. */
const withoutColours = (lines: string[]): string[] => lines.filter((line) => !line.includes('colours'))

describe.each(hows)('$name', ({ flags = [], env = {}, way, of, never }) => {
  const linesOf = (...args: Parameters<typeof textOf>): string[] => of(textOf(...args).split('\n'))

  test.each(inWindows.filter(isLive))('$title', async (screen) => {
    const [first, ...others] = way
    const program = await showIn(screen, place, first, { flags, env })
    const all = (): string[] => linesOf(program.allLines())
    const inWindow = (): string[] => linesOf(program.lines())
    try {
      const before = all()
      expect(inWindow()).toEqual(of(written(screen, first)))
      for (const size of others) {
        const wanted = of(partsOf(screen, written(screen, size)).live)
        program.resize(size.columns, size.rows)
        await program
          .until(() => partsOf(screen, inWindow()).live.join('\n') === wanted.join('\n'), 'what is expected')
          .catch(() => {})
        const { printed, live } = partsOf(screen, inWindow())
        expect(live).toEqual(wanted)
        expect(running(partsOf(screen, before).printed)).toContain(running(printed))
      }
      // what a terminal itself has moved above the window, nothing can erase
      if (!isHigh(screen)) expect(all()).toEqual(before)
      expect(program.bytes()).not.toMatch(never)
    } finally {
      await program.end()
    }
  })

  test.each(inWindows.filter((screen) => !isLive(screen)))('$title', async (screen) => {
    for (const size of sizes) {
      const program = await showIn(screen, place, size, { flags, env })
      const shown = linesOf(program.lines())
      expect(withoutColours(shown)).toEqual(withoutColours(of(written(screen, size))))
      expect(program.bytes()).not.toMatch(never)
      await program.end()
    }
  })
})

const scripts = `# Scripts

## 领导力 🚀

### 如何处理团队中的冲突？请用一个真实的例子说明你做了什么，以及结果如何。

- **先听双方的说法** 分别谈，再一起谈，不急着下结论，也不急着找谁有错，先弄清楚发生了什么
- **定下一条大家都同意的规则** 写下来，一个月后再看

### How do you celebrate 🎉👩‍💻🏳️‍🌈 with a team that is spread over 🇯🇵, 🇧🇷 and 🇪🇬?

- **Small and often** 🎂 A line on the day itself 🙌🏽, and cake for whoever is there
- **Everybody's hours** 🕐 never at night for the same people

### كيف تتعامل مع خلاف بين عضوين في فريقك، وماذا تعلمت من ذلك؟

- **أستمع إلى كل طرف على حدة** ثم نجلس معا ونتفق على خطوة واحدة
- **אני שואל מה כל אחד צריך** ורק אחר כך מה הוא רוצה
`

test('COLUMNS says how wide a pipe is, and nothing about a terminal', async () => {
  const world = { home: newFolder(), env: { COLUMNS: '30' } }
  const widest = (text: string): number => Math.max(...text.split('\n').map(width))
  for (const args of [['list'], ['show', '1'], ['stats'], ['--help'], ['drill', '1', '--plain']]) {
    const { out } = run(args, world)
    expect(widest(out)).toBeLessThanOrEqual(30)
    expect(widest(out)).toBeGreaterThan(20)
  }
  for (const COLUMNS of ['', '0', '-30', '1e3'])
    expect(run(['list'], { ...world, env: { COLUMNS } }).out).toContain(
      '1  new  How do you balance hands-on technical work vs leadership?\n',
    )
  const terminal = live(['list'], world, { columns: 60 })
  await terminal.ended
  expect(widest(terminal.screen())).toBeGreaterThan(50)
})

describe('questions in Chinese, with emoji, in Arabic and Hebrew', () => {
  const place = newPlace()
  const session = { now: today, runs: 0 }
  beforeAll(async () => {
    writeFileSync(join(place.folder, 'desk/scripts.md'), scripts)
    for (const args of [
      ['add', 'scripts.md', '--yes'],
      ['use', 'scripts'],
    ])
      await (await played(['bank', ...args], { place, session })).end()
    keep(place)
  })
  afterAll(() => rmSync(place.folder, { recursive: true, force: true }))

  const steps: Step[] = [
    ...[see('Think'), type('\r'), see('Talk'), type('\r'), see('Score yourself'), type('3')],
    ...[see('enter save'), type(' '), redrawn],
  ]
  const screenOf = (name: string, args: string[], steps: Step[] = []): Screen => {
    return { name, title: name, about: '', args, steps }
  }

  /** The review of a question in a small window, to which a large one was made narrower, and then wider again. */
  async function reviewed(number: string, flags: string[]): Promise<string> {
    const screen = screenOf('review', ['drill', number], steps)
    const program = await showIn(screen, place, large, { flags })
    const inWindow = (): string[] => textOf(program.lines()).split('\n')
    const live = (): string => partsOf(screen, inWindow()).live.join('\n')
    const resized = async ({ columns, rows }: Size): Promise<string> => {
      const drawn = program.bytes().length
      program.resize(columns, rows)
      await program.until(() => program.bytes().length > drawn, 'another frame')
      return live()
    }
    try {
      // a terminal that grows need not bring back what has scrolled
      const all = (): string => textOf(program.allLines())
      const before = all()
      const seen = await resized(small)
      await resized(large)
      expect(all()).toBe(before)
      return seen
    } finally {
      await program.end()
    }
  }

  test('break where their script is broken in the review', async () => {
    const all = [await reviewed('1', []), await reviewed('2', ['--ascii']), await reviewed('3', [])]
    expect(`\n${all.join('\n\n')}`).toMatchInlineSnapshot(`
      "
      Which points did you make? 1 of 2
      > [✓] 先听双方的说法 分别谈，再一起谈，
            不急着下结论，也不急着找谁有错，
            先弄清楚发生了什么
        [ ] 定下一条大家都同意的规则 写下来…
      Final score: 1 blanked · 2 shaky
      [3 solid] · 4 nailed it
      1 of 2 points: still solid?
      ↑↓ space tick · 1-4 score · enter save
      a again · e write story · m read
      q quit · ? help

      Which points did you make? 1 of 2
      > [x] Small and often 🎂 A line on the
            day itself 🙌🏽, and cake for
            whoever is there
        [ ] Everybody's hours 🕐 never at ...
      Final score: 1 blanked | 2 shaky
      [3 solid] | 4 nailed it
      1 of 2 points: still solid?
      up/down space tick | 1-4 score
      enter save | a again | e write story
      m read | q quit | ? help

      Which points did you make? 1 of 2
      > [✓] أستمع إلى كل طرف على حدة ثم نجلس
            معا ونتفق على خطوة واحدة
        [ ] אני שואל מה כל אחד צריך ורק אחר …
      Final score: 1 blanked · 2 shaky
      [3 solid] · 4 nailed it
      1 of 2 points: still solid?
      ↑↓ space tick · 1-4 score · enter save
      a again · e write story · m read
      q quit · ? help"
    `)
  })

  test('are broken by us and not by the terminal in what is printed', async () => {
    let all = ''
    for (const args of [['list'], ['show', '2'], ['bank', 'check', 'scripts.md']]) {
      const program = await showIn(screenOf('ended', args), place, small, { env: { NO_COLOR: '1' } })
      const lines = program.lines()
      await program.end()
      expect(lines.filter(({ isWrapped }) => isWrapped)).toEqual([])
      all += `\n${textOf(lines)}\n`
    }
    expect(all).toMatchInlineSnapshot(`
      "
      领导力
        1  new  如何处理团队中的冲突？请用一个
                真实的例子说明你做了什么，以及
                结果如何。
        2  new  How do you celebrate 🎉👩‍💻🏳️‍🌈
                with a team that is spread
                over 🇯🇵, 🇧🇷 and 🇪🇬?
        3  new  كيف تتعامل مع خلاف بين عضوين
                في فريقك، وماذا تعلمت من ذلك؟

      How do you celebrate 🎉👩‍💻🏳️‍🌈 with a team
      that is spread over 🇯🇵, 🇧🇷 and 🇪🇬?
      scripts 2 · 领导力

      Model answer
      • Small and often 🎂 A line on the day
        itself 🙌🏽, and cake for whoever is
        there
      • Everybody's hours 🕐 never at night
        for the same people

      Key points
      • Small and often 🎂 A line on the day
        itself 🙌🏽, and cake for whoever is
        there
      • Everybody's hours 🕐 never at night
        for the same people

      0 attempts

      Scripts: 3 questions in 1 section, 3
      answered

       5  如何处理团队中的冲突？请用一个真实的
          例子说明你做了什么，以及结果如何。
          - 先听双方的说法 分别谈，再一起谈，…
      10  How do you celebrate 🎉👩‍💻🏳️‍🌈 with a
          team that is spread over 🇯🇵, 🇧🇷 and
          🇪🇬?
          - Small and often 🎂 A line on the …
      15  كيف تتعامل مع خلاف بين عضوين في
          فريقك، وماذا تعلمت من ذلك؟
          - أستمع إلى كل طرف على حدة ثم نجلس …
      "
    `)
  })
})
