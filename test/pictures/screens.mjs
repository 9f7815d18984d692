// The screens of which there are pictures.

/**
 * `args`: what is typed after `greenroom`. `isNew`: nothing was rehearsed yet. `recorders`: programs that record are there.
 * `whereSmall`: the steps in a window with fewer rows.
 * @typedef {{
 *   name: string, title: string, about: string, args: string[], rows?: number, isNew?: boolean,
 *   recorders?: boolean, steps?: import('./terminal.mjs').Step[], whereSmall?: import('./terminal.mjs').Step[],
 * }} Screen
 */

const enter = '\r'
const down = '\u001b[B'

/** @type {(text: string | RegExp) => import('./terminal.mjs').Step} */
export const see = (text) => ['see', text]
/** @type {(keys: string) => import('./terminal.mjs').Step} */
export const type = (keys) => ['type', keys]
/** @type {(seconds: number) => import('./terminal.mjs').Step} */
const clock = (seconds) => ['clock', seconds]

/** @type {(seconds: number) => import('./terminal.mjs').Step} */
const pass = (seconds) => ['pass', seconds]
/** @type {import('./terminal.mjs').Step} */
export const redrawn = ['redrawn']

/** A question whose answer is told as a case, with five key points and two minutes. */
const question = 'missed-deadline'
const drill = ['drill', `manager/${question}`]

const toTalk = [see('Think'), clock(14), type(enter), see('Talk')]
/** Marks so many parts of the answer at an end. */
const marks = (/** @type {number} */ count) =>
  [19, 31, 92, 111].slice(0, count).flatMap((second) => [clock(second), type(' '), redrawn])
const toScore = [...toTalk, ...marks(4), clock(121), type(enter), see('Score yourself')]
const toReview = [...toScore, type('3'), see('enter save')]
const ticks = [type(' '), type(down), type(' '), type(down), type(down), type(' '), type(down), type(' ')]
const toChange = [...toReview, ...ticks, see(/4 ?(of|\/) ?5/), type(enter), see('change next time')]
const toResults = [...toChange, type(`give both dates first${enter}`), see('Results'), see('enter done')]

/** Two answers of a mock, each with a follow-up, and the review of the first. */
const toDebrief = [
  ...[1, 2].flatMap((number) => [
    see(`Question ${number} of 2`),
    see('Think'),
    clock(9),
    type(enter),
    see('Talk'),
    clock(70 + 24 * number),
    type(enter),
    see('Reply'),
    clock(34),
    type(enter),
    see('Score yourself'),
    type(number === 1 ? '3' : '2'),
  ]),
  see('enter save'),
]

