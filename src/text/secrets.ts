/** Whether an address names a password, or a token in the place of the user. */
export function holdsSecret(address: string): boolean {
  const user = /^[\w+.-]+:\/\/([^/]*)@/.exec(address)?.[1] ?? ''
  return withPassword.test(address) || /^(gh[a-z]_|github_pat_|glpat-|ATBB|(?=.*\d)[\w-]{32,}$)/.test(user)
}

/** A password may have any character in it, so all up to the last `@` counts; a port is none. */
const withPassword = /([a-z][\w+.-]*:\/\/)[^/:@\n]*:(?!\d*(?:\/|$)).*@/i

/** A text in which no address names a password, nor a user where that may be a token. */
export const withoutSecrets = (text: string): string =>
  text.replace(new RegExp(withPassword, 'gi'), '$1').replace(/\b((?:https?|ftps?):\/\/)[^\s/@]+@/gi, '$1')
