/** An address with a password: all up to the last `@`, because it may have any character. Digits alone are a port. */
const withPassword = /([a-z][\w+.-]*:\/\/)[^/:@\n]*:(?!\d*(?:\/|$)).*@/i

/** The user of a web address, which many servers take a token for. */
const webUser = /\b((?:https?|ftps?):\/\/)[^\s/@?#]+@/gi

/** Where an address is in a text, up to what may follow it there. */
const address = /\b[a-z][\w+.-]*:\/\/[^\s'"<>`]+/gi

/** A part of a query, a fragment or a path: what is before its key, the key, and a value that is not empty. */
const parameter = /([?&;#/])([^=&;#?/]+)=([^?&;#]+)/g

/** Keys whose values open something: whole words of them, and the names that the large clouds sign with. */
const secretKey = new RegExp(
  [
    '(?:token|secret|passw(?:or)?d|passphrase|passcode|pwd|credentials?|signature)(?:[-_.\\d]|$)',
    '(?:^|[-_.])(?:key|sig|auth|authorization|jwt|bearer|session|sessionid|sid|hmac|pass|pw|pin|otp|creds?|ticket)(?:[-_.]|$)',
    'sess(?:ion)?[-_]?id',
    '(?:api|auth|access|rl|resource|account|private|session|subscription|secret|shared)[-_]?key(?:id)?$',
    '(?:app|user|client|admin|host|feed|master|encryption|licen[cs]e|web)[-_]?key$',
    '^x-(?:amz|goog|oss|ms|cos)-|^googleaccessid$|^key-pair-id$|^code$|^saml\\w+$',
  ].join('|'),
  'i',
)

/** Tokens that say by their beginning whose they are; of those that words begin like, only long ones. */
const knownToken = new RegExp(
  [
    '(?:gh[opsur]_|github_pat_|gl(?:pat|dt|rt|cbt|ptt|ft|soat|agent|oas|imt|ffct)-|xox[a-z]-|xapp-|ATBB)[\\w-]{3,}',
    '(?:sk-|[prs]k_(?:live|test)_|npm_|hf_|pypi-|AIza|A[KS]IA|ATATT|ATCTT|eyJ|ya29\\.|GOCSPX-|SG\\.|hv[sb]\\.|gsk_)[\\w.-]{16,}',
    '(?:do[opr]_v1_|shp(?:at|ca|pa|ss)_|dckr_pat_|lin_api_|figd_|sbp_|nvapi-|glsa_|sq0[a-z]{3}-|PMAK-|pul-|tskey-)[\\w.-]{12,}',
  ]
    .map((token) => `(?<![a-zA-Z\\d])${token}`)
    // Telegram's come behind a word
    .concat('(?<=\\/bot)\\d{6,}:[\\w-]{30,}')
    .join('|'),
  'g',
)

const holdsToken = (text: string): boolean => text.search(knownToken) >= 0

/** Whether an address holds a password or a token: in front of the host, in its query, or by its own look. */
export function holdsSecret(text: string): boolean {
  const once = decoded(text)
  const user = /^[\w+.-]+:\/\/([^/]*)@/.exec(text)?.[1] ?? ''
  return (
    withPassword.test(text) ||
    /^(?=.*\d)[\w-]{32,}$/.test(user) ||
    // a value may be an address in which there is another one
    [text, once, decoded(once)].some(
      (each) => (/:\/\//.test(each) && [...each.matchAll(parameter)].some(isSecret)) || holdsToken(each),
    )
  )
}

const isSecret = ([, , key = '']: readonly string[]): boolean => isSecretKey(key)

/** Whether the value of a key opens something, also of one in brackets, as in `auth[token]`. */
const isSecretKey = (key: string): boolean =>
  secretKey.test(
    decoded(key)
      .replaceAll(/[[\]\s]+/g, '.')
      .replace(/\.$/, ''),
  )

/** Whether an address has anything in front of its host. */
export const namesUser = (text: string): boolean => withPassword.test(text) || text.search(webUser) >= 0

function decoded(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}

/** A text with `…` in the place of passwords and tokens in its addresses, and of user names where these may be tokens. */
export const withoutSecrets = (text: string): string =>
  text
    .replace(new RegExp(withPassword, 'gi'), '$1…@')
    .replace(webUser, '$1…@')
    .replace(knownToken, '…')
    .replace(address, withoutParameters)

function withoutParameters(found: string): string {
  const shown = found.replace(parameter, (whole, mark, key) => (isSecretKey(key) ? `${mark}${key}=…` : whole))
  // one in another address that is a value of this one
  return holdsSecret(shown.replaceAll('=…', '').replace('…@', '')) ? shown.replace(/[?#].*/, '?…') : shown
}
