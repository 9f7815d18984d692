import type { KeyPoint } from '../bank/model.ts'
import { sentencesOf } from '../text/sentences.ts'
import { contentWords, stemOf } from './content-words.ts'
import { familiesOfPhrases, familiesWith } from './families.ts'

/** Whether an answer seems to make a point. It is a guess by words: the user decides. */
export type State = 'covered' | 'maybe' | 'missing'

export interface PointCoverage extends KeyPoint {
  state: State
  /** The words of the point that the answer has too, as the point has them. */
  words: string[]
}

/** From these shares of a point's words on, it is taken for covered, and for maybe covered. */
const covered = 0.42
const maybe = 0.22

/** What a word counts that the answer has in another form of the same family, see `families.ts`. */
const kin = 0.85

/** What a word counts that a third of the shipped model answers have: it says little about which point was made. */
const common = 0.7
const commonStems = new Set(
  contentWords(
    'team engineer people last year month week day time ask tell told look want take took work went first second 2 3 4 5',
  ).map(({ stem }) => stem),
)

/** What a word counts that stands further off: who makes a point mostly says its words together. */
const farOff = 0.5

/** What is heard in a text: the stems of its words, and the families of these and of its phrases. */
interface Heard {
  stems: ReadonlySet<string>
  families: ReadonlySet<number>
}

/**
 * Which points an answer seems to make, by the share of their content words that it has, most of all in two sentences that
 * follow each other. One word alone covers no point of three words or more, and another word of its family no point at all.
 */
export function coverageOf(points: readonly KeyPoint[], answer: string): PointCoverage[] {
  const sentences = sentencesOf(answer).map(heardIn)
  const whole: Heard = {
    stems: new Set(sentences.flatMap(({ stems }) => [...stems])),
    families: new Set(sentences.flatMap(({ families }) => [...families])),
  }
  return points.map((point) => {
    const own = found(point.text, sentences, whole)
    const instead = point.below === undefined ? own : found(point.below, sentences, whole)
    const { state, words } = instead.share > own.share ? instead : own
    return { ...point, state, words }
  })
}

/** How much of a text, which is a point or what stands below it, the sentences of an answer have. */
function found(
  text: string,
  sentences: readonly Heard[],
  whole: Heard,
): { share: number; state: State; words: string[] } {
  const wanted = new Map(contentWords(text).map(({ word, stem }) => [stem, word]))
  const stems = [...wanted.keys()]
  const had = worthOf(stems, [whole])
  const all = sumOf(had)
  const together = all === 0 ? 0 : mostTogether(stems, sentences)
  const share = (together + farOff * (all - together)) / Math.max(1, sumOf(stems.map(weighed)))
  const isEnough = had.length > 1 || (stems.length <= 2 && had[0]?.isSaid === true)
  const state = share >= covered && isEnough ? 'covered' : share >= maybe ? 'maybe' : 'missing'
  return { share, state, words: had.map(({ stem }) => wanted.get(stem) ?? stem) }
}

function heardIn(text: string): Heard {
  const stems = new Set(contentWords(text).map(({ stem }) => stem))
  // a text with a figure has what "a result in numbers" asks for
  if ([...stems].some((stem) => /^\d/.test(stem))) stems.add(stemOf('number'))
  return { stems, families: new Set([...[...stems].flatMap(familiesWith), ...familiesOfPhrases(text)]) }
}

/** A word of a point, what it counts, and whether the answer has it itself. */
interface Worth {
  stem: string
  worth: number
  isSaid: boolean
}

const weighed = (stem: string): Worth => ({
  stem,
  worth: commonStems.has(stem) ? common : 1,
  isSaid: true,
})

const sumOf = (words: readonly Worth[]): number => words.reduce((sum, { worth }) => sum + worth, 0)

/**
 * Those of some stems that are heard, and what each counts: less where only another word of the same family is. A family
 * counts once: who writes has not written a memo and a page.
 */
function worthOf(stems: readonly string[], heard: readonly Heard[]): Worth[] {
  const said = stems.filter((stem) => heard.some((each) => each.stems.has(stem)))
  const counted = new Set(said.flatMap(familiesWith))
  return stems.flatMap((stem) => {
    const whole = weighed(stem)
    if (said.includes(stem)) return [whole]
    const families = familiesWith(stem)
    if (!families.some((each) => !counted.has(each) && heard.some((one) => one.families.has(each)))) return []
    for (const each of families) counted.add(each)
    return [{ stem, worth: whole.worth * kin, isSaid: false }]
  })
}

/** The most that two sentences in a row have of some stems. */
const mostTogether = (stems: readonly string[], sentences: readonly Heard[]): number =>
  sentences.reduce((most, _, at) => Math.max(most, sumOf(worthOf(stems, sentences.slice(at, at + 2)))), 0)
