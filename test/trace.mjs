// Resolves a stack trace of the built program to places in the sources: npm run trace < FILE
import { existsSync, readFileSync } from 'node:fs'
import { SourceMap } from 'node:module'

const place = /(?<=\(|at )[^()]*?[\\/]dist[\\/]([\w-]+\.js):(\d+):(\d+)/g

/** @type {(file: string) => string} */
const mapOf = (file) => `dist/${file}.map`

/**
 * The place in the sources that a place in a built file comes from; null where it comes from none.
 * @param {string} file
 * @param {number} line
 * @param {number} column
 */
function origin(file, line, column) {
  const found = new SourceMap(JSON.parse(readFileSync(mapOf(file), 'utf8'))).findOrigin(line, column)
  return 'fileName' in found
    ? `${found.fileName.replace('../', '')}:${found.lineNumber}:${found.columnNumber}`
    : null
}

const trace = readFileSync(0, 'utf8')
// the names of files have a hash in them, all but that of main.js: where one is missing, none of them can be trusted
const isThisBuild = [...trace.matchAll(place)].every(([, file = '']) => existsSync(mapOf(file)))
if (!isThisBuild)
  console.error('This trace is from another build: check out its version and run npm run build.')
process.stdout.write(
  isThisBuild
    ? trace.replace(place, (whole, file, line, column) => origin(file, Number(line), Number(column)) ?? whole)
    : trace,
)
