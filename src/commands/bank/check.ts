import type { CommonOptions } from '../../app/options.ts'
import { styleFor } from '../../app/style.ts'
import { divide } from '../../bank/context.ts'
import { accountOfFiles } from '../../import/account/account.ts'
import { readEach, stem, together } from '../../import/files.ts'
import type { BankSource, Env } from '../../ports.ts'
import { json } from '../../screens/json.ts'
import { isSlug, slugOf } from '../../text/slug.ts'
import { type Found, found, refuseErrors } from './found.ts'

/** So many questions are shown. */
const firstMany = 20

/** Shows what a source holds, what of it was not taken, and what is wrong with it; exit code 1 where there are errors. */
export async function check(place: string, options: CommonOptions, env: Env): Promise<void> {
  const source = await sourceOf(place, options, env)
  const title = stem(source.name)
  const named = { slug: slugOf(title) || 'bank', title }
  const reads = readEach(source.files, named)
  const bank = together(reads, named)
  const skipped = accountOfFiles(reads)
  if (options.json === true) {
    env.data(json(asJson(place, { bank, reads, skipped })))
  } else {
    // the settings are in the home, which is not read here: the flag and the environment decide
    const style = await styleFor(options, { ascii: false, plain: false }, env)
    const { facts, questions, problems } = found(bank.title, place, { bank, reads, skipped }, { env, style })
    env.data(facts + questions(firstMany) + problems)
  }
  refuseErrors(place, bank.warnings)
}

/** A source by its place; where nothing is there, that of the bank which was added under this name. */
async function sourceOf(place: string, options: CommonOptions, env: Env): Promise<BankSource> {
  try {
    return await env.source(place)
  } catch (error) {
    if (!isSlug(place)) throw error
    const { openContext } = await import('../../app/context.ts')
    const source = (await openContext(options, env)).store.bankCopy(place)?.source
    if (source === undefined || source === '-') throw error
    return env.source(source)
  }
}

/** A source as `bank check --json` prints it. `columns` is there for a table. */
function asJson(place: string, { bank, reads, skipped }: Found) {
  const files = reads.length === 1 ? [] : reads.flatMap(({ name, bank }) => bank.questions.map(() => name))
  const questions = bank.questions.map(({ shape, ...question }, index) => {
    const { question: asked, context } = divide(question.question)
    const file = files[index]
    return {
      ...question,
      ...(shape !== null && { shape }),
      ...(file !== undefined && { file }),
      question: asked,
      ...(context !== null && { context }),
    }
  })
  const columns = reads.length === 1 ? reads[0]?.columns : undefined
  return { source: place, ...bank, questions, skipped, ...(columns && { columns }) }
}
