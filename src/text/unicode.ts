const made = new Map<string, RegExp>()

/**
 * A regular expression with Unicode properties, such as `\\p{L}`, made when it is first used: of a literal, V8 builds the
 * character sets when it loads the module, which takes longer than the rest of the module.
 * Not for `exec` and `test` with the flag `g`: all callers share the expression, and these change its `lastIndex`.
 */
export function unicode(source: string, flags = 'u'): RegExp {
  const key = `${flags} ${source}`
  const known = made.get(key) ?? new RegExp(source, flags)
  made.set(key, known)
  return known
}
