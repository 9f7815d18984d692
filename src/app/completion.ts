import type { OwnKind, Place } from '../help/complete.ts'
import type { Env } from '../ports.ts'
import { openRounds, roundName } from '../progress/rounds.ts'
import { dateOf } from '../text/dates.ts'
import { plainText } from '../text/plain-text.ts'
import { chosenBank, slugsOf } from './banks.ts'
import { type Context, openContext } from './context.ts'
import { isShipped } from './shipped.ts'

type Values = [value: string, does: string][]

/** What the user's data has of a kind. Throws UserError where it cannot be read. */
export const valuesFor = async (kind: OwnKind, place: Place, env: Env): Promise<Values> =>
  finders[kind](place, env)

const finders: Record<OwnKind, (place: Place, env: Env) => Promise<Values>> = {
  slug: banks,
  '--bank slug': banks,
  question: questions,
  '--topic text': async (place, env) => {
    const { questions } = await bankOf(place, env)
    return distinct(questions.map(({ section }) => section ?? ''))
  },
  '--competency name': async (place, env) => {
    const { questions } = await bankOf(place, env)
    return distinct(questions.flatMap(({ competencies = [] }) => competencies))
  },
  '--like question': stories,
  '--round name': async (place, env) => {
    const { progress } = await opened(place, env)
    return openRounds(progress).map((round) => [roundName(round), dateOf(round.day)])
  },
}

const opened = ({ flags: { home } }: Place, env: Env): Promise<Context> =>
  openContext(home === undefined ? {} : { home }, env)

/** As it was read last: what is to be said of its source now, a shell would not show. */
async function bankOf(place: Place, env: Env) {
  const context = await opened(place, env)
  const slug = place.flags.bank ?? context.settings.bank
  const copy = isShipped(slug, context) ? null : context.store.bankCopy(slug)
  return copy?.bank ?? chosenBank({ bank: slug }, context)
}

async function banks(place: Place, env: Env): Promise<Values> {
  const context = await opened(place, env)
  return slugsOf(context).map((slug) => [slug, slug === context.settings.bank ? 'in use' : ''])
}

/** Numbers, or, once something else was typed, ids: with and without the bank's slug. */
async function questions(place: Place, env: Env): Promise<Values> {
  const { slug, questions } = await bankOf(place, env)
  return questions.flatMap(({ id, number, question }): Values => {
    const names = /^\d*$/.test(place.typed) ? [String(number)] : [id.slice(slug.length + 1), id]
    return names.map((name) => [name, plainText(question)])
  })
}

async function stories(place: Place, env: Env): Promise<Values> {
  const { storiesOf } = await import('./stories.ts')
  const { bank } = place.flags
  const { stories } = await storiesOf(bank === undefined ? {} : { bank }, await opened(place, env))
  return distinct(stories.map(({ name }) => name))
}

const distinct = (names: readonly string[]): Values =>
  [...new Set(names)].filter((name) => name !== '').map((name) => [name, ''])
