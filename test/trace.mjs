// Resolves a stack trace of the built program to places in the sources: npm run trace < FILE
import { existsSync, readFileSync } from 'node:fs'
import { SourceMap } from 'node:module'

/**
 * The place in the sources that a place in a built file comes from; null if the file is of another version.
 * @param {string} file
 * @param {number} line
 * @param {number} column
 */
function origin(file, line, column) {
  const map = `dist/${file}.map`
  if (!existsSync(map)) return null
  const found = new SourceMap(JSON.parse(readFileSync(map, 'utf8'))).findOrigin(line, column)
  return 'fileName' in found
    ? `${found.fileName.replace('..', '')}:${found.lineNumber}:${found.columnNumber}`
    : null
}

const trace = readFileSync(0, 'utf8')
const place = /(?<=\(|at )[^()]*?[\\/]dist[\\/]([\w-]+\.js):(\d+):(\d+)/g
process.stdout.write(
  trace.replace(place, (whole, file, line, column) => origin(file, Number(line), Number(column)) ?? whole),
)
