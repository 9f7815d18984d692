/** An address with a password: all up to the last `@`, because it may have any character. Digits alone are a port. */
const withPassword = /([a-z][\w+.-]*:\/\/)[^/:@\n]*:(?!\d*(?:\/|$)).*@/i

/** Whether an address holds a password, or a token in place of the user name. */
export function holdsSecret(address: string): boolean {
  const user = /^[\w+.-]+:\/\/([^/]*)@/.exec(address)?.[1] ?? ''
  return withPassword.test(address) || /^(gh[a-z]_|github_pat_|glpat-|ATBB|(?=.*\d)[\w-]{32,}$)/.test(user)
}

/** A text without the passwords of its addresses, and without user names where these may be tokens. */
export const withoutSecrets = (text: string): string =>
  text.replace(new RegExp(withPassword, 'gi'), '$1').replace(/\b((?:https?|ftps?):\/\/)[^\s/@]+@/gi, '$1')
