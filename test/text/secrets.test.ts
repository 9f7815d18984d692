import { expect, test } from 'vitest'
import { holdsSecret, withoutSecrets } from '../../src/text/secrets.ts'

test.each([
  ['https://me:pass@example.com/x.git', true, 'https://example.com/x.git'],
  ['https://me:p@ss/word@example.com/x.git', true, 'https://example.com/x.git'],
  ['https://ghp_abc@github.com/x.git', true, 'https://github.com/x.git'],
  ['https://0123456789abcdef0123456789abcdef@example.com', true, 'https://example.com'],
  ['https://me@example.com/x.git', false, 'https://example.com/x.git'],
  ['ssh://git@example.com:2222/x.git', false, 'ssh://git@example.com:2222/x.git'],
  ['git@example.com:me/x.git', false, 'git@example.com:me/x.git'],
  ['https://example.com:8080/a@b', false, 'https://example.com:8080/a@b'],
])('%s holds a secret: %j', (address, holds, shown) => {
  expect(holdsSecret(address)).toBe(holds)
  expect(withoutSecrets(`fatal: '${address}' is gone`)).toBe(`fatal: '${shown}' is gone`)
})
