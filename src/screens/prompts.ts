import { pointsOf } from '../rehearsal/item.ts'
import { itemInHand, type Rehearsal, type Review } from '../rehearsal/rehearsal.ts'
import { isRecorded, rowsOf } from '../rehearsal/review.ts'
import { allScores, scoreMeanings, scoreNames } from '../rehearsal/scores.ts'
import { partsOf } from '../rehearsal/shape.ts'
import { safeLine } from '../text/safe.ts'
import {
  changeQuestion,
  doubt,
  finishPrompt,
  pointsQuestion,
  scoreLabel,
  startPrompt,
  startWritingPrompt,
} from './words.ts'

const scoreLine = allScores.map(scoreLabel).join(', ')

const donePrompt = `${finishPrompt} (s skip, q quit): `

/** `t Task, a Action`: how the parts of an answer are marked in plain mode. */
const partLetters = (rehearsal: Rehearsal): string =>
  partsOf[itemInHand(rehearsal).shape]
    .slice(1)
    .map(({ name }) => `${name[0]?.toLowerCase()} ${name}`)
    .join(', ')

/** What plain mode asks before it reads a line. */
export function promptOf(rehearsal: Rehearsal): string {
  const { phase, options } = rehearsal
  switch (phase.name) {
    case 'think':
      return `${options.typed ? startWritingPrompt : startPrompt} (x don't know, s skip, q quit, ? help): `
    case 'talk':
      if (!options.typed) {
        const letters = partLetters(rehearsal)
        return letters === '' ? donePrompt : `${finishPrompt} (${letters}, s skip, q quit): `
      }
      return phase.typed.length === 0
        ? 'Write your answer; a line with a lone . ends it, Ctrl-C quits and keeps it:\n'
        : ''
    case 'follow-up':
      return donePrompt
    case 'score':
      return `Score yourself (${scoreLine}): `
    case 'review':
      return phase.line === 'points'
        ? `${pointsQuestion} (numbers such as 1 3, ${enterFor(phase)}): `
        : finalPrompt(rehearsal, phase)
    case 'change':
      return `${changeQuestion(phase.answered === null)} (${changeKeys(phase.typed)}): `
    case 'results':
    case 'over':
      return ''
  }
}

/** What a line means there; `typed`: what was typed before the rehearsal was left. */
const changeKeys = (typed: string): string =>
  typed === '' ? 'a line, Enter for none' : `a line, Enter for "${safeLine(typed)}", - for none`

/** What Enter means where points are asked for: those that are ticked. */
function enterFor({ ticked, coverage }: Review): string {
  if (coverage === null || ticked.length === 0) return 'Enter for none'
  return `Enter for ${ticked.map((row) => row + 1).join(' ')}, - for none`
}

function finalPrompt(rehearsal: Rehearsal, { score, ticked }: Review): string {
  const of = pointsOf(itemInHand(rehearsal)).length
  const doubts = doubt(score, ticked.filter((row) => row < of).length, of)
  const prompt = `Final score (1 to 4, Enter keeps ${scoreLabel(score)}): `
  return doubts === null ? prompt : `${doubts}\n${prompt}`
}

/** What would be a valid reply, after one that was not. */
export function expected(rehearsal: Rehearsal): string {
  const { phase, options } = rehearsal
  switch (phase.name) {
    case 'think':
      return `Press ${options.typed ? startWritingPrompt : startPrompt}, or type x for don't know, s to skip, q to quit.`
    case 'talk':
    case 'follow-up':
      return 'Press Enter when you have finished, or type s to skip, q to quit.'
    case 'score':
      return 'Type a number from 1 to 4, or q to quit.'
    case 'review':
      if (phase.line === 'final') return 'Type a number from 1 to 4, or press Enter to keep your first score.'
      return `Type the numbers of the points you made, from 1 to ${rowsOf(rehearsal)}, or press ${enterFor(phase)}.`
    default:
      return 'Type a line, or press Enter for none.'
  }
}

/** The help for a step; `live` mode has keys that plain mode does not have. */
export function helpOf(rehearsal: Rehearsal, live: boolean): string {
  const { phase, options } = rehearsal
  const inLive = (text: string): string => (live ? text : '')
  switch (phase.name) {
    case 'think':
      return `Think as you would in the room, then press Enter and ${options.typed ? 'write your answer' : 'say your answer out loud'}. x: you have nothing to say, which counts as a 1; s: skip the question; q: stop here.`
    case 'talk':
      return `Say your answer out loud and press Enter when you have finished.${partsHelp(rehearsal, live)}${inLive(' p: pause; c: hide or show the clock;')} s: skip the question; q: stop here.`
    case 'follow-up':
      return `Reply out loud, in half a minute or so, and press Enter when you have finished.${inLive(' p: pause; c: hide or show the clock; b: back to the answer, if you were not done;')} s: skip the follow-up; q: stop here.`
    case 'score':
      return `Score yourself before you see the answer. ${allScores.map((score) => `${score} ${scoreNames[score]}: ${scoreMeanings[score]}`).join('; ')}.${inLive(' b: back to the clock, if you were not done;')} q: stop here.`
    case 'review':
      return reviewHelp(rehearsal, phase, live)
    case 'change':
      return phase.answered === null
        ? 'One thing to do differently in every answer of the next mock or interview, in one line.'
        : 'One thing to do differently next time, in one line. You will see it with the question when it comes back.'
    default:
      return 'a: the weakest question again; m: a mock interview; e: write your story for the weakest; Enter: done.'
  }
}

/** How the parts of an answer are marked, where it has parts. */
function partsHelp(rehearsal: Rehearsal, live: boolean): string {
  const letters = partLetters(rehearsal)
  if (letters === '') return ''
  return live
    ? ' Space: the next part begins; b: it did not.'
    : ` A letter marks where the next part begins: ${letters}.`
}

function reviewHelp(rehearsal: Rehearsal, phase: Review, live: boolean): string {
  const { debrief, hasCoach } = rehearsal
  const listen = isRecorded(rehearsal, phase) ? ' l: listen to yourself; L: to the time before;' : ''
  const task =
    'Which of the points did you make? Then give the score you stand by now that you have seen the answer. It may differ from your first one: the difference shows whether you over- or underrate yourself.'
  const coach = hasCoach ? ' o: hear what your coach says about your answer;' : ''
  if (!live) return `${task}${listen}${coach} q: stop here.`
  const again = debrief === null ? ' a: save and answer the same question again;' : ''
  return `${task} Up and down, or k and j, and space: tick; 1 to 4: score; Enter: save;${again} e: write your own story; m: read the answer here, page by page;${listen}${coach} q: stop here.`
}
