import { expect, test } from 'vitest'
import { readBank } from '../../src/import/read.ts'

test.each([
  ['', 'It is empty.'],
  [
    'Name,Email,Notes\nAnna,a@b.example,Friend\nBen,b@b.example,Boss\n',
    'a table with the columns "Name", "Email" and "Notes".',
  ],
  ['Date;Item\n2024;Pen\n2025;Ink\n', 'Name the column of the questions "Question"'],
  [
    'We met on Monday.\nNobody came.\nThen it rained.\n',
    'a list of sentences. End each question with a question mark',
  ],
  ['- milk\n- eggs\n- bread\n', 'a list whose items do not read like questions.'],
  [
    '- [one](https://a.example)\n- [two](https://b.example)\n',
    'It is an index: a list of links. Name the folder',
  ],
  [
    'Question,Answer,Tags\n',
    'It is a table with the columns "Question", "Answer" and "Tags", and no rows below them.',
  ],
  ['Prompt\tReply\n', 'no rows below them. Add the questions'],
  [
    '<!DOCTYPE html><html><body><p>Hello.</p></body></html>',
    'an HTML page. Put each question in a heading, such as "<h3>',
  ],
  [
    '[{"sku": "x", "price": 1}, {"sku": "y"}]',
    'JSON with the keys "sku" and "price". Give each entry a "question"',
  ],
  [
    'name: ci\non: [push]\njobs:\n  test:\n    run: x\n',
    'YAML with the keys "name", "on", "jobs", "test" and "run".',
  ],
  ['{"cells": [{"cell_type": "markdown", "source": "Hello."}], "nbformat": 4}', 'a notebook.'],
  [
    '# Trip\n\nWe go.\n\n## Trains\n\nAt nine.\n\n## Food\n\nBread.\n',
    'It has the headings "Trip", "Trains" and "Food"',
  ],
  ['int a = 1;\nfoo(a);\nbar(a);\n', 'program code.'],
  [
    'tell me about yourself\nbiggest weakness\nconflict w/ peer\n',
    'a list of short lines. End each question',
  ],
  ['Hello there', 'plain text. Put each question in a heading'],
])('%j', (text, said) => {
  const [warning] = readBank(text, { slug: 'mine' }).warnings
  expect(warning).toMatchObject({ code: 'no-questions', severity: 'error', line: null })
  expect(warning?.message).toMatch(/^No questions were found\. It (?:is|has|looks like) /)
  expect(warning?.message).toContain(said)
})
