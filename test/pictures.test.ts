import { readdirSync, readFileSync, statSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { describe, expect, test } from 'vitest'

const folder = join('docs', 'screens')
const gallery = readFileSync(join(folder, 'README.md'), 'utf8')
const pictures = readdirSync(folder).filter((name) => name.endsWith('.svg'))
const read = (name: string): string => readFileSync(join(folder, name), 'utf8')

/** The pages for readers, and the pictures that each shows, as paths. */
const pages = [
  'README.md',
  ...readdirSync('docs', { recursive: true, encoding: 'utf8' }).map((name) => join('docs', name)),
]
  .filter((path) => path.endsWith('.md'))
  .map((path) => ({
    path,
    shows: [...readFileSync(path, 'utf8').matchAll(/!\[[^\]]+\]\(([^)]+)\)/g)].map(([, to = '']) =>
      join(dirname(path), to),
    ),
  }))

/** What is on a picture, without blanks. */
const textOn = (svg: string): string =>
  [...svg.matchAll(/<text [^>]*>([^<]*)<\/text>/g)]
    .map(([, text = '']) => text)
    .join('')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&amp;', '&')
    .replaceAll(/\s/g, '')

describe('pictures', () => {
  test('are there where a page shows them, and every one is shown', () => {
    const shown = new Set(pages.flatMap(({ shows }) => shows))
    expect(pages.find(({ path }) => path === 'README.md')?.shows.length).toBeGreaterThan(3)
    expect([...shown].filter((path) => !statSync(path, { throwIfNoEntry: false })?.isFile())).toEqual([])
    const all = readdirSync('docs', { recursive: true, encoding: 'utf8' })
      .filter((name) => /\.(svg|png|gif)$/.test(name))
      .map((name) => join('docs', name))
    expect(all.filter((path) => !shown.has(path))).toEqual([])
  })

  test.each(pictures)('%s has a title and both schemes, and is not scaled', (name) => {
    const svg = read(name)
    expect(svg).toMatch(/^<svg [^>]*role="img" aria-labelledby="title"/)
    expect(svg).toMatch(/<title id="title">[^<]+<\/title>/)
    expect(svg).toContain('prefers-color-scheme:dark')
    const [, width, height, box] = /width="(\d+)" height="(\d+)" viewBox="([^"]+)"/.exec(svg) ?? []
    expect(box).toBe(`0 0 ${width} ${height}`)
  })

  const written = [...gallery.matchAll(/!\[[^\]]+\]\(([^)]+)\)\n\n```text\n([\s\S]*?)\n```\n/g)]

  test.each(written.map(([, name = '', text = '']) => [name, text] as const))(
    '%s shows what is written below it',
    (name, text) => {
      expect(textOn(read(name))).toBe(text.replaceAll(/\s/g, ''))
    },
  )

  test('are all written down but the report, which is no text', () => {
    const names = written.map(([, name]) => name)
    expect([...names, 'report.svg'].sort()).toEqual([...pictures].sort())
  })

  test('are small', () => {
    const bytes = pictures.reduce((sum, name) => sum + statSync(join(folder, name)).size, 0)
    expect(bytes).toBeLessThan(600_000)
  })
})
