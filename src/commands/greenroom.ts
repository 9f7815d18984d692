import { chosenBank } from '../banks.ts'
import type { Env, Shell } from '../env.ts'
import { type Programme, programmeOf, programmeToResume } from '../programme.ts'
import { dayOf } from '../progress/day.ts'
import { listingOf } from '../progress/listing.ts'
import { minutesFor, pick } from '../progress/picks.ts'
import type { Unfinished } from '../progress/progress.ts'
import { abandoned, openShell, rehearseOn } from '../rehearse.ts'
import { home, welcome } from '../render/home.ts'
import { count } from '../render/words.ts'
import { wrap } from '../render/wrap.ts'
import { budgetMsOf, type CommonOptions, openSession, type Session } from '../session.ts'

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
  const offered = await offer(session, shell, env)
  if (offered !== 'anew') return offered
  const programme = await programmeOf('drill', [], options, session, env)
  if (session.progress.attempts > 0) {
    return (await showHome(programme, options, session, shell, env)) ? programme : null
  }
  shell.print(wrap(welcome, env.size().columns))
  return programme
}

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

const homeHelp =
  'Enter asks the questions above, one after the other. Others: q, then drill with their numbers; list shows all.'

/** Whether to go on. */
async function showHome(
  programme: Programme,
  options: CommonOptions,
  session: Session,
  shell: Shell,
  env: Env,
): Promise<boolean> {
  const { progress, settings, style, today } = session
  const bank = await chosenBank(session, options, env)
  const listings = bank.questions.map((question) => listingOf(question, bank, progress, session))
  const { questions } = programme
  const picks = pick(questions, progress, { by: 'due', count: questions.length, day: today, random: null })
  shell.print(
    home(
      {
        ready: listings.filter(({ ready }) => ready).length,
        stories: listings.filter(({ hasStory }) => hasStory).length,
        total: listings.length,
        picks: picks.map(({ question, reason }) => ({
          question: question.question,
          reason,
          minutes: minutesFor({ followUps: [] }, budgetMsOf(question, settings), settings.think),
        })),
        change: progress.change,
      },
      env.size().columns,
      style,
    ),
  )
  while (shell.live) {
    const key = await shell.ask('\nEnter starts · q quits · ? help')
    if (key === 'enter') return true
    if (key === 'q') return false
    if (key === '?') shell.print(`\n${wrap(homeHelp, env.size().columns)}\n`)
  }
  return true
}
