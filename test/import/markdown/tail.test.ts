import { expect, test } from 'vitest'
import { asked, both } from '../asked.ts'

const text = '**How do you plan?**\n\nBackwards.\n\n**Who decides?**\n\nOne of us.\n\n'

test.each([
  ['a name', 'Best,\nAna\n'],
  ['a name on the same line', 'Viele Grüße, Ana\n'],
  ['a name, a role and a number', 'Kind regards\nAna Lee\nHead of Things\n+49 30 1234567\n'],
  ['what a page says about itself', '*Last updated: May 2024. © Ana Lee*\n'],
  ['links to more', '> More on my blog: [Plans](https://example.org)\n'],
  ['several of these', 'Thanks,\nAna\n\nSent from my phone\n'],
  ['who made a page', 'Made with ❤️ by Ana Lee\n'],
  ['what made a page', 'Created with OneNote.\n'],
  ['what made it, with a link', 'Built with [Docs](https://example.org).\n'],
  ['what made it below a rule', '---\n\nBuilt with Docs and Go\n'],
  ['a plea for a star', 'If you found this useful, please star the repository!\n'],
  ['where to follow', 'Follow me on Twitter: @ana\n'],
  ['a licence', 'Licensed under the MIT License.\n'],
  ['the day of a post', 'Originally published on May 3rd, 2024\n'],
])('%s at the end is no part of the last answer', (_, end) => {
  expect(asked(text + end)).toEqual(both)
})

test('below the only rule in any answer a text closes', () => {
  const first = '**Why here?**\n\nFor the view.\n\n'
  expect(asked(`${first}${text}---\n\nWrite to me about all this.\n`).slice(1)).toEqual(both)
  expect(asked(`**Why?**\n\nSo.\n\n---\n\nOr so.\n\n${text}---\n\nOr two.\n`).at(-1)?.[1]).toBe(
    'One of us.\n\n---\n\nOr two.',
  )
})

test.each([
  'Result: it was fast, and I got the prize.',
  '**Tip:** measure first.\n\nThen cut.',
  'The links that we had were slow: [one](https://example.org) of them took a minute.',
  'Result: it was fast.\n\n---\n\nLearned: ask early.',
  'These answers went into our plan.',
])('an answer may have its only rule above %j', (below) => {
  const answer = `Situation: the shop was slow.\n\n---\n\n${below}`
  expect(asked(`${text}**What went well?**\n\n${answer}\n`).at(-1)?.[1]).toBe(answer)
  expect(asked(`${text}**What went well?**\n\n${answer}\n\n---\n\n© 2024 Ana\n`).at(-1)?.[1]).toBe(answer)
})

test.each([
  'Good luck!',
  '✅ **Tip:** Practice each answer out loud, and keep it short.',
  '### Quick tips\n\n- Keep each answer short\n- Smile',
  'These questions help you to prepare for an interview.',
  '- [Plans](https://example.org)\n- Weeks: https://example.org/weeks',
  '[Plans](https://example.org) | [Weeks](https://example.org/weeks)',
  'MIT License\n\n© Ana Lee',
  'Built with Docs\n\nFollow us',
])('below a rule a text closes with %j', (below) => {
  const first = '**Why here?**\n\nFor the view.\n\n'
  expect(asked(`${first}${text}---\n\n${below}\n`).slice(1)).toEqual(both)
})

test('many footers below each other are closed in no time', () => {
  expect(asked(`${text}${'© 2024 Ana\n\n'.repeat(20_000)}`)).toEqual(both)
})

test('an answer may end in a few words', () => {
  expect(asked(`${text}I would thank him.\n\nBest of all\n\nwe won.\n`).at(-1)?.[1]).toBe(
    'One of us.\n\nI would thank him.\n\nBest of all\n\nwe won.',
  )
})

test.each([
  'Built with Kafka and Go, it served two million users.',
  'Built with Kafka and Go',
  'Made with great care, it lasted.',
  'Created by two of us in a week, it still runs.',
  'If you found the mistake, you own the fix, I say.',
  'If you liked it, you said so.',
  'Share this with your team before you go on.',
  'Follow me, I said, and they did.',
  'Follow us through a day: first we bake.',
  'Released under pressure, it failed twice.',
  'Released under the MIT license, it got 2,000 stars.',
  'Posted in Berlin for two years, I led five bakers.',
  'Last updated in 2021, the runbook was useless.',
  'Copyright was the first thing that we asked about.',
  'Subscribe to the events first, then read the state.',
  'More than 40 teams use [our oven](https://example.org) today.',
])('an answer may end in %j, or be nothing else', (end) => {
  expect(asked(`${text}${end}\n`).at(-1)?.[1]).toBe(`One of us.\n\n${end}`)
  expect(asked(`**How do you plan?**\n\nBackwards.\n\n**Who decides?**\n\n${end}\n`).at(-1)?.[1]).toBe(end)
})

test('the only paragraph of an answer is kept, whatever it says', () => {
  const end = '© is the sign that I would put there.'
  expect(asked(`**How do you plan?**\n\nBackwards.\n\n**Who signs?**\n\n${end}\n`).at(-1)?.[1]).toBe(end)
})
