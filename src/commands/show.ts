import type { Command } from 'commander'
import { chosenContents, contentsOf } from '../app/banks.ts'
import { comingBack } from '../app/coming-back.ts'
import { openContext } from '../app/context.ts'
import { adviceOn, attemptsOf, practicesOf, transcriptsOf, unscoredOf } from '../app/history.ts'
import type { CommonOptions } from '../app/options.ts'
import { nameIn, questionNamed } from '../app/questions.ts'
import { bankSlugOf } from '../bank/ids.ts'
import type { Env } from '../ports.ts'
import { practicesAbout } from '../progress/practice.ts'
import { landedOf, writtenFor } from '../progress/progress.ts'
import { readyDayOf } from '../progress/ready.ts'
import { statusOf } from '../progress/status.ts'
import { json } from '../screens/json.ts'
import { dataIn } from '../screens/layout.ts'
import { show as draw } from '../screens/show.ts'

export function define(command: Command, env: Env): void {
  command
    .argument('<question...>', 'its id, its number or some of its words')
    .action((words: string[]) => show(words.join(' '), command.optsWithGlobals(), env))
}

/** One question, with everything that is known about it. */
export async function show(name: string, options: CommonOptions, env: Env): Promise<void> {
  const context = await openContext(options, env)
  const { progress, style, today } = context
  const chosen = await chosenContents(options, context)
  const question = await questionNamed(name, chosen, context)
  const bank = (await contentsOf(bankSlugOf(question.id), context)) ?? chosen
  const back = (await comingBack(context))(question.id)
  const moment = { ...context, readyDay: readyDayOf(progress, today)(question) }
  const listing = statusOf(question, bank, progress, moment, back)
  const story = writtenFor(progress, question.id)
  const landed = landedOf(progress, question.id)
  const attempts = attemptsOf(context).filter((attempt) => attempt.question === question.id)
  const transcripts = transcriptsOf(context)
  const unscored = unscoredOf(context).filter((draft) => draft.question === question.id)
  const practices = practicesAbout(practicesOf(context), (id) => id === question.id)
  const advice = adviceOn(question.id, context)
  if (options.json === true) {
    const { answer, keyPoints, followUps, budgetMs, shape, alsoAskedAs, weakAnswer, competencies } = question
    const history = attempts.map(({ v: _v, type: _type, question: _question, ...attempt }) => ({
      ...attempt,
      transcript: transcripts.get(attempt.id) ?? null,
    }))
    env.data(
      json({
        ...listing,
        answer,
        keyPoints,
        followUps,
        alsoAskedAs,
        weakAnswer,
        competencies,
        shape,
        budgetMs,
        story,
        landed: landed && { landed: landed.landed, interview: landed.interview },
        history,
        coach: advice.map(({ at, of, text }) => ({ at, of, text })),
        unscored: unscored.map(({ at, text }) => ({ at, text })),
        practice: practices.map(({ v: _v, type: _type, id: _id, ...practice }) => practice),
      }),
    )
    return
  }
  const dueIn = typeof back === 'number' ? back - today : back
  env.out(
    draw(
      dataIn(style, {
        question,
        bank,
        story,
        storyCommand: `${env.program} story ${nameIn(question, context.settings)}`,
        landed,
        attempts,
        transcripts,
        unscored,
        practices,
        advice,
        dueIn,
        ready: listing.ready,
      }),
      env.size().columns,
      style,
    ),
  )
  const last = attempts.findLast(({ voice }) => voice !== undefined)
  if (context.plain || last === undefined) return
  const { offerToListen } = await import('../app/listen.ts')
  await offerToListen(last.id, context)
}
