import { describe, expect, test } from 'vitest'
import { asked } from '../asked.ts'

describe('labels with full-width signs', () => {
  const all: [string, string | null][] = [
    ['五年後の目標は', '三年で課長です。'],
    ['長所', null],
    ['短所', '心配性です。\n本当です。'],
  ]
  test.each<[string, (name: string, number: number) => string]>([
    ['Q1．', (name, number) => `${name}${number}．`],
    ['Ｑ１：', (name, number) => `${name === 'Q' ? 'Ｑ' : 'Ａ'}${'０１２３'[number]}：`],
    ['Ｑ．', (name) => `${name === 'Q' ? 'Ｑ' : 'Ａ'}．`],
    ['Q1、', (name, number) => `${name}${number}、`],
    ['Q1　', (name, number) => `${name}${number}　`],
    ['【質問1】', (name, number) => (name === 'Q' ? `【質問${number}】` : '【回答】')],
    ['■質問1．', (name, number) => (name === 'Q' ? `■質問${number}．` : '→回答：')],
    ['質問１　', (name, number) => `${name === 'Q' ? '質問' : '回答'}${'０１２３'[number]}　`],
    ['## Q1．', (name, number) => `${name === 'Q' ? '## ' : ''}${name}${number}．`],
    ['**Q1.**', (name, number) => `**${name}${number}.** `],
  ])('%s', (_, label) => {
    const cards = all.map(
      ([question, answer], at) => `${label('Q', at + 1)}${question}\n${label('A', at + 1)}${answer ?? ''}\n`,
    )
    expect(asked(`メモ\n\n${cards.join('\n')}`)).toEqual(all)
  })

  test('are none within a sentence', () => {
    const text =
      'Q1．なぜですか。\nA1．問い合わせへの\n回答、とくに遅い回答が問題です。\n\nQ2．誰ですか。\nA2．私です。\n'
    expect(asked(text)[0]).toEqual(['なぜですか。', '問い合わせへの\n回答、とくに遅い回答が問題です。'])
  })
})
