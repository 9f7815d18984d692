import { allowedFor, printSetting, type SettingKey, settingKeys } from '../progress/settings.ts'

/** What each setting is for, in the order of `config list`. */
export const settingMeanings: Record<SettingKey, string> = {
  bank: 'the bank in use',
  count: 'how many questions a drill has',
  think: 'think time',
  talk: 'talk time for questions without their own',
  dayStart: 'when a day starts, for people who rehearse past midnight',
  'plan.date': 'the day of the interview',
  'plan.minutes': 'minutes to rehearse a day',
  cue: 'a bell or words at half time and 10 s before the end',
  plain: 'plain mode',
  ascii: 'no characters but ASCII',
  followUps: 'ask follow-up questions in a mock',
  shape: 'the parts of an answer, marked while you speak',
  'coach.command': 'your own program for a second opinion on an answer',
  'coach.keep': 'keep what it says',
  'sync.remote': 'the git repository to sync with',
  'sync.auto': 'sync at the end of a rehearsal',
  record: 'record spoken answers',
  'record.command': 'your own program that records raw sound (16 kHz, mono, s16le)',
  'record.keep': 'the last takes of each question that are kept; 0 keeps the numbers only',
  'record.days': 'for how many days they are kept; 0 keeps the numbers only',
  'play.command': 'your own program that plays the file {audio}',
  'transcribe.command': 'your own program that writes down what is said in the file {audio}',
  'transcribe.keep': 'keep what it writes down, for show and the notes',
  aloud: 'have the questions read aloud',
  'aloud.command': 'your own program that reads its input, or {text}, aloud',
}

/** The settings, each with what it is for, what it may be, and its default. */
export const settingsTable = (): [key: string, text: string][] =>
  settingKeys.map((key) => [key, `${settingMeanings[key]}: ${allowedFor(key)} (${printSetting({}, key)})`])
