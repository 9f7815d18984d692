// Limits in characters, so that no text can make the program hang. Past them a line or an answer is treated as plain text,
// and a source is refused.

export const longestLine = 20 * 1024
export const longestAnswer = 64 * 1024
export const longestSource = 64 * 1024 * 1024
