import { basename, relative } from 'node:path'

/** What the user would type to start the program again: `greenroom`, `npx greenroom`, `node bin/greenroom.js`. */
export function programName(script: string, variables: Record<string, string | undefined>): string {
  if (variables.npm_command === 'exec') return 'npx greenroom'
  if (variables.npm_lifecycle_event === 'start') return 'npm start --'
  if (variables.npm_lifecycle_event === 'dev') return 'npm run dev --'
  return basename(script) === 'greenroom.js' ? `node ${fromWorkingFolder(script)}` : 'greenroom'
}

function fromWorkingFolder(script: string): string {
  try {
    return relative(process.cwd(), script)
  } catch {
    // the working folder is gone
    return script
  }
}
