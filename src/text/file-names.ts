/** Names that Windows keeps for devices, whatever ending they have. */
const reserved = /^(?:con|prn|aux|nul|(?:com|lpt)[\d¹²³]|conin\$|conout\$|clock\$)(?:\.|$)/i

/** Whether Windows keeps a name for a device. */
export const isReserved = (name: string): boolean => reserved.test(name)

/** Whether Windows takes a path for something else than a file of that name: a part of a file, or a device. */
export const isNoFileOnWindows = (path: string): boolean => {
  const [name = ''] = /[^/\\]*$/.exec(path.replace(/^[a-z]:/i, '')) ?? []
  return /[<>:"|?*]|[. ]$/.test(name) || isReserved(name)
}

/** Whether a file can have this name on every system, and looks like what it is. */
export const isPortable = (name: string): boolean =>
  /^[A-Za-z0-9_-][A-Za-z0-9._-]{0,119}$/.test(name) && !name.endsWith('.') && !isReserved(name)

/** A name as a portable one that `unescapedName` gives back: other characters stand as `_20_`. */
export function escapedName(name: string): string {
  const escaped = name.replace(/^\.|[^A-Za-z0-9.-]|\.$/gu, hexOf)
  return isReserved(escaped) ? escaped.replace(/^./u, hexOf) : escaped
}

/** Escapes one name after the other, so that none is another in capitals: of the later one, more letters are escaped. */
export function uniqueNames(): (name: string) => string {
  const taken = new Set<string>()
  return (name) => {
    for (let letters = 0; ; letters++) {
      let left = letters
      const unlike = escapedName(name).replace(/_[\da-f]+_|[A-Za-z]/g, (part) =>
        part.length === 1 && left-- > 0 ? hexOf(part) : part,
      )
      const key = unlike.toLowerCase()
      if (taken.has(key) && letters < name.length) continue
      taken.add(key)
      return unlike
    }
  }
}

const hexOf = (character: string): string => `_${character.codePointAt(0)?.toString(16)}_`

/** The name that was escaped; a name without escapes is itself. */
export const unescapedName = (name: string): string =>
  name.replace(/_([\da-f]{1,6})_/g, (whole, code: string) => {
    const point = Number.parseInt(code, 16)
    return point > 0x10ffff ? whole : String.fromCodePoint(point)
  })

/** Of these names, those that differ from all before them also where a system takes `A` for `a`. */
export function distinct(names: readonly string[]): string[] {
  const seen = new Set<string>()
  return names.filter((name) => {
    const key = name.normalize('NFC').toLowerCase()
    return !seen.has(key) && seen.add(key)
  })
}
