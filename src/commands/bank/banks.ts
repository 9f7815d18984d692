import { bankNamed, slugsOf } from '../../app/banks.ts'
import { type Context, openContext } from '../../app/context.ts'
import type { CommonOptions } from '../../app/options.ts'
import { isShipped } from '../../app/shipped.ts'
import { type Env, UserError } from '../../ports.ts'
import { roundsAhead } from '../../progress/rounds.ts'
import { type BankListing, bankList } from '../../screens/banks.ts'
import { json } from '../../screens/json.ts'
import { dateOf } from '../../text/dates.ts'
import { nearest } from '../../text/nearest.ts'
import { safeLine } from '../../text/safe.ts'
import { holdsSecret, withoutSecrets } from '../../text/secrets.ts'
import { shellWord } from '../../text/shell-word.ts'
import { listed } from '../../text/words.ts'

export async function list(options: CommonOptions, env: Env): Promise<void> {
  const context = await openContext(options, env)
  const rows: BankListing[] = []
  for (const slug of slugsOf(context)) rows.push(await statusOf(slug, context))
  for (const [slug, source] of Object.entries(context.progress.banks)) {
    if (rows.some((row) => row.slug === slug)) continue
    const chosen = context.settings.bank === slug
    const shown = withoutSecrets(source)
    rows.push({ slug, title: null, questions: 0, answered: 0, source: shown, chosen, state: 'elsewhere' })
  }
  if (options.json === true) env.data(json(rows))
  else env.data(bankList(rows, env.size().columns, context.style))
}

async function statusOf(slug: string, context: Context): Promise<BankListing> {
  const bank = await bankNamed(slug, context)
  const ships = isShipped(slug, context)
  const copy = ships ? null : context.store.bankCopy(slug)
  const isLost = copy === null && !context.store.bankSlugs().includes(slug)
  const source = copy?.source ?? context.progress.banks[slug] ?? null
  const isHere = copy?.stamp == null || (await context.env.stamp(copy.source)) !== null
  return {
    slug,
    title: bank?.title ?? null,
    questions: bank?.questions.length ?? 0,
    answered: bank?.questions.filter(({ answer }) => answer !== null).length ?? 0,
    source: source && withoutSecrets(source),
    chosen: context.settings.bank === slug,
    state: ships ? 'shipped' : copy !== null ? (isHere ? 'source' : 'copy') : isLost ? 'elsewhere' : 'newer',
  }
}

export async function use(slug: string, options: CommonOptions, env: Env): Promise<void> {
  const context = await openContext(options, env)
  existing(slug, slugsOf(context), env)
  context.store.prepare()
  context.store.append({ type: 'set', key: 'bank', value: slug })
  await context.store.save()
  env.err(`Now using ${slug}.\n`)
  const rounds = roundsAhead(context.progress, context.today)
  const unnamed = rounds.find(({ name }) => name === null)
  // where nobody said which banks it is for, the one in use is meant
  if (unnamed === undefined || context.progress.plan === null) return
  if (rounds.some(({ banks }) => banks.includes(slug))) return
  const both = [...unnamed.banks, slug].join(',')
  env.err(
    `Your plan still covers ${listed(unnamed.banks)}; ${env.program} plan --date ${dateOf(unnamed.day)} --bank ${both} makes one with ${slug} too.\n`,
  )
}

export async function remove(slug: string, options: CommonOptions, env: Env): Promise<void> {
  const context = await openContext(options, env)
  const { store, progress, settings } = context
  const copy = store.bankCopy(existing(slug, [...slugsOf(context), ...Object.keys(progress.banks)], env))
  if (isShipped(slug, context)) {
    throw new UserError(
      `The bank ${slug} comes with greenroom and cannot be removed.`,
      `Use another one with ${env.program} bank use SLUG.`,
    )
  }
  store.prepare()
  const source = copy?.source ?? progress.banks[slug] ?? ''
  store.append({ type: 'bank', slug, source, state: 'removed' })
  if (settings.bank === slug) store.append({ type: 'set', key: 'bank', value: null })
  const kept = store.dropBank(slug)
  await store.save()
  const isGone =
    source === '-' || holdsSecret(source) || (!/^https?:/i.test(source) && !(await env.stamp(source)))
  const place = isGone && kept !== null ? kept : source
  env.err(
    `Removed ${slug}. Its history is kept; add it again with ${env.program} bank add ${shellWord(safeLine(place))} --as ${slug}.\n`,
  )
}

function existing(slug: string, slugs: readonly string[], env: Env): string {
  if (slugs.includes(slug)) return slug
  const near = nearest(slug, slugs)
  throw new UserError(
    `There is no bank "${safeLine(slug)}".`,
    `${near === null ? '' : `Did you mean ${near}? `}All banks: ${env.program} bank list.`,
  )
}
