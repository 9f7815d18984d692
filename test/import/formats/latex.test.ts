import { expect, test } from 'vitest'
import { asked, sections } from '../asked.ts'

test('items below sections, with their markup', () => {
  const text = [
    '\\documentclass{article}',
    '\\begin{document}',
    '\\section{Craft}',
    '\\begin{enumerate}',
    '  \\item Why \\emph{rye}? % the old one',
    '  \\item What do 20\\% more salt change?',
    '\\end{enumerate}',
    '\\section{Team}',
    '\\begin{itemize}',
    '  \\item Who taught you?',
    '\\end{itemize}',
    '\\end{document}',
  ].join('\n')
  expect(asked(text)).toEqual([
    ['Why *rye*?', null],
    ['What do 20% more salt change?', null],
    ['Who taught you?', null],
  ])
  expect(sections(text)).toEqual(['Craft', 'Craft', 'Team'])
})

test('questions of an exam with their solutions', () => {
  const text = [
    '\\begin{questions}',
    '\\question Why bread?',
    '\\begin{solution}',
    'It is honest.',
    '\\end{solution}',
    '\\question Who taught you?',
    '\\begin{solution}',
    'My aunt.',
    '\\end{solution}',
    '\\end{questions}',
  ].join('\n')
  expect(asked(text)).toEqual([
    ['Why bread?', 'It is honest.'],
    ['Who taught you?', 'My aunt.'],
  ])
})

test('markdown about LaTeX stays markdown', () => {
  expect(asked('## What does `\\item` do?\nIt begins an item:\n\n\\item One\n')).toEqual([
    ['What does `\\item` do?', 'It begins an item:\n\n\\item One'],
  ])
})
