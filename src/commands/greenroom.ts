import { openSession, type Session } from '../app/context.ts'
import type { CommonOptions } from '../app/options.ts'
import { abandoned, openShell, rehearseOn } from '../app/rehearse.ts'
import { type Programme, programmeOf, programmeToResume } from '../app/selection.ts'
import type { Env, Shell } from '../ports.ts'
import type { Unfinished } from '../progress/progress.ts'
import { dayOf } from '../text/dates.ts'
import { count } from '../text/words.ts'
import { wrap } from '../text/wrap.ts'

/** The bare command: what was left unfinished, else the home screen, else the first question at once. */
export async function greenroom(options: CommonOptions, env: Env): Promise<void> {
  const session = await openSession(options, env)
  const shell = await openShell(session, env)
  try {
    const programme = await choose(options, session, shell, env)
    if (programme !== null) await rehearseOn(programme, options, session, shell, env)
  } finally {
    shell.close()
  }
}

/** What to rehearse; null where the user would rather not. */
async function choose(
  options: CommonOptions,
  session: Session,
  shell: Shell,
  env: Env,
): Promise<Programme | null> {
  const { progress, settings, today } = session
  const interview = settings['plan.date']
  const hasHistory = progress.attempts > 0
  if (interview !== null && interview < today && hasHistory) {
    const { askWhatCameUp } = await import('../app/after-interview.ts')
    if (!(await askWhatCameUp(interview, session, shell, env))) return null
    return choose(options, await openSession(options, env), shell, env)
  }
  if (interview === today && hasHistory) {
    const { offerSheet } = await import('../app/home.ts')
    await offerSheet(options, session, shell, env)
    return null
  }
  const offered = await offer(session, shell, env)
  if (offered !== 'anew') return offered
  if (!hasHistory) shell.print(wrap(welcome, env.size().columns))
  if (!hasHistory && interview === null) return programmeOf('drill', [], options, session, env)
  const { fromHomeScreen } = await import('../app/home.ts')
  return fromHomeScreen(options, session, shell, env)
}

/** Said once, to somebody without a history. */
const welcome =
  'Welcome to greenroom. Say each answer out loud, score yourself, then see a model answer. ? is help, q stops.\n'

/** Offers the newest rehearsal of this device and day that was left unfinished. */
async function offer(session: Session, shell: Shell, env: Env): Promise<Programme | 'anew' | null> {
  const { progress, settings, store, today } = session
  const last = abandoned(progress.unfinished, store.device(), env)
    .filter(({ at }) => dayOf(at, settings.dayStart) === today)
    .at(-1)
  const programme = last === undefined ? null : await programmeToResume(last, session, env)
  if (last === undefined || programme === null) return 'anew'
  for (;;) {
    const reply = await shell.ask(invitation(last, shell.live, env))
    switch (reply?.trim().toLowerCase()) {
      case '':
      case 'enter':
        return programme
      case 'n':
        return 'anew'
      case 'q':
      case undefined:
        return null
      case '?':
        shell.print(`${wrap(offerHelp, env.size().columns)}\n`)
        break
      default:
        if (!shell.live) shell.print('Press Enter to resume, or type n to start anew, q to quit.\n')
    }
  }
}

const offerHelp =
  'Enter goes on where you stopped. n leaves it as it is, with everything that you scored, and starts anew.'

function invitation({ mode, done, questions }: Unfinished, live: boolean, env: Env): string {
  const text = `You left a ${mode} unfinished, after ${done.length} of ${count(questions.length, 'question')}.`
  const keys = 'Enter resumes it, n starts anew, q quits, ? help'
  return wrap(live ? `${text}\n${keys}` : `${text} ${keys}: `, env.size().columns)
}
