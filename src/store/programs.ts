import { accessSync, constants, statSync } from 'node:fs'
import { platform } from 'node:os'
import { delimiter, isAbsolute, join } from 'node:path'
import { succeeds } from './files.ts'

/**
 * The full path of a program on the PATH; null if there is none. Windows would look into the current folder first, where a
 * program of that name may be anybody's; so would any system with a PATH that names it.
 */
export function programPath(
  name: string,
  variables: Record<string, string | undefined>,
  system: string = platform(),
): string | null {
  const [, path = ''] = Object.entries(variables).find(([key]) => key.toUpperCase() === 'PATH') ?? []
  const file = system === 'win32' ? `${name}.exe` : name
  const places = path
    .split(delimiter)
    .map((folder) => folder.replace(/^"(.*)"$/, '$1'))
    .filter((folder) => isAbsolute(folder))
    .map((folder) => join(folder, file))
  // one that may not be run is named by the error
  return places.find(canRun) ?? places.find(isFile) ?? null
}

const canRun = (path: string): boolean => isFile(path) && succeeds(() => accessSync(path, constants.X_OK))

function isFile(path: string): boolean {
  try {
    return statSync(path).isFile()
  } catch {
    return false
  }
}
