import { expect, test } from 'vitest'
import { holdsSecret, withoutSecrets } from '../../src/text/secrets.ts'

test.each([
  ['https://me:pass@example.com/x.git', true, 'https://…@example.com/x.git'],
  ['https://me:p@ss/word@example.com/x.git', true, 'https://…@example.com/x.git'],
  ['https://ghp_abc@github.com/x.git', true, 'https://…@github.com/x.git'],
  ['https://0123456789abcdef0123456789abcdef@example.com', true, 'https://…@example.com'],
  ['https://me@example.com/x.git', false, 'https://…@example.com/x.git'],
  ['https://s3cr3t@example.com/x.git', false, 'https://…@example.com/x.git'],
  ['ssh://git@example.com:2222/x.git', false, 'ssh://git@example.com:2222/x.git'],
  ['git@example.com:me/x.git', false, 'git@example.com:me/x.git'],
  ['ghp_0123456789@github.com:me/x.git', true, '…@github.com:me/x.git'],
  ['https://example.com:8080/a@b', false, 'https://example.com:8080/a@b'],
  ['https://h/q.md?token=abc', true, 'https://h/q.md?token=…'],
  ['https://h/q.md?a=1&access_token=abc&b=2', true, 'https://h/q.md?a=1&access_token=…&b=2'],
  ['https://h/r?private_token=glpat-abcdef', true, 'https://h/r?private_token=…'],
  ['https://h/r?accessToken=abc#x', true, 'https://h/r?accessToken=…#x'],
  ['https://h/r#access_token=abc', true, 'https://h/r#access_token=…'],
  ['https://h/r;jwt=abc?x=1', true, 'https://h/r;jwt=…?x=1'],
  ['https://h/r;jsessionid=ABC.n1?x=1', true, 'https://h/r;jsessionid=…?x=1'],
  ['https://h/r?PHPSESSID=abc', true, 'https://h/r?PHPSESSID=…'],
  ['https://h/r?ASPSESSIONIDQA=abc', true, 'https://h/r?ASPSESSIONIDQA=…'],
  ['https://h/r?%74oken=abc', true, 'https://h/r?%74oken=…'],
  ['https://h/r?apikey=abc', true, 'https://h/r?apikey=…'],
  ['https://h/r?api-key=abc', true, 'https://h/r?api-key=…'],
  ['https://h/r?key=abc', true, 'https://h/r?key=…'],
  ['https://h/r?sv=1&sig=a%2Fb', true, 'https://h/r?sv=1&sig=…'],
  ['https://h/r?X-Amz-Credential=a&X-Amz-Date=b', true, 'https://h/r?X-Amz-Credential=…&X-Amz-Date=…'],
  ['https://h/r?AWSAccessKeyId=a&Signature=b', true, 'https://h/r?AWSAccessKeyId=…&Signature=…'],
  ['https://h/r?password=abc', true, 'https://h/r?password=…'],
  ['https://h/r?auth=abc', true, 'https://h/r?auth=…'],
  ['https://h/s?rlkey=abc&dl=1', true, 'https://h/s?rlkey=…&dl=1'],
  ['https://h/glpat-abcdef/r', true, 'https://h/…/r'],
  ['https://h/r?x=github_pat_11ABC', true, 'https://h/r?x=…'],
  ['https://h/r?x=xoxb-123-abc', true, 'https://h/r?x=…'],
  ['https://h/r?x=sk-proj-0123456789abcdef', true, 'https://h/r?x=…'],
  ['https://h/r?u=https%3A%2F%2Fi%2F%3Ftoken%3Dabc', true, 'https://h/r?…'],
  ['file:///srv/r?token=abc', true, 'file:///srv/r?token=…'],
  [
    'https://h/r?keyword=lead&monkey=1&tokenizer=x&page=2',
    false,
    'https://h/r?keyword=lead&monkey=1&tokenizer=x&page=2',
  ],
  [
    'https://h/sk-learn/glossary.md?author=me&design=2',
    false,
    'https://h/sk-learn/glossary.md?author=me&design=2',
  ],
  ['https://h/global-teams/glossy-paper.md', false, 'https://h/global-teams/glossy-paper.md'],
  ['https://h/r?token=', false, 'https://h/r?token='],
  ['notes?token=abc.md', false, 'notes?token=abc.md'],
])('%s holds a secret: %j', (address, holds, shown) => {
  expect(holdsSecret(address)).toBe(holds)
  expect(withoutSecrets(`fatal: '${address}' is gone`)).toBe(`fatal: '${shown}' is gone`)
  expect(withoutSecrets(withoutSecrets(address))).toBe(shown)
})
