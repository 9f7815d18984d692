import type { Question } from '../bank/model.ts'
import type { Shell } from '../ports.ts'
import { pick } from '../progress/picks.ts'
import { progressOf } from '../progress/progress.ts'
import { isReady, readyDay } from '../progress/ready.ts'
import { type HomeView, home } from '../screens/home.ts'
import { dateOf } from '../text/dates.ts'
import { count } from '../text/words.ts'
import { wrap } from '../text/wrap.ts'
import { chosenContents } from './banks.ts'
import { choose } from './choose.ts'
import type { Context } from './context.ts'
import type { CommonOptions } from './options.ts'
import { leftOverLines, nameOf, type Plan, picksOf, planOf, reasonOf, wholeMinutes } from './plan.ts'
import { type Selection, select, selectThese } from './selection.ts'

/** Shows where the user stands and what today brings; gives what to rehearse, null where the user would rather quit. */
export async function fromHomeScreen(
  options: CommonOptions,
  context: Context,
  shell: Shell,
): Promise<Selection | null> {
  const plan = options.bank === undefined ? await planOf(context) : null
  const selection =
    plan === null
      ? await select('drill', [], options, context)
      : await selectThese(questionsFor(plan, context), options, context)
  if (context.progress.attempts === 0 && plan === null) return selection
  return (await showHome(selection, plan, options, context, shell)) ? selection : null
}

/** Today's questions of the plan; where all are done, as many as a drill has, ahead of schedule. */
const questionsFor = (plan: Plan, context: Context): Question[] =>
  picksOf(plan, context)
    .slice(0, plan.today.length || context.settings.count)
    .map(({ question }) => question)

/** On the day of the interview nothing is scored any more: there is only the page for the morning. */
export async function offerSheet(options: CommonOptions, context: Context, shell: Shell): Promise<void> {
  const plan = await planOf(context)
  const view = { ...(await whereTheyStand(plan, options, context)), picks: [], leftOver: [] }
  shell.print(home(view, context.env.size().columns, context.style))
  const isWanted = await choose(shell, {
    prompt: { live: '\nEnter shows it · q quits', plain: '\nEnter shows it, q quits: ' },
    keys: { enter: true, q: false },
    atEnd: false,
    reminder: 'Press Enter to see it, or type q to quit.\n',
  })
  if (!isWanted) return
  const { sheetFor } = await import('./morning-sheet.ts')
  shell.print(`\n${await sheetFor(options.bank === undefined ? plan : null, options, context)}`)
}

/** Where the user stands: over the questions of the plan, else of the chosen bank. */
async function whereTheyStand(
  plan: Plan | null,
  options: CommonOptions,
  context: Context,
): Promise<Pick<HomeView, 'interview' | 'ready' | 'stories' | 'total' | 'change'>> {
  const { progress, today } = context
  const questions =
    plan === null ? (await chosenContents(options, context)).questions : [...plan.questions.values()]
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

const help =
  'Enter asks the questions above, one after the other. Others: q, then drill with their numbers; list shows all.'

/** Shows the home screen; says whether to go on. In plain mode there is nothing to wait for. */
async function showHome(
  { questions }: Selection,
  plan: Plan | null,
  options: CommonOptions,
  context: Context,
  shell: Shell,
): Promise<boolean> {
  const { columns } = context.env.size()
  const isToday = plan === null || plan.today.length > 0
  const rows = questions.map((question) => ({
    number: question.number,
    bank: nameOf(question, context).bank,
    question: question.question,
    reason: whyAsked(question, plan, context),
    minutes: wholeMinutes(question, context),
  }))
  const view: HomeView = {
    ...(await whereTheyStand(plan, options, context)),
    picks: isToday ? rows : [],
    leftOver: plan === null ? [] : leftOverLines(plan, context),
  }
  shell.print(home(view, columns, context.style))
  if (!shell.live) return true
  const starts = isToday ? 'Enter starts' : `Enter asks ${count(rows.length, 'question')} ahead of schedule`
  const prompt = `\n${starts} · q quits · ? help`
  return choose(shell, {
    prompt: { live: prompt, plain: prompt },
    keys: { enter: true, q: false },
    atEnd: false,
    help: `\n${wrap(help, columns)}\n`,
  })
}

function whyAsked(question: Question, plan: Plan | null, { progress, today }: Context): string {
  if (plan !== null) return reasonOf(question.id, plan, { progress })
  return pick([question], progress, { by: 'due', count: 1, day: today, random: null })[0]?.reason ?? ''
}
