const named: ReadonlyMap<string, string> = new Map(
  Object.entries({
    amp: '&',
    apos: "'",
    bull: '•',
    copy: '©',
    deg: '°',
    euro: '€',
    ge: '≥',
    gt: '>',
    hellip: '…',
    larr: '←',
    laquo: '«',
    ldquo: '“',
    le: '≤',
    lsquo: '‘',
    lt: '<',
    mdash: '—',
    middot: '·',
    minus: '−',
    nbsp: '\u00a0',
    ndash: '–',
    ne: '≠',
    para: '¶',
    plusmn: '±',
    pound: '£',
    quot: '"',
    raquo: '»',
    rarr: '→',
    rdquo: '”',
    reg: '®',
    rsquo: '’',
    sect: '§',
    times: '×',
    trade: '™',
    yen: '¥',
  }),
)

/** A text with its HTML entities decoded. `&#27;` becomes an escape, so what comes out has to be guarded. */
export function decodeEntities(text: string): string {
  if (!text.includes('&')) return text
  return text.replace(/&(?:#(\d{1,7})|#x([\da-f]{1,6})|(\w{2,8}));/gi, (entity, decimal, hex, name) => {
    if (name) return named.get(name) ?? entity
    const code = decimal ? Number(decimal) : Number.parseInt(hex, 16)
    return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : '\ufffd'
  })
}
