import { pointsOf } from '../rehearsal/item.ts'
import { itemInHand, type Rehearsal } from '../rehearsal/rehearsal.ts'
import { allScores, scoreMeanings, scoreNames } from './words.ts'

const scoreLine = allScores.map((score) => `${score} ${scoreNames[score]}`).join(', ')

const scoreWords = (score: Rehearsal['answered'][number]['attempt']['score']): string =>
  `${score} ${scoreNames[score]}`

/** What plain mode asks before it reads a line: one prompt for each step. */
export function promptOf(rehearsal: Rehearsal): string {
  const { phase } = rehearsal
  switch (phase.name) {
    case 'think':
      return "Enter when you start to speak (x don't know, s skip, q quit, ? help): "
    case 'talk':
      if (!rehearsal.options.typed) return 'Enter when you have finished (s skip, q quit): '
      return phase.typed.length === 0 ? 'Write your answer; a line with a lone . ends it:\n' : ''
    case 'follow-up':
      return 'Enter when you have finished (s skip, q quit): '
    case 'score':
      return `Score yourself (${scoreLine}): `
    case 'review':
      return phase.line === 'points'
        ? 'Which points did you make? (numbers as 1 3, Enter for none): '
        : `Final score (1 to 4, Enter keeps ${scoreWords(phase.score)}): `
    case 'change':
      return phase.answered === null
        ? 'One change to take along (a line, Enter for none): '
        : 'What will you change next time? (a line, Enter for none): '
    case 'results':
    case 'over':
      return ''
  }
}

/** What is valid where a reply was not. */
export function expected(rehearsal: Rehearsal): string {
  const { phase } = rehearsal
  switch (phase.name) {
    case 'think':
      return "Press Enter when you start to speak, or type x for don't know, s to skip, q to quit."
    case 'talk':
    case 'follow-up':
      return 'Press Enter when you have finished, or type s to skip, q to quit.'
    case 'score':
      return 'Type a number from 1 to 4, or q to quit.'
    case 'review': {
      if (phase.line === 'final') return 'Type a number from 1 to 4, or press Enter to keep your first score.'
      const most =
        pointsOf(itemInHand(rehearsal)).length + (itemInHand(rehearsal).lastChange === null ? 0 : 1)
      return `Type the numbers of the points you made, from 1 to ${most}, or press Enter for none.`
    }
    default:
      return 'Type a line, or press Enter for none.'
  }
}

/** The help of a step, behind `?`. */
export function helpOf(rehearsal: Rehearsal): string {
  const { phase } = rehearsal
  switch (phase.name) {
    case 'think':
      return 'Think as you would in the room, then press Enter and say your answer out loud. x: you have nothing to say; s: skip the question; q: stop here, and go on later.'
    case 'talk':
    case 'follow-up':
      return 'Say your answer out loud and press Enter when you have finished. p: pause; c: hide the clock; s: skip; q: stop here.'
    case 'score':
      return `Score yourself before you see the answer. ${allScores.map((score) => `${score} ${scoreNames[score]}: ${scoreMeanings[score]}`).join('; ')}. b: back to the clock.`
    case 'review':
      return 'Tick the points you made, then give the score you stand by now that you have seen the answer. It may differ from your first one: the difference shows whether you over- or underrate yourself.'
    case 'change':
      return 'One thing to do differently next time, in one line. It is shown to you with the question next time.'
    default:
      return 'a: the weakest question again; m: a mock interview; e: write your story for the weakest; Enter: done.'
  }
}
