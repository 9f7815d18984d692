import { execFileSync } from 'node:child_process'

/** The end-to-end tests run what is packed, so it has to be made from the sources as they are. */
export default function build(): void {
  execFileSync('npm', ['run', 'build', '--silent'], { stdio: ['ignore', 'ignore', 'inherit'] })
}
