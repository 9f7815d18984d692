import { describe, expect, test } from 'vitest'
import { readBank } from '../../../src/import/read.ts'
import { asked, both } from '../asked.ts'

type Cell = [type: 'markdown' | 'code', source: string]

const notebook = (cells: readonly Cell[], indent = 1): string =>
  JSON.stringify(
    {
      cells: cells.map(([cell_type, source]) => ({
        cell_type,
        metadata: {},
        source: source.split(/(?<=\n)/),
      })),
      metadata: {},
      nbformat: 4,
    },
    null,
    indent,
  )

describe('notebooks', () => {
  test.each<[Cell[]]>([
    [
      [
        ['markdown', '# Deck'],
        ['markdown', '## How do you plan?\nBackwards.'],
        ['markdown', '## Who decides?'],
        ['markdown', 'One of us.'],
      ],
    ],
    [
      [
        ['markdown', '# Questions'],
        ['markdown', 'How do you plan?\nBackwards.'],
        ['markdown', 'Who decides?\nOne of us.'],
      ],
    ],
  ])('%#: headings or first lines ask', (cells) => {
    expect(asked(notebook(cells))).toEqual(both)
    expect(asked(notebook(cells, 0))).toEqual(both)
  })

  test('have code, sections and lines', () => {
    const text = notebook([
      ['markdown', '## Plans'],
      ['markdown', 'How do you plan?'],
      ['code', '# not a heading\nx = 1'],
      ['markdown', 'Who decides?\n- we'],
    ])
    const { questions } = readBank(text, { slug: 'mine' })
    expect(questions.map(({ question, answer }) => [question, answer])).toEqual([
      ['How do you plan?', '```\n# not a heading\nx = 1\n```'],
      ['Who decides?', '- we'],
    ])
    const rows = text.split('\n')
    expect(questions.map(({ line }) => rows[line - 1]?.trim())).toEqual([
      '"How do you plan?"',
      '"Who decides?\\n",',
    ])
  })

  test('of many cells are read', () => {
    const cells = Array.from({ length: 20_000 }, (_, at): Cell => ['markdown', `Why ${at}?\nSo.`])
    expect(readBank(notebook(cells), { slug: 'mine' }).questions.length).toBe(20_000)
  })
})
