import { readFileSync } from 'node:fs'
import { runInNewContext } from 'node:vm'
import { parseAst } from 'rolldown/parseAst'
import { describe, expect, test } from 'vitest'

const script = readFileSync('bin/greenroom.js', 'utf8')

/** All that the script may be made of: the language of 2009, and the first line, which Node always skipped. */
const old = [
  'AssignmentExpression',
  'BinaryExpression',
  'BlockStatement',
  'CallExpression',
  'ExpressionStatement',
  'Hashbang',
  'Identifier',
  'IfStatement',
  'Literal',
  'LogicalExpression',
  'MemberExpression',
  'Program',
  'VariableDeclaration',
  'VariableDeclarator',
  'var',
]

/** The kinds of all parts of a syntax tree, and of what is declared; `optional` is `a?.b`. */
function kindsOf(part: unknown): string[] {
  if (typeof part !== 'object' || part === null) return []
  const { type, kind, optional } = part as { type?: string; kind?: string; optional?: boolean }
  const own = [type, kind, optional ? 'optional' : undefined].filter((each) => each !== undefined)
  return [...own, ...Object.values(part).flatMap(kindsOf)]
}

interface Started {
  required: string[]
  said: string
  exitCode: number | undefined
}

function startedWith(version: string): Started {
  const started: Started = { required: [], said: '', exitCode: undefined }
  const process = {
    versions: { node: version },
    stderr: { write: (text: string) => (started.said += text) },
    set exitCode(code: number) {
      started.exitCode = code
    },
  }
  runInNewContext(script, { process, require: (id: string) => started.required.push(id) })
  return started
}

describe('what an old Node reads first', () => {
  test('is in old syntax', () => {
    expect(kindsOf(parseAst(script)).filter((kind) => !old.includes(kind))).toEqual([])
    // a comma after the last argument, which no syntax tree tells of
    expect(script).not.toMatch(/,\s*\)/)
  })

  test.each(['0.10.48', '8.17.0', '18.20.8', '20.0.0', '20.16.9', '21.7.3', '22.0.0', '22.1.0'])(
    'says to Node %s that it is too old',
    (version) => {
      expect(startedWith(version)).toEqual({
        required: [],
        exitCode: 1,
        said: `greenroom needs Node 22.2 or newer, or Node 20 from 20.17 on; this is ${version}.\nInstall a newer one from https://nodejs.org and start greenroom again.\n`,
      })
    },
  )

  test.each(['20.17.0', '20.20.2', '22.2.0', '23.0.0', '100.0.0'])('starts with Node %s', (version) => {
    expect(startedWith(version)).toEqual({ required: ['./compiled.js'], said: '', exitCode: undefined })
  })
})
