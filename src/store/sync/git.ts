import { spawn } from 'node:child_process'
import { devNull, platform } from 'node:os'
import { join } from 'node:path'
import { kill } from 'node:process'
import { UserError } from '../../ports.ts'
import { withoutSecrets } from '../../text/secrets.ts'
import { asUserError } from '../as-user-error.ts'
import { codeOf, succeeds } from '../files.ts'
import { programPath } from '../programs.ts'

/** How a run of git ended. `code` is null if it was stopped because time was up. */
export interface GitResult {
  code: number | null
  out: Buffer
  err: string
}

/** How long git has to clean up once it was told to stop, in ms. */
const graceMs = 200

const stopped: GitResult = { code: null, out: Buffer.alloc(0), err: '' }

/** Runs git with these arguments, and `input` as its standard input; throws where there is no git. */
export type Git = (args: readonly string[], input?: string) => Promise<GitResult>

/** Variables that would lead git to another repository than the one named. */
const foreign = [
  'GIT_DIR',
  'GIT_WORK_TREE',
  'GIT_INDEX_FILE',
  'GIT_OBJECT_DIRECTORY',
  'GIT_ALTERNATE_OBJECT_DIRECTORIES',
  'GIT_COMMON_DIR',
  'GIT_NAMESPACE',
  'GIT_PREFIX',
  'GIT_CONFIG',
  'GIT_GRAFT_FILE',
  'GIT_REPLACE_REF_BASE',
  'GIT_SHALLOW_FILE',
]

const settings = [
  // hooks are programs of others
  `core.hooksPath=${devNull}`,
  'core.autocrlf=false',
  'core.quotePath=false',
  // options for people's own pushes, which few servers accept
  'push.gpgSign=false',
  'push.pushOption=',
  'gc.auto=256',
  'gc.autoDetach=false',
].flatMap((setting) => ['-c', setting])

/**
 * The git executable, never through a shell. It asks for nothing: where it needs a name or a password that no helper and no
 * agent has, it fails. `signal` stops it. The settings of the repository `folder` count, not those of the folder that
 * greenroom is started in: they may be anybody's, and name programs to run.
 */
export function gitWith(
  variables: Record<string, string | undefined>,
  signal: AbortSignal,
  folder: string = devNull,
): Git {
  const env = {
    ...Object.fromEntries(Object.entries(variables).filter(([name]) => !foreign.includes(name))),
    LC_ALL: 'C',
    GIT_TERMINAL_PROMPT: '0',
    GIT_ASKPASS: '',
    GCM_INTERACTIVE: 'never',
    GIT_AUTHOR_NAME: 'greenroom',
    GIT_AUTHOR_EMAIL: 'greenroom@localhost',
    GIT_COMMITTER_NAME: 'greenroom',
    GIT_COMMITTER_EMAIL: 'greenroom@localhost',
  }
  let ssh: object | undefined
  let path: string | null = null
  const runGit = (args: readonly string[], input: string, own: Program['env']): Promise<GitResult> => {
    path ??= programPath('git', variables)
    if (path === null) throw missing()
    return run({ path, env: own }, [...settings, ...args], input, signal)
  }
  return async (args, input = '') => {
    // only then: a repository whose settings cannot be read must not keep the rest waiting
    if (!args.some((each) => speaking.includes(each))) return runGit(args, input, env)
    ssh ??= silentSsh(
      variables,
      (await runGit(['--git-dir', folder, 'config', '--get', 'core.sshCommand'], '', env)).out,
    )
    return runGit(args, input, { ...env, ...ssh })
  }
}

/** The commands that speak to a remote, and so may start ssh. */
const speaking = ['ls-remote', 'fetch', 'push']

/** A program and the environment that it runs in. */
interface Program {
  path: string
  env: Record<string, string | undefined>
}

/** Runs a program to its end, or until the signal stops it and all that it has started. */
const run = (
  { path, env }: Program,
  args: readonly string[],
  input: string,
  signal: AbortSignal,
): Promise<GitResult> =>
  new Promise((done, fail) => {
    if (signal.aborted) {
      done(stopped)
      return
    }
    // a group of its own, so that what git has started can be ended with it
    const child = spawn(path, args, { env, detached: !isWindows(), windowsHide: true })
    const chunks = { out: [] as Buffer[], err: [] as Buffer[] }
    child.stdout.on('data', (chunk: Buffer) => chunks.out.push(chunk))
    child.stderr.on('data', (chunk: Buffer) => chunks.err.push(chunk))
    let patience: NodeJS.Timeout | undefined
    const stop = (): void => {
      endGroup(child.pid, env, 'SIGTERM')
      patience = setTimeout(() => endGroup(child.pid, env, 'SIGKILL'), graceMs)
    }
    signal.addEventListener('abort', stop, { once: true })
    const end = (): void => {
      clearTimeout(patience)
      signal.removeEventListener('abort', stop)
    }
    child.on('error', (error) => {
      end()
      fail(
        codeOf(error) === 'ENOENT' ? missing() : asUserError('git could not be started', error, 'sync later'),
      )
    })
    child.on('close', (code, ended) => {
      end()
      // some of what it has started may have let go of its output
      if (signal.aborted) endGroup(child.pid, env, 'SIGKILL')
      if (signal.aborted) done(stopped)
      else if (ended) fail(gitError(`git was ended by ${ended}`))
      else done({ code, out: Buffer.concat(chunks.out), err: String(Buffer.concat(chunks.err)) })
    })
    // git may end before it has read everything
    child.stdin.on('error', () => {})
    child.stdin.end(input)
  })

