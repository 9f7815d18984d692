import type { Bank } from '../bank/model.ts'
import type { BankCopy } from '../ports.ts'
import { shellWord } from '../text/shell-word.ts'
import { count } from '../text/words.ts'
import type { Context } from './context.ts'

/** Says how many questions a source has lost. Where that is half of them, the bank is kept as it was: it may be the wrong file. */
export function tellWhatIsGone(copy: BankCopy, { slug, questions }: Bank, { env, store }: Context): void {
  const left = new Set(questions.map(({ id }) => id))
  const before = copy.bank.questions.length
  const gone = copy.bank.questions.filter(({ id }) => !left.has(id)).length
  if (gone === 0) return
  const kept = gone * 2 < before ? null : store.keepFormerBank(copy)
  const back =
    kept === null
      ? ''
      : ` ${env.program} bank add ${shellWord(kept)} --as ${slug} brings the bank back as it was.`
  env.tell([
    `${copy.source} has lost ${gone} of the ${count(before, 'question')} of the bank ${slug}. What you did with them is kept.${back}`,
  ])
}
