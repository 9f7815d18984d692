import { pointsOf } from '../rehearsal/item.ts'
import { itemInHand, type Rehearsal, type Review } from '../rehearsal/rehearsal.ts'
import { rowsOf } from '../rehearsal/review.ts'
import { allScores, scoreMeanings, scoreNames } from '../rehearsal/scores.ts'
import { doubt } from './words.ts'

const scoreLine = allScores.map((score) => `${score} ${scoreNames[score]}`).join(', ')

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
        : finalPrompt(rehearsal, phase)
    case 'change':
      return phase.answered === null
        ? 'One change to take along (a line, Enter for none): '
        : 'What will you change next time? (a line, Enter for none): '
    case 'results':
    case 'over':
      return ''
  }
}

function finalPrompt(rehearsal: Rehearsal, { score, ticked }: Review): string {
  const of = pointsOf(itemInHand(rehearsal)).length
  const doubts = doubt(score, ticked.filter((row) => row < of).length, of)
  const prompt = `Final score (1 to 4, Enter keeps ${score} ${scoreNames[score]}): `
  return doubts === null ? prompt : `${doubts}\n${prompt}`
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
      const most = rowsOf(rehearsal)
      return `Type the numbers of the points you made, from 1 to ${most}, or press Enter for none.`
    }
    default:
      return 'Type a line, or press Enter for none.'
  }
}

/** The help of a step, behind `?`; `live` has keys that plain mode has not. */
export function helpOf(rehearsal: Rehearsal, live: boolean): string {
  const { phase } = rehearsal
  const only = (text: string): string => (live ? text : '')
  switch (phase.name) {
    case 'think':
      return `Think as you would in the room, then press Enter and say your answer out loud. x: you have nothing to say, which counts as a 1; s: skip the question; q: stop here.`
    case 'talk':
      return `Say your answer out loud and press Enter when you have finished.${only(' p: pause; c: hide or show the clock;')} s: skip the question; q: stop here.`
    case 'follow-up':
      return `Reply out loud, in half a minute or so, and press Enter when you have finished.${only(' p: pause; c: hide or show the clock; b: back to the answer, if you were not done;')} s: skip the follow-up; q: stop here.`
    case 'score':
      return `Score yourself before you see the answer. ${allScores.map((score) => `${score} ${scoreNames[score]}: ${scoreMeanings[score]}`).join('; ')}.${only(' b: back to the clock, which has run on;')} q: stop here.`
    case 'review':
      return reviewHelp(rehearsal, live)
    case 'change':
      return phase.answered === null
        ? 'One thing to do differently in every answer of the next mock or interview, in one line.'
        : 'One thing to do differently next time, in one line. You will see it with the question when it comes back.'
    default:
      return 'a: the weakest question again; m: a mock interview; e: write your story for the weakest; Enter: done.'
  }
}

function reviewHelp({ debrief }: Rehearsal, live: boolean): string {
  const what =
    'Which of the points did you make? Then give the score you stand by now that you have seen the answer. It may differ from your first one: the difference shows whether you over- or underrate yourself.'
  if (!live) return `${what} q: stop here.`
  const again = debrief === null ? ' a: save and answer the same question again;' : ''
  return `${what} Up, down and space: tick; 1 to 4: score; Enter: save;${again} e: write your own story; m: the other of story and model answer; q: stop here.`
}
