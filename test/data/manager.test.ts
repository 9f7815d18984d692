import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import bank from '../../data/manager.md'
import { account } from '../../src/import/account/account.ts'
import { readText } from '../../src/import/read.ts'
import { plainText } from '../../src/text/plain-text.ts'

const { questions } = bank

const wordsIn = (markdown: string): number => plainText(markdown).split(/\s+/).length

/** Items by a name of theirs, in the order in which the names come first. */
function groupedBy<Item>(items: readonly Item[], nameOf: (item: Item) => string | null): [string, Item[]][] {
  const groups = new Map<string, Item[]>()
  for (const item of items) groups.set(nameOf(item) ?? '', [...(groups.get(nameOf(item) ?? '') ?? []), item])
  return [...groups]
}

describe('the bank for managers', () => {
  test('has sixty questions in nine sections, and says that its cases are invented', () => {
    expect(bank).toMatchObject({ slug: 'manager', title: 'Manager', warnings: [] })
    expect(questions).toHaveLength(60)
    expect(groupedBy(questions, ({ section }) => section).map(([name]) => name)).toEqual([
      'Yourself and why here',
      'People and coaching',
      'Hiring and letting go',
      'Conflict and influence',
      'Delivery and trade-offs',
      'Strategy and technical judgement',
      'Stakeholders and money',
      'Failure, feedback and growth',
      'Culture and inclusion',
    ])
    const source = readFileSync('data/manager.md', 'utf8')
    expect(source.slice(0, source.indexOf('\n## '))).toContain('invented')
    expect(account(readText(source, { slug: 'manager', title: 'manager' })).skipped).toMatchObject([
      { reason: 'before-first-question' },
    ])
  })

  test.each(questions.map((question) => [question.id, question] as const))('%s is whole', (_id, question) => {
    const words = wordsIn(question.answer ?? '')
    expect(words).toBeGreaterThanOrEqual(145)
    expect(words).toBeLessThanOrEqual(290)
    // spoken at 145 words a minute it fits the time, with a little to spare for a breath
    expect((words / 145) * 60_000).toBeLessThanOrEqual((question.budgetMs ?? 0) * 1.1)
    expect(question.answer).toMatch(/\d|two|three|four|five|six|seven|nine|ten|eleven/)
    expect(question.answer).toContain('**')
    expect(question.keyPoints.length).toBeGreaterThanOrEqual(4)
    expect(question.keyPoints.length).toBeLessThanOrEqual(6)
    expect(question.alsoAskedAs).toHaveLength(2)
    expect(question.followUps).toHaveLength(3)
    expect(question.weakAnswer).toMatch(/[.!?"]$/)
    expect(question.competencies?.length).toBeGreaterThanOrEqual(2)
    expect(['star', 'none']).toContain(question.shape)
  })

  test('says nothing twice', () => {
    const texts = questions.flatMap(({ question, alsoAskedAs = [], followUps, weakAnswer = '' }) => [
      question,
      ...alsoAskedAs,
      ...followUps,
      weakAnswer,
    ])
    expect(texts.filter((text, at) => texts.indexOf(text) !== at)).toEqual([])
    const openings = questions.map(({ answer }) =>
      plainText(answer ?? '')
        .split(' ')
        .slice(0, 3)
        .join(' '),
    )
    expect(openings.filter((text, at) => openings.indexOf(text) !== at)).toEqual([])
  })

  test('is described in docs/manager.md', async () => {
    const sections = groupedBy(questions, ({ section }) => section)
    const named = questions.flatMap(({ competencies = [], number }) =>
      competencies.map((name) => ({ name, number })),
    )
    const competencies = groupedBy(named, ({ name }) => name).sort(([a], [b]) => a.localeCompare(b))
    const page = [
      '# The bank for managers',
      '',
      '`greenroom bank use manager`',
      '',
      '| section | questions |',
      '|---|---|',
      ...sections.map(
        ([name, group]) =>
          `| ${name} | ${group.map(({ number, question }) => `${number}. ${question}`).join('<br>')} |`,
      ),
      '',
      '| competency | questions |',
      '|---|---|',
      ...competencies.map(([name, uses]) => `| ${name} | ${uses.map(({ number }) => number).join(', ')} |`),
      '',
    ].join('\n')
    await expect(page).toMatchFileSnapshot('../../docs/manager.md')
  })
})
