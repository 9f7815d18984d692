import { expect, test } from 'vitest'
import { decodeEntities } from '../../src/text/entities.ts'

test.each([
  ['a &lt;b&gt; &amp;amp; c', 'a <b> &amp; c'],
  ['it&rsquo;s&nbsp;5&euro;', 'it’s\u00a05€'],
  ['M&uuml;ller &Auml;rzte &oelig; &alpha;&sigma;&sigmaf;&omega; &hearts; &apos;', "Müller Ärzte œ ασςω ♥ '"],
  ['&#8217;&#x2019;&#X2019;', '’’’'],
  ['&#27;', '\x1b'],
  ['&#0;&#x110000;', '\ufffd\ufffd'],
  ['&unknown; &toString; AT&T', '&unknown; &toString; AT&T'],
])('%j is decoded to %j', (text, decoded) => {
  expect(decodeEntities(text)).toBe(decoded)
})
