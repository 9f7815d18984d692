// Texts of a few megabytes in each format that the importer reads, all with the same questions.

const questions = 10_000
const asks = [
  'How would you handle',
  'Why would you change',
  'What do you look for in',
  'When do you speak about',
]
const topics = ['a conflict in the team', 'a late release', 'the roadmap', 'a new hire', 'technical debt']

/** @param {number} n */
const question = (n) => `${asks[n % asks.length]} ${topics[n % topics.length]} in case ${n}?`

/** @param {number} n */
const sentence = (n) =>
  `I start with the facts of case ${n}, and listen to everybody who was there before I decide.`

/** @param {number} n */
const paragraph = (n) => `${sentence(n)} Then I say what happens next, by when, and who does it.`

/** @param {number} n */
const answer = (n) => `${paragraph(n)}\n\n- **Listen** to everybody\n- **Decide** and say it in writing\n`

/** @param {(n: number) => string} of */
const all = (of, between = '\n') => Array.from({ length: questions }, (_, n) => of(n)).join(between)

/** @param {string} text */
const indented = (text) => text.replaceAll(/\n(?=.)/g, '\n   ')

const record = (/** @type {number} */ n) => ({ question: question(n), answer: answer(n) })

/** @type {Record<string, () => string>} */
export const formats = {
  headings: () => `# Interview questions\n\n${all((n) => `## ${n + 1}. ${question(n)}\n\n${answer(n)}`)}`,
  bold: () => `# Interview questions\n\n${all((n) => `**${question(n)}**\n\n${answer(n)}`)}`,
  numbers: () =>
    `# Interview questions\n\n${all((n) => `${n + 1}. ${question(n)}\n\n   ${indented(answer(n))}`)}`,
  details: () =>
    `# Interview questions\n\n${all((n) => `<details><summary>${question(n)}</summary>\n\n${answer(n)}\n</details>\n`)}`,
  'markdown table': () =>
    `| Question | Answer |\n|---|---|\n${all((n) => `| ${question(n)} | ${paragraph(n)} |`)}`,
  'padded table': () =>
    `| Question | Answer |\n|---|---|\n${all((n) => `| ${question(n).padEnd(150)} | ${paragraph(n).padEnd(200)} |`)}`,
  csv: () => `Question,Answer\n${all((n) => `${question(n)},"${answer(n)}"`)}`,
  tsv: () => `Question\tAnswer\n${all((n) => `${question(n)}\t${paragraph(n)}`)}`,
  cards: () => all((n) => `Q: ${question(n)}\nA: ${answer(n)}`),
  obsidian: () => `#flashcards\n\n${all((n) => `${question(n)}::${paragraph(n)}\n`)}`,
  anki: () => `#separator:tab\n${all((n) => `${question(n)}\t${paragraph(n)}`)}`,
  json: () =>
    JSON.stringify(
      Array.from({ length: questions }, (_, n) => record(n)),
      null,
      2,
    ),
  yaml: () =>
    all((n) => `- question: ${question(n)}\n  answer: |\n    ${answer(n).replaceAll('\n', '\n    ')}`),
  html: () =>
    `<html><body><h1>Interview questions</h1>${all((n) => `<h2>${question(n)}</h2>\n<p>${paragraph(n)}</p>\n<ul><li><b>Listen</b> to everybody</li></ul>`)}</body></html>`,
  notebook: () =>
    JSON.stringify(
      {
        nbformat: 4,
        cells: Array.from({ length: questions }, (_, n) => ({
          cell_type: 'markdown',
          source: [`## ${question(n)}\n`, '\n', answer(n)],
        })),
      },
      null,
      1,
    ),
  org: () => `#+TITLE: Interview questions\n\n${all((n) => `* ${question(n)}\n${paragraph(n)}\n`)}`,
  rst: () => all((n) => `${question(n)}\n${'='.repeat(question(n).length)}\n\n${paragraph(n)}\n`),
  'plain list': () => all(question),
  'plain text': () => all((n) => `${question(n)}\n${paragraph(n)}\n`),
  'word list': () => all((n) => `${n + 1}.\t${question(n)}\n\t${paragraph(n)}`),
}

/** How many questions each of them has. */
export const questionsOfEach = questions