/** @type {Screen[]} */
export const screens = [
  {
    name: 'first',
    title: 'The first start',
    about: 'Nothing was rehearsed yet.',
    args: [],
    isNew: true,
    steps: [see('nter')],
  },
  {
    name: 'home',
    title: 'Home',
    about: "Where you stand, and today's questions.",
    args: [],
    rows: 30,
    steps: [see('Enter starts')],
  },
  {
    name: 'question',
    title: 'A question',
    about: 'Time to think, with what you wanted to change last time.',
    args: drill,
    steps: [see('Think'), clock(14)],
  },
  {
    name: 'talk',
    title: 'The talk clock',
    about: 'A bar against the budget, a word for where you are, and the parts of a case as you mark them.',
    args: drill,
    steps: [...toTalk, ...marks(3), clock(97)],
  },
  {
    name: 'keys',
    title: 'Help on keys',
    about: '`?` wherever you are not writing.',
    args: drill,
    steps: [...toTalk, clock(7), type('?'), redrawn],
  },
  {
    name: 'score',
    title: 'The first score',
    about: 'Before you see anything.',
    args: drill,
    steps: toScore,
  },
  {
    name: 'review',
    title: 'The review',
    about: 'Which points did you make, and what is the score now?',
    args: drill,
    rows: 40,
    steps: [...toReview, ...ticks, see(/4 ?(of|\/) ?5/)],
  },
  {
    name: 'change',
    title: 'One change',
    about: 'For next time, in one line.',
    args: drill,
    steps: [...toChange, type('give both dates first'), see('both dates first')],
  },
  {
    name: 'results',
    title: 'The results',
    about: 'Score, time and points, and when the question comes back.',
    args: drill,
    steps: toResults,
  },
  {
    name: 'debrief',
    title: 'The debrief of a mock',
    about: 'All feedback at the end.',
    args: ['mock', 'one-to-ones', 'why-here'],
    rows: 50,
    steps: toDebrief,
  },
  {
    name: 'ladder',
    title: 'A ladder',
    about: 'The same answer in less and less time.',
    args: ['ladder', 'about-yourself'],
    steps: [see('Enter when you start'), type(enter), see('Talk'), clock(127)],
  },
  {
    name: 'sprint',
    title: 'A sprint',
    about: 'First lines, ten seconds each.',
    args: ['sprint', '--seed', '3'],
    steps: [see('nter'), type(enter), see('Talk'), clock(6)],
  },
  { name: 'plan', title: 'The plan', about: 'The days until the interview.', args: ['plan'] },
  { name: 'next', title: 'What is next', about: 'And why.', args: ['next'] },
  {
    name: 'stats',
    title: 'Statistics',
    about: 'Scores, time, calibration, what is weakest.',
    args: ['stats'],
  },
  {
    name: 'list',
    title: 'The list',
    about: 'Questions with their last score and when they are due.',
    args: ['list'],
  },
  {
    name: 'show',
    title: 'One question',
    about: 'Its answer, key points, story and attempts.',
    args: ['show', 'conflict-in-team'],
    rows: 120,
    steps: [see('listen')],
  },
  {
    name: 'stories',
    title: 'Stories',
    about: 'What is written, what is missing, and what they show.',
    args: ['story'],
  },
  {
    name: 'compare',
    title: 'A comparison',
    about: 'A written answer held against the key points.',
    args: ['compare', question, 'answer.txt'],
  },
  {
    name: 'sheet',
    title: 'The page for the morning',
    about: 'On a terminal; `--format html` is for a phone or paper.',
    args: ['export', 'sheet'],
    rows: 200,
    whereSmall: [see('Enter shows more')],
  },
  {
    name: 'bank-add',
    title: 'Adding a bank',
    about: 'Notes as they are: what was found is shown, then it asks.',
    args: ['bank', 'add', 'notes.md'],
    rows: 40,
    steps: [see(/Add it|Enter yes/)],
  },
  {
    name: 'bank-check',
    title: 'Checking a bank',
    about: 'Each question with its line, and every line that is in none.',
    args: ['bank', 'check', 'notes.md'],
  },
  {
    name: 'takes',
    title: 'Takes',
    about: 'Your recordings.',
    args: ['takes'],
  },
  {
    name: 'consent',
    title: 'Consent to recording',
    about: 'Asked once, after a first drill.',
    args: ['drill', 'leadership/platform-vs-features'],
    rows: 40,
    isNew: true,
    recorders: true,
    steps: [
      ...[see('Think'), type(enter), see('Talk'), clock(84), type(enter), see('Score yourself'), type('3')],
      ...[
        see('enter save'),
        ...ticks,
        see(/4 ?(of|\/) ?5/),
        type(enter),
        see('change next time'),
        type(enter),
      ],
      ...[see('enter done'), type(enter)],
      see('y yes'),
    ],
  },
  {
    name: 'doctor',
    title: 'Doctor',
    about: 'What is well, and what can be fixed.',
    args: ['doctor'],
    rows: 30,
  },
  { name: 'help', title: 'Help', about: 'All commands.', args: ['--help'], rows: 60 },
  { name: 'help-drill', title: 'Help on a command', about: '`drill`.', args: ['drill', '--help'], rows: 60 },
  {
    name: 'plain',
    title: 'Plain mode',
    about: 'No repainting, one line read for each question: for screen readers and scripts.',
    args: [...drill, '--plain'],
    rows: 100,
    steps: [
      ...[see('Enter when you start'), pass(12), type(enter), see('Enter when you have finished')],
      ...[pass(118), type(enter), see('Score yourself'), type(`3${enter}`), see('numbers such as')],
      ...[type(`1 2 4${enter}`), see('Final score'), type(enter), see('change next time')],
      ...[type(`give both dates first${enter}`), see('Results')],
    ],
  },
]
