import { plainText } from '../text/plain-text.ts'

const heading =
  /^(?:my )?questions? (?:(?:i (?:want|would like) |i['’]d like )?to ask(?: back| them| the (?:interviewers?|company|team|panel|hiring manager))?|for (?:them|the (?:interviewers?|company|panel)))[.:]?$/i

/** Whether a heading says that what is below it are questions for the interviewers, such as `Questions to ask them`. */
export const namesQuestionsToAsk = (title: string): boolean =>
  title.length < 100 && heading.test(plainText(title))

/** The question of a line below such a heading, as plain text; empty where it has none. */
export const questionToAsk = (line: string): string =>
  plainText(line.replace(/^\s*(?:[-*+]|\d{1,3}[.)]|#{1,6})\s+/, ''))
