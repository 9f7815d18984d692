export type Label = 'question' | 'answer' | 'key-points' | 'follow-ups' | 'time' | 'shape'

export interface Labelled {
  label: Label
  /** What follows on the same line. */
  rest: string
}

const OWN = /^\*\*(answer|key points|follow-ups|time|shape)(?::\*\*|\*\*:)[ \t]*/i
const OWN_LABELS: Record<string, Label> = {
  answer: 'answer',
  'key points': 'key-points',
  'follow-ups': 'follow-ups',
  time: 'time',
  shape: 'shape',
}

/** A label as our own format writes them: bold, with a colon, where the line begins. */
export function ownLabel(text: string): Labelled | null {
  if (!text.startsWith('**')) return null
  const match = OWN.exec(text)
  const label = OWN_LABELS[match?.[1]?.toLowerCase() ?? '']
  return match && label ? { label, rest: text.slice(match[0].length) } : null
}
