import { describe, expect, test } from 'vitest'
import { decode, isBinary } from '../../src/import/decode.ts'
import { readFiles } from '../../src/import/files.ts'

const bytesOf = (text: string): Uint8Array => Uint8Array.from(text, (character) => character.charCodeAt(0))

/** Texts in old encodings, their bytes as Latin-1. */
const texts: [name: string, bytes: string, text: string][] = [
  ['CP1252', 'It\x92s \x93done\x94 \x96 20 \x80\x85', 'It’s “done” – 20 €…'],
  ['CP1252', '\xe9t\xe9, \xe0 Paris, \xe7a', 'été, à Paris, ça'],
  ['CP1252', 'Qual \xe9 a situa\xe7\xe3o? As a\xe7\xf5es', 'Qual é a situação? As ações'],
  [
    'Shift-JIS',
    '\x89\xbd\x82\xf0\x82\xb5\x82\xdc\x82\xb5\x82\xbd\x82\xa9\x81H \x8a\xc8\x92P\x82\xc9',
    '何をしましたか？ 簡単に',
  ],
  [
    'GBK',
    '\xce\xca\xcc\xe2,\xb4\xf0\xb0\xb8\n\xc4\xe3\xd4\xf5\xc3\xb4\xd7\xf6\xa3\xbf',
    '问题,答案\n你怎么做？',
  ],
  [
    'CP1251',
    '\xca\xe0\xea \xe2\xfb \xef\xeb\xe0\xed\xe8\xf0\xf3\xe5\xf2\xe5? \xce\xf2 \xf6\xe5\xeb\xe8.',
    'Как вы планируете? От цели.',
  ],
  [
    'KOI8-R',
    '\xeb\xc1\xcb \xd7\xd9 \xd0\xcc\xc1\xce\xc9\xd2\xd5\xc5\xd4\xc5? \xef\xd4 \xc3\xc5\xcc\xc9.',
    'Как вы планируете? От цели.',
  ],
  [
    'CP1250',
    'Dlaczego chcesz zmieni\xe6 prac\xea? Szukam wi\xeakszego zespo\xb3u.',
    'Dlaczego chcesz zmienić pracę? Szukam większego zespołu.',
  ],
  [
    'CP1250',
    'Pro\xe8 chcete zm\xecnit pr\xe1ci? Hled\xe1m v\xect\x9a\xed t\xfdm a nov\xe9 \xfakoly.',
    'Proč chcete změnit práci? Hledám větší tým a nové úkoly.',
  ],
  [
    'ISO-8859-2',
    'Jakie s\xb1 twoje s\xb3abe strony? Cz\xeasto m\xf3wi\xea tak, z uprzejmo\xb6ci.',
    'Jakie są twoje słabe strony? Często mówię tak, z uprzejmości.',
  ],
  [
    'CP1252',
    '\xbfC\xf3mo planifica? \xbfQu\xe9 a\xf1o? Ense\xf1anza',
    '¿Cómo planifica? ¿Qué año? Enseñanza',
  ],
  ['CP1252', 'Perch\xe9 \xe8 cos\xec? Pi\xf9 citt\xe0, per\xf2.', 'Perché è così? Più città, però.'],
  ['CP1252', 'For\xeats et ch\xe2teaux, \xe0 No\xebl, o\xf9?', 'Forêts et châteaux, à Noël, où?'],
  ['CP1252', 'Vad g\xf6r du p\xe5 f\xf6rmiddagen? \xc4ventyr.', 'Vad gör du på förmiddagen? Äventyr.'],
  ['CP1252', 'As a\xe7\xf5es s\xe3o li\xe7\xf5es, n\xe3o?', 'As ações são lições, não?'],
  [
    'CP1253',
    '\xd0\xfe\xf2 \xef\xf1\xe3\xe1\xed\xfe\xed\xe5\xf4\xe5 \xf4\xe7\xed \xe5\xf1\xe3\xe1\xf3\xdf\xe1 \xf3\xe1\xf2;',
    'Πώς οργανώνετε την εργασία σας;',
  ],
  [
    'CP1254',
    'Neden bu i\xfei istiyorsunuz? Ba\xfeka bir yakla\xfe\xfdm, do\xf0ru s\xf6z.',
    'Neden bu işi istiyorsunuz? Başka bir yaklaşım, doğru söz.',
  ],
  ['UTF-16', 'W\0h\0y\0?\0\n\0', 'Why?\n'],
]

test.each(texts)('%s is decoded, and told', (name, source, text) => {
  const decoded = decode(bytesOf(source))
  expect(decoded.text).toBe(text)
  expect(decoded.warnings).toMatchObject([{ code: 'not-utf8', line: null, severity: 'warning' }])
  expect(decoded.warnings[0]?.message).toContain(`was read as ${name}.`)
  expect(isBinary(bytesOf(source))).toBe(false)
})

test('UTF-8 with a character that is cut stays UTF-8', () => {
  expect(decode(bytesOf('\xc3\xa9 \xc3\xa8 \xe2\x80')).text).toBe('é è \ufffd')
})

test('UTF-8 joined with CP1252 is read back where most is CP1252', () => {
  const bank = readFiles(
    [{ name: 'x.md', bytes: bytesOf('### \xc3\x89t\xc3\xa9?\n\nIt\x92s \x93so\x94 \x96 \x80.\n') }],
    { slug: 'x', title: 'x' },
  )
  expect(bank.questions).toMatchObject([{ question: 'Été?', answer: 'It’s “so” – €.' }])
})

describe('documents that are no text', () => {
  test.each([
    ['an RTF document', '{\\rtf1\\ansi How do you plan?}', 'save it as plain text'],
    ['a PDF', '%PDF-1.7\n', 'pdftotext'],
    ['a Word document', 'PK\x03\x04\x14\0[Content_Types].xml PK\x03\x04word/document.xml', 'Open it in Word'],
    ['an Excel workbook', 'PK\x03\x04\x14\0[Content_Types].xml PK\x03\x04xl/workbook.xml', 'CSV'],
    ['an OpenDocument file', 'PK\x03\x04mimetypeapplication/vnd.oasis.opendocument.text', 'plain text'],
    ['a zip archive', 'PK\x03\x04a.md', 'Unpack it'],
    ['a document in an old format of Word or Excel', '\xd0\xcf\x11\xe0\xa1\xb1', 'plain text'],
    ['a picture', '\x89PNG\r\n\x1a\n\0\0\0', 'text file'],
  ])('%s', (what, source, remedy) => {
    const file = { name: 'sub/x', bytes: bytesOf(source) }
    const [warning] = readFiles([file], { slug: 'x', title: 'x' }).warnings
    expect(warning).toMatchObject({ code: 'unreadable', severity: 'error' })
    expect(warning?.message).toContain(`This is ${what}, not a text. `)
    expect(warning?.message).toContain(remedy)
    const other = { name: 'a.md', bytes: bytesOf('### Why?\n\nSo.\n') }
    expect(readFiles([other, file], { slug: 'x', title: 'x' }).warnings).toMatchObject([
      {
        code: 'unreadable',
        severity: 'warning',
        file: 'sub/x',
        message: expect.stringContaining(`This is ${what}`),
      },
    ])
  })
})
