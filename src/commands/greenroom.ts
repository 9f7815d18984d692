import type { Question } from '../bank/bank.ts'
import { chosenContents } from '../banks.ts'
import type { Env, Shell } from '../env.ts'
import { bankToSay, leftOverLines, minutesFor, type Plan, picksOf, planOf, reasonOf } from '../planning.ts'
import { drillOf, type Programme, programmeOf, programmeToResume } from '../programme.ts'
import { dateOf, dayOf } from '../progress/day.ts'
import { readyDay } from '../progress/listing.ts'
import { pick } from '../progress/picks.ts'
import { progressOf, type Unfinished } from '../progress/progress.ts'
import { isReady } from '../progress/ready.ts'
import { abandoned, openShell, rehearseOn } from '../rehearse.ts'
import { type Home, home, welcome } from '../render/home.ts'
import { count } from '../render/words.ts'
import { wrap } from '../render/wrap.ts'
import { type CommonOptions, openSession, type Session } from '../session.ts'

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
    const { askWhatCameUp } = await import('../came-up.ts')
    if (!(await askWhatCameUp(interview, session, shell, env))) return null
    return choose(options, await openSession(options, env), shell, env)
  }
  if (interview === today && hasHistory) {
    await offerSheet(options, session, shell, env)
    return null
  }
  const offered = await offer(session, shell, env)
  if (offered !== 'anew') return offered
  const plan = options.bank === undefined ? await planOf(session, env) : null
  if (!hasHistory) shell.print(wrap(welcome, env.size().columns))
  if (!hasHistory && plan === null) return programmeOf('drill', [], options, session, env)
  const programme =
    plan === null
      ? await programmeOf('drill', [], options, session, env)
      : await drillOf(questionsFor(plan, session), options, session, env)
  return (await showHome(programme, plan, options, session, shell, env)) ? programme : null
}

/** Today's questions of the plan; where all are done, as many as a drill has, out of their time. */
const questionsFor = (plan: Plan, session: Session): Question[] =>
  picksOf(plan, session)
    .slice(0, plan.today.length || session.settings.count)
    .map(({ question }) => question)

/** On the day of the interview nothing is scored any more: the page for the morning is all there is to it. */
async function offerSheet(options: CommonOptions, session: Session, shell: Shell, env: Env): Promise<void> {
  const plan = await planOf(session, env)
  const { columns } = env.size()
  shell.print(
    home(
      { ...(await standing(plan, options, session, env)), picks: [], leftOver: [] },
      columns,
      session.style,
    ),
  )
  const reply = await shell.ask(shell.live ? '\nEnter shows it · q quits' : '\nEnter shows it, q quits: ')
  if (reply === null || reply.trim().toLowerCase() === 'q') return
  const { sheetOf } = await import('../sheet.ts')
  shell.print(`\n${await sheetOf(session, options, env)}`)
}

/** Where the user stands: over the questions of the plan, else of the chosen bank. */
async function standing(
  plan: Plan | null,
  options: CommonOptions,
  session: Session,
  env: Env,
): Promise<Pick<Home, 'interview' | 'ready' | 'stories' | 'total' | 'change'>> {
  const { progress, today } = session
  const questions =
    plan === null ? (await chosenContents(session, options, env)).questions : [...plan.questions.values()]
  const day = readyDay(progress, today)
  return {
    interview:
      plan === null ? null : { date: dateOf(plan.terms.interview), daysLeft: plan.terms.interview - today },
    ready: questions.filter(({ id }) => isReady(progressOf(progress, id), day)).length,
    stories: questions.filter(({ id }) => Object.hasOwn(progress.stories, id)).length,
    total: questions.length,
    change: progress.change,
  }
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
  plan: Plan | null,
  options: CommonOptions,
  session: Session,
  shell: Shell,
  env: Env,
): Promise<boolean> {
  const isPlanned = plan === null || plan.today.length > 0
  const rows = programme.questions.map((question) => ({
    number: question.number,
    bank: bankToSay(question, session).bank,
    question: question.question,
    reason: whyAsked(question, plan, session),
    minutes: Math.ceil(minutesFor(question, session)),
  }))
  const view: Home = {
    ...(await standing(plan, options, session, env)),
    picks: isPlanned ? rows : [],
    leftOver: plan === null ? [] : leftOverLines(plan, session, env),
  }
  shell.print(home(view, env.size().columns, session.style))
  const starts = isPlanned ? 'Enter starts' : `Enter asks ${count(rows.length, 'question')} out of its time`
  while (shell.live) {
    const key = await shell.ask(`\n${starts} · q quits · ? help`)
    if (key === 'enter') return true
    if (key === 'q') return false
    if (key === '?') shell.print(`\n${wrap(homeHelp, env.size().columns)}\n`)
  }
  return true
}

function whyAsked(question: Question, plan: Plan | null, { progress, today }: Session): string {
  if (plan !== null) return reasonOf(question.id, plan, { progress })
  return pick([question], progress, { by: 'due', count: 1, day: today, random: null })[0]?.reason ?? ''
}
