const sequences = /\x1b(?:\[[0-?]*[ -/]*[@-~]|\][^\x07\x1b]*(?:\x07|\x1b\\)?)/g

/** What a program printed for a terminal, without its colours, moves and titles. */
export const withoutEscapes = (text: string): string => text.replace(sequences, '')
