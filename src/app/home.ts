import type { Listed, Question } from '../bank/model.ts'
import type { Shell } from '../ports.ts'
import { type Picked, pick } from '../progress/picks.ts'
import { progressOf } from '../progress/progress.ts'
import { isReady, readyDayOf } from '../progress/ready.ts'
import { type HomeView, home } from '../screens/home.ts'
import { dataIn, separator } from '../screens/layout.ts'
import { dateOf } from '../text/dates.ts'
import { count } from '../text/words.ts'
import { wrap } from '../text/wrap.ts'
import { chosenContents } from './banks.ts'
import { choose } from './choose.ts'
import type { Context } from './context.ts'
import type { CommonOptions } from './options.ts'
import {
  leftOverLines,
  nameOf,
  type Plan,
  picksOf,
  planFor,
  planOf,
  roundIn,
  todaysPicks,
  wholeMinutes,
} from './plan.ts'
import { type Selection, select, selectThese } from './selection.ts'

/** Shows where the user stands and what today brings; gives what to rehearse, null where the user would rather quit. */
export async function fromHomeScreen(
  options: CommonOptions,
  context: Context,
  shell: Shell,
): Promise<Selection | null> {
  const plan = await planFor(options.bank, context)
  if (plan === null) {
    const selection = await select('drill', [], options, context)
    if (context.progress.attempts === 0) return selection
    const picks = selection.questions.map((question) => ({ question, reason: whyAsked(question, context) }))
    return (await showHome(picks, true, plan, options, context, shell)) ? selection : null
  }
  const todays = todaysPicks(plan, context, options.bank)
  // where all are done, as many as a drill has, ahead of schedule
  const isToday = todays.length > 0
  const picks = isToday ? todays : picksOf(plan, context, options.bank).slice(0, context.settings.count)
  if (!(await showHome(picks, isToday, plan, options, context, shell))) return null
  return selectThese(
    picks.map(({ question }) => question),
    options,
    context,
  )
}

/** On the day of the interview nothing is scored any more: there is only the page for the morning. */
export async function offerSheet(options: CommonOptions, context: Context, shell: Shell): Promise<void> {
  const plan = await planOf(context)
  const view = { ...(await whereTheyStand(plan, options, context)), picks: [], hasPage: true, leftOver: [] }
  shell.print(home(dataIn(context.style, view), context.env.size().columns, context.style))
  const isWanted = await choose(shell, {
    prompt: {
      live: `\nEnter shows it${separator(context.style)}q quits`,
      plain: '\nEnter shows it, q quits: ',
    },
    keys: { enter: true, q: false },
    atEnd: false,
    reminder: 'Press Enter to see it, or type q to quit.\n',
  })
  if (!isWanted) return
  const { sheetFor, showSheet } = await import('./morning-sheet.ts')
  const sheet = await sheetFor(options.bank === undefined ? plan : null, options, context)
  shell.print('\n')
  await showSheet(sheet, shell, context)
}

/** Where the user stands: over the questions of the plan, else of the chosen bank. */
async function whereTheyStand(
  plan: Plan | null,
  options: CommonOptions,
  context: Context,
): Promise<Pick<HomeView, 'rounds' | 'ready' | 'stories' | 'total' | 'change'>> {
  const { progress, today } = context
  const chosen = plan === null ? await chosenContents(options, context) : null
  const questions = plan === null ? (chosen?.questions ?? []) : [...plan.questions.values()]
  const banks = plan === null ? [chosen?.slug] : plan.rounds.flatMap(({ round }) => round.banks)
  const dayFor = readyDayOf(progress, today)
  const readyOf = (all: readonly Listed[], dayOf = dayFor): number =>
    all.filter((question) => isReady(progressOf(progress, question.id), dayOf(question))).length
  return {
    rounds: (plan?.rounds ?? []).map(({ round, interview, covers }) => {
      const own = questions.filter(({ id }) => covers === null || covers.has(id))
      return {
        name: round.name,
        date: dateOf(interview),
        daysLeft: interview - today,
        ready: readyOf(own, () => interview),
        total: own.length,
      }
    }),
    ready: readyOf(questions),
    stories: questions.filter(({ id }) => Object.hasOwn(progress.stories, id)).length,
    total: questions.length,
    change: progress.changes.findLast(([bank]) => banks.includes(bank))?.[1] ?? null,
  }
}

const help =
  'Enter asks the questions above, one after the other. Others: q, then drill with their numbers; list shows all.'

/** Shows the home screen; says whether to go on. In plain mode there is nothing to wait for. */
async function showHome(
  picks: readonly Picked[],
  isToday: boolean,
  plan: Plan | null,
  options: CommonOptions,
  context: Context,
  shell: Shell,
): Promise<boolean> {
  const { columns, rows } = context.env.size()
  const today = picks.map(({ question, reason }) => ({
    number: question.number,
    bank: nameOf(question, context).bank,
    question: question.question,
    reason,
    minutes: wholeMinutes(question, context),
    ...roundIn(question.id, plan, context),
  }))
  const view: HomeView = {
    ...(await whereTheyStand(plan, options, context)),
    picks: isToday ? today : [],
    hasPage: context.progress.attempts > 0,
    leftOver: plan === null ? [] : leftOverLines(plan, context),
  }
  // the command above it and the prompt below it stay on the screen
  const room = shell.live ? rows - 3 : Number.POSITIVE_INFINITY
  shell.print(home(dataIn(context.style, view), columns, context.style, room))
  if (!shell.live) return true
  // on the day there is no schedule any more
  const ahead = view.rounds[0]?.daysLeft === 0 ? '' : ' ahead of schedule'
  const starts = isToday ? 'Enter starts' : `Enter asks ${count(today.length, 'question')}${ahead}`
  const prompt = `\n${[starts, 'q quits', '? help'].join(separator(context.style))}`
  return choose(shell, {
    prompt: { live: prompt, plain: prompt },
    keys: { enter: true, q: false },
    atEnd: false,
    help: `\n${wrap(help, columns)}\n`,
  })
}

function whyAsked(question: Question, { progress, today }: Context): string {
  return pick([question], progress, { by: 'due', count: 1, day: today, random: null })[0]?.reason ?? ''
}
