// How many characters are read with care. Past these a line or an answer counts as plain text, and a source is refused,
// so that no text can make the program hang.
export const longestLine = 20 * 1024
export const longestAnswer = 64 * 1024
export const longestSource = 64 * 1024 * 1024
