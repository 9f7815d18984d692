// Limits in characters, so that no text can make the program hang. Past them a line or an answer is treated as plain text,
// and a source is refused.

export const longestLine = 20 * 1024
export const longestAnswer = 64 * 1024
export const longestSource = 64 * 1024 * 1024

/** How deep JSON may nest: what greenroom writes nests four deep, and functions that call themselves end at some thousands. */
export const deepestJson = 32

/** The most lines of all journals together, blank ones aside: twenty answers a day for a lifetime are fewer. */
export const mostLines = 1_000_000

/** The longest line of a journal. Nothing longer than half of that comes in through any door. */
export const longestJournalLine = 2 * longestSource

/** The longest line that is read where lines are answers, and the most of all of them, in bytes. */
export const longestInputLine = 1024 * 1024
export const longestInput = 64 * 1024 * 1024
/** The most lines of it: each one is added to what was written before. */
export const mostInputLines = 20_000
