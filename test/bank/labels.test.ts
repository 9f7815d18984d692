import { describe, expect, test } from 'vitest'
import { cleanQuestion, cleanSection, unlinked } from '../../src/bank/clean.ts'
import { labelIn, ownLabel } from '../../src/bank/labels.ts'
import { asksInterviewer, isNeverQuestion, isQuestionLike, namesQuestions } from '../../src/bank/likeness.ts'

describe('a label', () => {
  test.each([
    ['**Answer:** So.', 'answer', 'So.'],
    ['**Sample answer**: So.', 'answer', 'So.'],
    ['### Answer', 'answer', ''],
    ['#### Answer: D', 'answer', 'D'],
    ['Answer: So.', 'answer', 'So.'],
    ['> *Ответ:* да', 'answer', 'да'],
    ['回答：是', 'answer', '是'],
    ['**Key points to cover**', 'key-points', ''],
    ['- **Follow-ups:**', 'follow-ups', ''],
    ['Question 3: Why?', 'question', 'Why?'],
  ])('in %j is %j', (line, label, rest) => {
    expect(labelIn(line)).toEqual({ label, rest })
  })

  test.each(['Answer the phone.', 'An answer: so.', '**Note:** so', 'answer', ''])(
    'in %j is none',
    (line) => {
      expect(labelIn(line)).toBeNull()
    },
  )

  test('of our own format is bold, with a colon, at the start', () => {
    expect(ownLabel('**Time:** 90s')).toEqual({ label: 'time', rest: '90s' })
    expect(ownLabel('**key points**:')).toEqual({ label: 'key-points', rest: '' })
    expect(ownLabel(' **Time:** 90s')).toBeNull()
    expect(ownLabel('**Solution:** so')).toBeNull()
  })
})

test.each([
  ['3. Why?', 'Why?'],
  ['**Q3) "Why?"**', 'Why?'],
  ['**3. Why?** now', 'Why? now'],
  ['✅ **3) Why?** ⭐⭐', 'Why?'],
  ['- [x] Why?', 'Why?'],
  ['– Why?', 'Why?'],
  ['2)Why?', 'Why?'],
  ['3 - Why?', 'Why?'],
  ['17a. Why?', 'Why?'],
  ['1\\. Why?', 'Why?'],
  ['Question - Why?', 'Why?'],
  ['Q) Why?', 'Why?'],
  ['Frage 3: Warum?', 'Warum?'],
  ['Questão 01', 'Questão 01'],
  ['第3题：为什么？', '为什么？'],
  ['4️⃣ Why?', 'Why?'],
  ['What is <b>one</b> &amp; **two** of [these](https://example.org)?', 'What is one & two of these?'],
  ['What is `**`, __init__ or <script>?', 'What is `**`, __init__ or `<script>`?'],
  ['Why? #flashcards ^a1', 'Why?'],
  ['Why? %%aside%%', 'Why?'],
  ['[]{#x .anchor}Why?', 'Why?'],
  ['90 days: what then?', '90 days: what then?'],
  ['<a name="x"></a> Why? {#why}', 'Why?'],
  ['Question: Why?', 'Why?'],
  ['3.5 million: why?', '3.5 million: why?'],
  ['3.', '3.'],
])('the question %j is %j', (text, question) => {
  expect(cleanQuestion(text)).toBe(question)
})

test('a section has no number, and a link that is all there is becomes its text', () => {
  expect(cleanSection(' 2. Hiring ')).toBe('Hiring')
  expect(cleanSection('  ')).toBeNull()
  expect(unlinked('[Why?](https://example.com/a_(b))')).toBe('Why?')
  expect(unlinked('[Why](#a) not?')).toBe('[Why](#a) not?')
})

describe('a line', () => {
  test.each([
    ['Why?', true, true],
    ['Tell me about a time you failed', true, true],
    ['说说你的规划', true, true],
    ['Your last team (how big?)', true, true],
    ['What makes a team', true, false],
    ['How?', true, true],
    ['How it works', false, false],
    ['call(options?)', false, false],
    ['Installation', false, false],
    ['context first, then trust', false, false],
    ['Meine Fragen an die: Budget? Wer war vorher da?', false, false],
    ['Questions for them: on call? Budget?', false, false],
    ['Questions for you: why us?', true, true],
    ['cited twice in a year', false, false],
    ['described the plan to all', false, false],
    ['explicit goals for all', false, false],
    ['Cuénteme un conflicto', true, true],
    ['Conte-me sobre um erro', true, true],
    ['Explíqueme su método', true, true],
    ['Descríbanos su estilo', true, true],
    ['Keep it short. Let me know if that works?', false, false],
    ['说出三种方法', true, true],
    ['收到任何一个新的请求以后，都要先看一看它是否已经处理过了。', false, false],
    ['---', false, false],
  ])('%j reads like a question: %j among questions, %j elsewhere', (line, among, elsewhere) => {
    expect(isQuestionLike(line, true)).toBe(among)
    expect(isQuestionLike(line, false)).toBe(elsewhere)
  })

  test('may say that questions follow, that none do, or that they are for the interviewer', () => {
    expect(['Interview prep', '面试题', 'Recipes'].map(namesQuestions)).toEqual([true, true, false])
    expect(['License', '目录', 'Tips?', 'Hiring'].map(isNeverQuestion)).toEqual([true, true, false, false])
    const headings = ['Questions to ask the interviewer', 'Questions I will ask', 'Questions for them:']
    expect(headings.filter(asksInterviewer)).toEqual(headings)
    const others = ['Conflict', 'Questions to ask candidates', 'Questions for the panel']
    expect(others.filter(asksInterviewer)).toEqual([])
  })
})
