import type { Question } from '../bank/model.ts'
import type { Env, Shell } from '../ports.ts'
import { pick } from '../progress/picks.ts'
import { progressOf } from '../progress/progress.ts'
import { isReady, readyDay } from '../progress/ready.ts'
import { type HomeView, home } from '../screens/home.ts'
import { dateOf } from '../text/dates.ts'
import { count } from '../text/words.ts'
import { wrap } from '../text/wrap.ts'
import { chosenContents } from './banks.ts'
import type { Session } from './context.ts'
import type { CommonOptions } from './options.ts'
import { bankToSay, leftOverLines, minutesFor, type Plan, picksOf, planOf, reasonOf } from './plan.ts'
import { drillOf, type Programme, programmeOf } from './selection.ts'

/** Shows where the user stands and what today brings; gives what to rehearse, null where the user would rather not. */
export async function fromHomeScreen(
  options: CommonOptions,
  session: Session,
  shell: Shell,
  env: Env,
): Promise<Programme | null> {
  const plan = options.bank === undefined ? await planOf(session, env) : null
  const programme =
    plan === null
      ? await programmeOf('drill', [], options, session, env)
      : await drillOf(questionsFor(plan, session), options, session, env)
  const isFirst = session.progress.attempts === 0 && plan === null
  return isFirst || (await showHome(programme, plan, options, session, shell, env)) ? programme : null
}

/** Today's questions of the plan; where all are done, as many as a drill has, out of their time. */
const questionsFor = (plan: Plan, session: Session): Question[] =>
  picksOf(plan, session)
    .slice(0, plan.today.length || session.settings.count)
    .map(({ question }) => question)

/** On the day of the interview nothing is scored any more: the page for the morning is all there is to it. */
export async function offerSheet(
  options: CommonOptions,
  session: Session,
  shell: Shell,
  env: Env,
): Promise<void> {
  const plan = await planOf(session, env)
  const { columns } = env.size()
  shell.print(
    home(
      { ...(await whereTheyStand(plan, options, session, env)), picks: [], leftOver: [] },
      columns,
      session.style,
    ),
  )
  const reply = await shell.ask(shell.live ? '\nEnter shows it · q quits' : '\nEnter shows it, q quits: ')
  if (reply === null || reply.trim().toLowerCase() === 'q') return
  const { sheetOf } = await import('./morning-sheet.ts')
  shell.print(`\n${await sheetOf(session, options, env)}`)
}

/** Where the user stands: over the questions of the plan, else of the chosen bank. */
async function whereTheyStand(
  plan: Plan | null,
  options: CommonOptions,
  session: Session,
  env: Env,
): Promise<Pick<HomeView, 'interview' | 'ready' | 'stories' | 'total' | 'change'>> {
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
  const view: HomeView = {
    ...(await whereTheyStand(plan, options, session, env)),
    picks: isPlanned ? rows : [],
    leftOver: plan === null ? [] : leftOverLines(plan, session, env),
  }
  shell.print(home(view, env.size().columns, session.style))
  const starts = isPlanned ? 'Enter starts' : `Enter asks ${count(rows.length, 'question')} out of its time`
  while (shell.live) {
    const key = await shell.ask(`\n${starts} · q quits · ? help`)
    if (key === 'enter') return true
    if (key === 'q' || key === null) return false
    if (key === '?') shell.print(`\n${wrap(homeHelp, env.size().columns)}\n`)
  }
  return true
}

function whyAsked(question: Question, plan: Plan | null, { progress, today }: Session): string {
  if (plan !== null) return reasonOf(question.id, plan, { progress })
  return pick([question], progress, { by: 'due', count: 1, day: today, random: null })[0]?.reason ?? ''
}
