// Limits, so that no text can make the program hang. Past them a line or an answer is treated as plain text, and a source is
// refused: those below are read in about two seconds and 300 MB, and are far beyond what anybody has.

/** In characters. */
export const longestLine = 20 * 1024
export const longestAnswer = 64 * 1024

const mega = 1024 * 1024

/** The most that is read at all, in bytes or characters. */
export const longestSource = 32 * mega

/** The most that is read as one text, in characters, lines and questions. */
export interface Most {
  length: number
  lines: number
  questions: number
}

/** In our own format, where no line is looked at twice. */
export const mostOfOurs: Most = { length: longestSource, lines: Infinity, questions: 100_000 }
/** In all others, where several readers look at each line. */
export const mostOfOthers: Most = { length: 12 * mega, lines: 300_000, questions: 50_000 }
/** In HTML, which becomes markdown first. */
export const mostOfHtml: Most = { ...mostOfOthers, length: 8 * mega }

/** A length for people: `32 MB`. */
export const inMegabytes = (length: number): string => `${Math.round(length / mega)} MB`

/** How deep JSON may nest: what greenroom writes nests four deep, and functions that call themselves end at some thousands. */
export const deepestJson = 32

/** The most lines of all journals together, blank ones aside: twenty answers a day for a lifetime are fewer. */
export const mostLines = 1_000_000

/** The longest line of a journal. Nothing longer than half of that comes in through any door. */
export const longestJournalLine = 128 * mega

/** The most bytes that a backup may hold, so that a small file cannot fill the memory. */
export const mostInBackup = 1024 * mega
/** The most files that it may hold: writing each one so that it lasts takes some ms. */
export const mostFilesInBackup = 10_000
/** No backup is larger: what cannot be made smaller grows by less than this. */
export const largestBackup = mostInBackup + mega

/** The longest line that is read where lines are answers, and the most of all of them, in bytes. */
export const longestInputLine = 1024 * 1024
export const longestInput = 64 * mega
/** The most lines of it: each one is added to what was written before. */
export const mostInputLines = 20_000
