import { bankSlugOf } from '../bank/ids.ts'
import { plainText } from '../text/plain-text.ts'
import { count } from '../text/words.ts'
import type { PlanView } from './plan.ts'

/** When to rehearse, in minutes after midnight, and the moment at which the calendar is written. */
export interface IcsOptions {
  startMinute: number
  now: Date
}

/**
 * A plan as an iCalendar file (RFC 5545): an event with an alarm for each day that has questions, in local time, and the
 * interviews as whole days. The ids of the events stay, so that a calendar that reads it again changes what it has.
 */
export function planAsIcs(view: PlanView, { startMinute, now }: IcsOptions): string {
  const days = view.days.filter(({ questions }) => questions.length > 0)
  const stamp = `DTSTAMP:${now.toISOString().replace(/[-:]|\.\d+/g, '')}`
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//greenroom//plan//EN',
    ...days.flatMap((day) => event(day, { startMinute, stamp, isOneBank: view.banks.length === 1 })),
    ...view.rounds.flatMap(({ name, date }) => [
      'BEGIN:VEVENT',
      `UID:interview${name === null ? '' : `-${encodeURIComponent(name)}`}@greenroom`,
      stamp,
      `DTSTART;VALUE=DATE:${compact(date)}`,
      `SUMMARY:${escaped(name === null ? 'Interview' : `Interview (${name})`)}`,
      'TRANSP:TRANSPARENT',
      'END:VEVENT',
    ]),
    'END:VCALENDAR',
  ]
  return lines.map((line) => `${folded(line)}\r\n`).join('')
}

function event(
  { date, minutes, questions }: PlanView['days'][number],
  { startMinute, stamp, isOneBank }: { startMinute: number; stamp: string; isOneBank: boolean },
): string[] {
  const time = [Math.floor(startMinute / 60), startMinute % 60]
    .map((part) => String(part).padStart(2, '0'))
    .join('')
  const asked = questions.map(
    ({ id, number, question }) =>
      `${isOneBank ? '' : `${bankSlugOf(id)} `}${number}. ${plainText(question ?? '')}`,
  )
  return [
    'BEGIN:VEVENT',
    `UID:rehearsal-${date}@greenroom`,
    stamp,
    `DTSTART:${compact(date)}T${time}00`,
    `DURATION:PT${Math.max(1, Math.ceil(minutes))}M`,
    `SUMMARY:${escaped(`Rehearse ${count(questions.length, 'question')}`)}`,
    `DESCRIPTION:${escaped(asked.join('\n'))}`,
    'BEGIN:VALARM',
    'ACTION:DISPLAY',
    'TRIGGER:PT0M',
    `DESCRIPTION:${escaped(`Rehearse ${count(questions.length, 'question')}`)}`,
    'END:VALARM',
    'END:VEVENT',
  ]
}

const compact = (date: string): string => date.replaceAll('-', '')

const escaped = (text: string): string => text.replace(/[\\;,]/g, '\\$&').replaceAll('\n', '\\n')

/** A line in pieces of at most 75 bytes, no character cut in two. */
function folded(line: string): string {
  const encoder = new TextEncoder()
  const pieces = ['']
  let bytes = 0
  for (const character of line) {
    const size = encoder.encode(character).length
    if (bytes + size > 75) {
      pieces.push(' ')
      bytes = 1
    }
    pieces[pieces.length - 1] += character
    bytes += size
  }
  return pieces.join('\r\n')
}
