import { describe, expect, test } from 'vitest'
import bank from '../../data/leadership.md'

/** Its key points have to read as things to tick. */
const labels = Object.fromEntries(
  bank.questions.map(({ number, keyPoints }) => [number, keyPoints.map(({ label }) => label)]),
)

describe('the shipped bank', () => {
  test('has seven questions in one section, each with an answer and three follow-ups', () => {
    expect(bank).toMatchObject({ slug: 'leadership', title: 'Leadership', warnings: [] })
    expect(bank.questions).toHaveLength(7)
    for (const question of bank.questions) {
      expect(question.section).toBe('Leadership, Coaching & Team Management')
      expect(question.answer).toBeTruthy()
      expect(question.followUps).toHaveLength(3)
      expect(question.budgetMs).toBe(question.number === 5 ? 120_000 : 90_000)
    }
  })

  test('has ids that stay', () => {
    expect(bank.questions.map(({ id }) => id)).toEqual([
      'leadership/hands-on-vs-leadership',
      'leadership/mentor-engineers',
      'leadership/underperforming-team-members',
      'leadership/platform-vs-features',
      'leadership/push-back-on-stakeholders',
      'leadership/excellence-and-ownership',
      'leadership/assess-technical-debt',
    ])
  })

  test.each([
    [1, ['20/80 split', 'Code Reviews', 'RFCs (Request for Comments)', "Prototyping 'Spikes' for new tech"]],
    [2, ['Pair Programming', 'Design Reviews', 'Career Path']],
    [3, ['Diagnose', 'Clear Expectations', 'Support', 'Action']],
    [
      4,
      [
        "The 'Tax' model",
        'Negotiated with Product',
        '20% platform, 80% features',
        'What the 20% buys',
        "No 'Big Bang Rewrite'",
      ],
    ],
    [5, ['The request', 'Cost vs. Value', 'The question back', 'The outcome', 'The lesson']],
    [6, ['You Build It, You Run It', 'Post-Mortems']],
    [7, ['Cognitive Load', 'Onboarding time', 'Cost of a change', 'Tech Debt Radar', 'Interest Rate']],
  ])('question %i has points that can be ticked', (number, points) => {
    expect(labels[number]).toEqual(points)
  })

  test('has placeholders for its lost amounts, and whole quotation marks', () => {
    const text = bank.questions.map(({ answer }) => answer).join('\n')
    expect(text).toContain('Real-time will cost $X/month in compute.')
    expect(text).toContain('will cost $Y/month. Is the 1-second latency worth $Z/month')
    expect(text).toContain('if I’m in meetings.')
    expect(text).not.toMatch(/â€|Ã/)
  })
})