const isWindows = (): boolean => platform() === 'win32'

/** Ends a process with all that it has started: `git-remote-http` and ssh would wait for an answer for ever. */
function endGroup(pid: number | undefined, env: Program['env'], signal: 'SIGTERM' | 'SIGKILL'): void {
  if (pid === undefined) return
  if (!isWindows()) {
    // it may be gone
    succeeds(() => kill(-pid, signal))
    return
  }
  const system = Object.entries(env).find(([name]) => name.toUpperCase() === 'SYSTEMROOT')?.[1]
  if (system === undefined) succeeds(() => kill(pid, signal))
  else spawn(join(system, 'System32', 'taskkill.exe'), ['/pid', `${pid}`, '/t', '/f'], { windowsHide: true })
}

/** The variable that keeps ssh from asking for a password; none where the user has another program for it. */
function silentSsh(
  { GIT_SSH, GIT_SSH_COMMAND }: Record<string, string | undefined>,
  configured: Buffer,
): object {
  const command = GIT_SSH_COMMAND || configured.toString().trim() || (GIT_SSH ? '' : 'ssh')
  const isSsh = /(^|[/\\])ssh(\.exe)?["']?(\s|$)/.test(command)
  return isSsh ? { GIT_SSH_COMMAND: `${command} -o BatchMode=yes -o ConnectTimeout=15` } : {}
}

const missing = (): UserError =>
  new UserError(
    'git is not installed, and sync works through it.',
    'Install it: https://git-scm.com/downloads.',
  )

const reasons: readonly [message: RegExp, what: (remote: string) => string, hint: string][] = [
  [
    /dubious ownership/i,
    (remote) => `${remote} belongs to another user, so git does not trust it.`,
    'If you do, run git config --global --add safe.directory with its path, and sync again.',
  ],
  [
    /hash algorithm|mismatched algorithms/i,
    (remote) => `${remote} uses another hash than SHA-1 for its objects.`,
    'Make an empty one with "git init --bare --object-format=sha1", and give its address with --remote.',
  ],
  [
    /(?<![\w.])\.\/objects\//,
    (remote) => `${remote} is damaged.`,
    'Make an empty one, and give its address with --remote: everything in it is on your machines.',
  ],
  [
    /\.lock'?: File exists/i,
    (remote) => `${remote} is locked by a git that may have crashed.`,
    'If no other machine is syncing, delete the file main.lock in its folder refs/heads; nothing is lost.',
  ],
  [
    /terminal prompts disabled|could not read (Username|Password)|Permission denied|Authentication failed|Host key verification|publickey|error: 40[13]/i,
    (remote) => `${remote} needs credentials that git does not have.`,
    'Give git a credential helper, or ssh an agent: once "git ls-remote" of it asks nothing, sync will work.',
  ],
  [
    /Could not resolve|resolve hostname|unreachable|timed? ?out|Connection (refused|reset|closed)|No route to host|Failed to connect|Couldn't connect|Temporary failure/i,
    (remote) => `${remote} cannot be reached.`,
    'Nothing is lost: sync again when you are online.',
  ],
  [
    /not found|does not appear to be a git repo|does not exist|No such file|not a git repository/i,
    (remote) => `There is no git repository at ${remote}.`,
    'Make an empty one for greenroom alone, for example with "git init --bare", and give its address with --remote.',
  ],
  [
    /remote rejected|pre-receive|protected branch|read.only|unpacker error|insufficient permission|unable to (write|create)|No space left/i,
    (remote) => `${remote} does not accept what is sent.`,
    'Make sure that it is a bare repository with space left, whose branch main you may write to; nothing is lost.',
  ],
]

/** What git could not do with a remote, as one sentence on what and one on what to do. */
export function remoteError({ code, err }: GitResult, address: string): UserError {
  const remote = withoutSecrets(address)
  if (code === null) {
    return new UserError(`${remote} did not answer in time.`, 'Nothing is lost: sync again later.')
  }
  const [, what, hint] = reasons.find(([message]) => message.test(err)) ?? []
  if (what && hint) return new UserError(what(remote), hint)
  return gitError(`git could not sync with ${remote}: ${reasonIn(err) ?? `exit code ${code}`}`)
}

/** The line of git's messages that says why it failed; null if there is none. */
export function reasonIn(err: string): string | null {
  const lines = err.split('\n').filter((line) => line.trim() !== '')
  return lines.find((line) => /^(remote: )?(fatal|error): /.test(line)) ?? lines.at(-1) ?? null
}

/** A failure of git for which there is no better sentence. */
export const gitError = (what: string): UserError =>
  new UserError(
    withoutSecrets(what)
      .trim()
      .replace(/[^.!?]$/, '$&.'),
    'Nothing is lost: fix that, and sync again.',
  )
