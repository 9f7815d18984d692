import { basename, relative } from 'node:path'

/** How the program was started, as a user would type it again: `greenroom`, `npx greenroom`, `node bin/greenroom.js`. */
export function programName(script: string, variables: Record<string, string | undefined>): string {
  if (variables.npm_command === 'exec') return 'npx greenroom'
  if (variables.npm_lifecycle_event === 'start') return 'npm start --'
  return basename(script) === 'greenroom.js' ? `node ${fromHere(script)}` : 'greenroom'
}

function fromHere(script: string): string {
  try {
    return relative(process.cwd(), script)
  } catch {
    // the folder is gone
    return script
  }
}
