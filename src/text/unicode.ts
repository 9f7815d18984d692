const made = new Map<string, RegExp>()

/**
 * An expression of Unicode properties, as `\\p{L}`. V8 works out the sets of such a literal when it reads the file that it
 * stands in, which takes longer than all else in a module; made here they cost nothing until a text needs them.
 * Not for `exec` and `test` with the flag `g`, which remember where they were.
 */
export function unicode(source: string, flags = 'u'): RegExp {
  const key = `${flags} ${source}`
  const known = made.get(key) ?? new RegExp(source, flags)
  made.set(key, known)
  return known
}
