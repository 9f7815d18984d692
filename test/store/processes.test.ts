import { spawn } from 'node:child_process'
import { chmodSync, mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'
import { type OutputChunk, rolldown } from 'rolldown'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { anAttempt, journalOf, lineOf, newHome, opened, read, usedHome, write } from './home.ts'

const bundle = mkdtempSync(join(tmpdir(), 'greenroom-writer-'))
let chunks: OutputChunk[] = []

beforeAll(async () => {
  const build = await rolldown({
    input: fileURLToPath(new URL('./writer.ts', import.meta.url)),
    platform: 'node',
  })
  const { output } = await build.write({
    dir: bundle,
    format: 'cjs',
    entryFileNames: '[name].cjs',
    chunkFileNames: '[name].cjs',
  })
  chunks = output.filter((each) => each.type === 'chunk')
})
afterAll(() => rmSync(bundle, { recursive: true, force: true }))

interface Run {
  lines: string[]
  code: number | null
}

/** Runs a writer; with `killAfter`, kills it as soon as it has told so many lines. */
function run(
  args: string[],
  { killAfter = Number.POSITIVE_INFINITY, uid = process.getuid?.() } = {},
): Promise<Run> {
  const child = spawn(process.execPath, [join(bundle, 'writer.cjs'), ...args], {
    stdio: ['ignore', 'pipe', 'inherit'],
    ...(uid === undefined ? {} : { uid }),
  })
  const lines: string[] = []
  createInterface({ input: child.stdout }).on('line', (line) => {
    lines.push(line)
    if (lines.length >= killAfter) child.kill('SIGKILL')
  })
  return new Promise((done, failed) => {
    child.on('error', failed)
    child.on('close', (code) => done({ lines, code }))
  })
}

interface Written {
  device: string
  acknowledged: string[]
}

/** Lets a writer append so many lines, if it is not killed after some of them. */
async function written(
  home: string,
  name: string,
  count: number,
  { saves = false, killAfter = Number.POSITIVE_INFINITY } = {},
): Promise<Written> {
  const args = [home, name, String(count), saves ? 'saves' : '']
  const { lines, code } = await run(args, { killAfter: killAfter + 1 })
  if (code !== 0 && killAfter > count) throw new Error(lines.join('\n'))
  const [device = '', ...acknowledged] = lines
  return { device, acknowledged }
}

/** What cannot be read in the journals: nothing, unless a writer was killed. */
const tornIn = (home: string): number =>
  readdirSync(join(home, 'attempts'))
    .flatMap((name) => read(home, join('attempts', name)).split('\n'))
    .filter((line) => line !== '' && !(line.startsWith('{"') && line.endsWith('}'))).length

describe.each([2, 4])('%i processes that write at the same time', (processes) => {
  it.each([
    ['', false],
    [', each saving after each line', true],
  ])('lose nothing%s', async (_, saves) => {
    const home = newHome()
    const lines = 30
    const names = Array.from({ length: processes }, (_, index) => `writer${index}`)
    const all = await Promise.all(names.map((name) => written(home, name, lines, { saves })))
    const ids = all.flatMap(({ acknowledged }) => acknowledged)
    expect(new Set(ids).size).toBe(processes * lines)
    expect(
      new Set(
        opened(home)
          .lines()
          .map(({ id }) => id),
      ),
    ).toEqual(new Set(ids))
    expect(tornIn(home)).toBe(0)
    expect(new Set(all.map(({ device }) => device)).size).toBe(1)
    expect(readdirSync(join(home, 'attempts'))).toHaveLength(1)
    const store = opened(home)
    expect(Object.keys((await store.progress()).stories)).toHaveLength(processes * lines)
    expect(store.notices).toEqual([])
  })
})

describe('processes that start at the same time', () => {
  it('on a new home get the same device', async () => {
    for (let round = 0; round < 3; round++) {
      const home = newHome()
      const all = await Promise.all(['a', 'b', 'c', 'd'].map((name) => written(home, name, 1)))
      expect(new Set(all.map(({ device }) => device)).size).toBe(1)
      expect(readdirSync(home).sort()).toEqual(['attempts', 'device'])
    }
  })

  it('on broken summaries lose nothing', async () => {
    const { home } = await usedHome(3)
    write(home, 'progress.json', '{')
    write(home, 'config.json', '{')
    const all = await Promise.all(['a', 'b', 'c'].map((name) => written(home, name, 5, { saves: true })))
    expect(all.flatMap(({ acknowledged }) => acknowledged)).toHaveLength(15)
    const progress = await opened(home).progress()
    expect([progress.attempts, Object.keys(progress.stories).length]).toEqual([3, 15])
  })
})

describe('a process killed at any moment', () => {
  it.each([
    ['while it appends', false],
    ['while it appends and saves', true],
  ])('%s keeps all that it acknowledged', async (_, saves) => {
    for (let round = 0; round < 4; round++) {
      const home = newHome()
      const killed = written(home, 'killed', 1_000_000, { saves, killAfter: 1 + round * 8 })
      const other = written(home, 'other', 10, { saves })
      const all = (await Promise.all([killed, other])).flatMap(({ acknowledged }) => acknowledged)
      const store = opened(home)
      expect(store.lines().map(({ id }) => id)).toEqual(expect.arrayContaining(all))
      await store.progress()
      expect(store.notices).toEqual([])
      const after = await written(home, 'after', 1)
      expect(opened(home).lines().at(-1)?.id).toBe(after.acknowledged[0])
      expect(journalOf(store)).toBe(join('attempts', `${after.device}.jsonl`))
    }
  })
})

describe.runIf(process.getuid?.() === 0)('a home of another user', () => {
  const nobody = 65534
  const reads = (home: string) => run([home, 'nobody', '1', 'reads'], { uid: nobody })

  beforeAll(() => chmodSync(bundle, 0o755))

  async function homeOfRoot(folderMode: number, fileMode: number): Promise<string> {
    const { home } = await usedHome(2)
    chmodSync(dirname(home), 0o755)
    for (const each of readdirSync(home, { recursive: true, withFileTypes: true }))
      chmodSync(join(each.parentPath, each.name), each.isDirectory() ? folderMode : fileMode)
    chmodSync(home, folderMode)
    return home
  }

  it('that is closed says so', async () => {
    const home = await homeOfRoot(0o700, 0o600)
    expect(await reads(home)).toEqual({
      lines: [
        `${home} cannot be read: the permissions do not allow it. Change them, or choose another folder with --home.`,
      ],
      code: 1,
    })
  })

  it('whose files are closed, as after sudo, is not taken for an empty one', async () => {
    const home = await homeOfRoot(0o777, 0o600)
    const before = read(home, 'progress.json')
    const { lines, code } = await reads(home)
    expect(lines.join()).toMatch(/ cannot be read: the permissions do not allow it\. Change them, or/)
    expect([lines.length, code]).toEqual([1, 1])
    expect(read(home, 'progress.json')).toBe(before)
  })

  it('whose journals are closed is not taken for an empty one', async () => {
    const home = await homeOfRoot(0o777, 0o666)
    chmodSync(join(home, 'attempts'), 0o700)
    const before = read(home, 'progress.json')
    const { lines, code } = await reads(home)
    expect(lines).toEqual([
      `${join(home, 'attempts')} cannot be read: the permissions do not allow it. Change them, or choose another folder with --home.`,
    ])
    expect(code).toBe(1)
    expect(read(home, 'progress.json')).toBe(before)
  })

  it('is written although what is beside the journals is closed', async () => {
    const home = await homeOfRoot(0o777, 0o666)
    for (const folder of ['backups', 'banks', 'quarantine/.git-1', 'backups/replaced-1']) {
      write(home, `${folder}/x`, '')
      chmodSync(join(home, folder), 0)
    }
    const { lines, code } = await reads(home)
    expect([lines[0], lines.length, code]).toEqual(['2 attempts', 3, 0])
  })

  it('that is open to readers is read, also where its progress is behind, and refused to writers', async () => {
    const home = await homeOfRoot(0o755, 0o644)
    write(home, 'attempts/other.jsonl', lineOf(anAttempt(), 'x'))
    expect(await reads(home)).toEqual({
      lines: [
        '3 attempts',
        expect.stringMatching(
          /^(Nothing can|This could not) be saved in \S+: the permissions do not allow it\. Change them, or choose another folder with --home\.$/,
        ),
      ],
      code: 1,
    })
  })
})

describe('the bundled store', () => {
  it.each([
    ['conf', /[\\/]node_modules[\\/]conf[\\/]/],
    ['git, backups and restoring', /store[\\/](sync|backup)[\\/]\w+\.ts$/],
  ])('does not load %s before they are needed', (_, late) => {
    const holds = (chunk: OutputChunk, path: RegExp) => chunk.moduleIds.some((id) => path.test(id))
    const loaded = chunks.filter((chunk) => holds(chunk, /writer\.ts$/))
    for (const { imports } of loaded)
      loaded.push(...chunks.filter((each) => imports.includes(each.fileName) && !loaded.includes(each)))
    expect(loaded.some((chunk) => holds(chunk, /store[\\/]open\.ts$/))).toBe(true)
    expect(chunks.some((chunk) => holds(chunk, late))).toBe(true)
    expect(loaded.filter((chunk) => holds(chunk, late))).toEqual([])
  })
})
