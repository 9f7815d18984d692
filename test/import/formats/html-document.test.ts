import { describe, expect, test } from 'vitest'
import { htmlAsMarkdown } from '../../../src/import/formats/html-document.ts'
import { readBank } from '../../../src/import/read.ts'
import { asked, both, sections } from '../asked.ts'

const page = (body: string, head = ''): string =>
  `<!DOCTYPE html><html><head>${head}</head><body>${body}</body></html>`
const markdown = (html: string): string | undefined => htmlAsMarkdown(html)?.text.trim()

describe('HTML documents', () => {
  test.each([
    [
      'headings',
      '<h2>How do you plan?</h2><p>Backwards.</p><h2>Who decides?</h2><p>One <span>of</span> us.</p>',
    ],
    [
      'items',
      '<ol><li><p><b>How do you plan?</b></p><p>Backwards.<li><p><b>Who decides?</b></p><p>One of us.</ol>',
    ],
    ['terms', '<dl><dt>How do you plan?<dd>Backwards.<dt>Who decides?<dd>One of us.</dl>'],
    [
      'details with badges',
      '<details><summary><span>How do you plan?</span><span class="difficulty">Easy</span> <i>▼</i></summary><p>Backwards.</p></details>' +
        '<details><summary><h3>Who decides?</h3></summary>One of us.</details>',
    ],
    [
      'classes',
      '<div class="question">How do you plan?</div><div class="answer"><p>Backwards.</p></div>' +
        '<div class="question">Who decides?</div><div class="answer"><p>One of us.</p></div>',
    ],
    [
      'buttons',
      '<nav><a href="#a">Who is not asked?</a></nav><button class="accordion">How do you plan?</button><div><p>Backwards.</p></div>' +
        '<button>Show more</button><button class="accordion">Who decides?</button><div><p>One of us.</p></div>',
    ],
    [
      'labels',
      '<p><b>Q: How do you plan?</b></p><p>A: Backwards.</p><p><b>Q: Who decides?</b></p><p>A: One of us.</p>',
    ],
    [
      'two lists',
      '<ol><li>How do you plan?<li>Who decides?</ol><h2>Answers</h2><ol><li>Backwards.<li>One of us.</ol>',
    ],
  ])('by %s', (_, body) => {
    expect(asked(page(body))).toEqual(both)
  })

  const advice = (what: string): string =>
    `<ul><li>Describe the ${what}.</li><li>Explain the end of it.</li></ul>`
  test.each([
    [
      'details',
      (question: string, answer: string) =>
        `<details><summary>${question}</summary><div><p><b>Look for:</b> ${answer}</p>${advice(answer)}</div></details>`,
    ],
    ['headings', (question: string, answer: string) => `<h3>${question}</h3>${advice(answer)}<hr>`],
    ['bold lines', (question: string, answer: string) => `<p><b>${question}</b></p>${advice(answer)}`],
    [
      'boxes',
      (question: string, answer: string) =>
        `<div class="question">${question}</div><div class="answer">${advice(answer)}</div>`,
    ],
    [
      'terms',
      (question: string, answer: string) => `<dl><dt>${question}</dt><dd>${advice(answer)}</dd></dl>`,
    ],
  ])('keep the lists of neighbours apart: %s', (_, row) => {
    const all = asked(
      page(row('How do you plan?', 'goal') + row('Who decides?', 'vote') + row('Why us?', 'team')),
    )
    expect(all.map(([question]) => question)).toEqual(['How do you plan?', 'Who decides?', 'Why us?'])
    for (const [index, name] of ['goal', 'vote', 'team'].entries())
      expect(all[index]?.[1]?.replace(/.*Look.*\n+/, '')).toBe(
        `- Describe the ${name}.\n- Explain the end of it.`,
      )
  })

  test.each(['<h2>Answers</h2>', '<p><b>Antworten:</b></p>', '<details><summary>Show answers</summary>', ''])(
    'pair a list with that of its answers, with nothing else between them: %j',
    (between) => {
      const questions = '<ol><li>How do you plan?</li><li>Who decides?</li></ol>'
      expect(asked(page(`${questions}${between}<ol><li>Backwards.</li><li>One of us.</li></ol>`))).toEqual(
        both,
      )
    },
  )

  test('as Word writes them', () => {
    const body =
      "<div class=WordSection1><p class=MsoTitle>Prep<o:p></o:p></p>\n<h2>1.<span style='font:7.0pt'>&nbsp; </span>How do you <b>plan</b>?<o:p></o:p></h2>\n" +
      '<p class=MsoNormal>By the <b>goal</b><b> first</b>: it&rsquo;s &lt;b&gt;.</p>\n' +
      "<p class=MsoListParagraph style='mso-list:l0 level1 lfo1'><![if !supportLists]><span>·<span>&nbsp; </span></span><![endif]>one</p>\n" +
      "<p class=MsoListParagraph style='mso-list:l0 level2 lfo1'><![if !supportLists]><span>o<span>&nbsp; </span></span><![endif]>two</p>\n" +
      '<h2>2. Who decides?</h2>\n<p class=MsoNormal>One of us.</p></div>'
    const bank = readBank(page(body), { slug: 'mine' })
    expect(bank.title).toBe('Prep')
    expect(bank.questions).toMatchObject([
      {
        question: 'How do you plan?',
        answer: 'By the **goal first**: it’s &lt;b>.\n\n- one\n\n  - two',
        line: 2,
      },
      { question: 'Who decides?', answer: 'One of us.', line: 6 },
    ])
  })

  test('as Google Docs writes them', () => {
    const style = '<style>.c1{font-weight:700}.c2{color:#000}</style>'
    const body =
      '<p class="c2 title"><span>Prep</span></p><p><span class="c1">1. How do you plan?</span></p><p>Backwards.</p>' +
      '<ul class="lst-kix_a-0 start"><li>one</li></ul><ul class="lst-kix_a-1 start"><li>two</li></ul>' +
      '<p><span class="c1">2. Who decides?</span></p><p>See <a href="https://www.google.com/url?q=https://a.example&amp;sa=D">this</a>.</p>'
    expect(markdown(page(body, style))).toBe(
      '# Prep\n\n**1. How do you plan?**\n\nBackwards.\n\n- one\n  - two\n\n**2. Who decides?**\n\nSee [this](https://a.example).',
    )
  })

  test('have titles, sections, tables and code', () => {
    const body =
      '<h2>Plans</h2><h3>How do you plan?</h3><pre>a <b>b</b>\n  c</pre><table><tr><td>a<td>b|c<tr><td>d<td><p>e<p>f</table><h3>Who decides?</h3><p>We.'
    const text = page(body, '<title>Lead &amp; follow</title>')
    expect(sections(text)).toEqual(['Plans', 'Plans'])
    expect(readBank(text, { slug: 'mine' }).title).toBe('Lead & follow')
    expect(markdown(text)).toContain('```\na b\n  c\n```\n\n| a | b\\|c |\n| --- | --- |\n| d | e<br>f |')
  })

  test('a table without a header gets one where it asks', () => {
    const body = '<table><tr><td>How do you plan?<td>Backwards.<tr><td>Who decides?<td>One of us.</table>'
    expect(markdown(page(body))).toBe(
      '| Question | Answer |\n| --- | --- |\n| How do you plan? | Backwards. |\n| Who decides? | One of us. |',
    )
  })

  test('markdown with tags is none', () => {
    expect(htmlAsMarkdown('<p align="center">x</p>\n\n# Title\n\n<b>so</b>\n')).toBeNull()
    expect(htmlAsMarkdown('<details>\n<summary>Why?</summary>\n\nSo.\n</details>\n')).toBeNull()
  })

  test.each([
    ['nested tags', page(`<h2>Why?</h2>${'<div><b>'.repeat(20_000)}So.`)],
    ['nested lists', page(`<h2>Why?</h2>${'<ul><li>x'.repeat(20_000)}`)],
    ['nested tables', page(`<h2>Why?</h2><p>So.${'<table><tr><td>'.repeat(20_000)}`)],
    ['closing tags', page(`<h2>Why?</h2>So.${'</div></i></li>'.repeat(50_000)}`)],
    ['attributes', page(`<h2>Why?</h2>So.<p ${'a="b" '.repeat(100_000)}>`)],
    ['an open tag', page(`<h2>Why?</h2>So.<p ${'<'.repeat(300_000)}`)],
    ['an open comment', page(`<h2>Why?</h2>So.${'<!--'.repeat(100_000)}`)],
    ['entities', page(`<h2>Why?</h2>So.${'&amp;'.repeat(100_000)}`)],
    ['buttons', page(`<h2>Why?</h2>So.${'<button>'.repeat(50_000)}`)],
    ['styles', page('<h2>Why?</h2>So.', '<style>.a{'.repeat(50_000))],
    ['cells', page(`<h2>Why?</h2>So.<table>${'<tr><td>a<td>b'.repeat(50_000)}`)],
  ])('%s are read', (_, text) => {
    expect(readBank(text, { slug: 'mine', title: 'notes' }).questions.length).toBeLessThan(2)
    expect((htmlAsMarkdown(text)?.text ?? '').length).toBeLessThan(text.length * 4)
  })
})
