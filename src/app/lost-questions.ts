import type { Bank } from '../bank/model.ts'
import type { BankCopy } from '../ports.ts'
import { plainText } from '../text/plain-text.ts'
import { safeLine } from '../text/safe.ts'
import { withoutSecrets } from '../text/secrets.ts'
import { shellWord } from '../text/shell-word.ts'
import { count } from '../text/words.ts'
import type { Context } from './context.ts'

/**
 * How many questions of a bank are not in what was read of it now, in a sentence; null where all are. Where these are half of
 * them, the bank is kept as it was: it may be the wrong file.
 */
export function whatIsGone(
  copy: BankCopy,
  now: Bank,
  source: string,
  { env, store }: Context,
): string | null {
  const left = new Set(now.questions.map(({ id }) => id))
  const toAsk = new Set(now.toAsk)
  const before = copy.bank.questions.length
  const gone = copy.bank.questions.filter(
    ({ id, question }) => !left.has(id) && !toAsk.has(plainText(question)),
  ).length
  if (gone === 0) return null
  const kept = gone * 2 < before ? null : store.keepFormerBank(copy)
  const where = source === '-' ? 'what was read' : safeLine(withoutSecrets(source))
  const back =
    kept === null
      ? ''
      : ` ${env.program} bank add ${shellWord(kept)} --as ${now.slug} brings the bank back as it was.`
  return `${gone} of the ${count(before, 'question')} of the bank ${now.slug} ${gone === 1 ? 'is' : 'are'} not in ${where} any more. What you did with them is kept.${back}`
}
