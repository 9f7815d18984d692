import { basename, relative } from 'node:path'

/** How the program was started, as a user would type it again: `greenroom`, `npx greenroom`, `node bin/greenroom.js`. */
export function programName(
  script: string,
  variables: Record<string, string | undefined>,
  cwd: string,
): string {
  if (variables.npm_command === 'exec') return 'npx greenroom'
  if (variables.npm_lifecycle_event === 'start') return 'npm start --'
  return basename(script) === 'greenroom.js' ? `node ${relative(cwd, script) || script}` : 'greenroom'
}
