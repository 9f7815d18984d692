import { plainText } from '../text/plain-text.ts'

/** Openings that only questions have. */
const asking =
  /^(?:please )?(?:tell (?:me|us)|describe|explain|discuss|compare|contrast|differentiate|distinguish|talk (?:about|me|us|through)|walk (?:me|us|through)|give (?:me |us )?(?:an?|some|two|three) (?:examples?|situations?|instances?)|(?:provide|share) an? (?:example|situation|time|story)|sell me|convince (?:me|us)|introduce yourself|what would you|how would you|how do you|why do you|have you ever)\b/i

/** Openings that titles have too: they count only in a text about questions. */
const opening =
  /^(?:what|how|why|when|where|who|whom|whose|which|whats|can|could|would|will|should|do|does|did|is|are|in what|in which|at what|to what|for what)\b|^(?:please )?(?:define|give|provide|share|name|list|write|implement|design|suppose|imagine|consider|scenario|identify|outline|summari[sz]e|mention|elaborate|state|demonstrate|illustrate|enumerate|calculate|solve|prove|recall|think (?:of|about)|let['’]?s say|you (?:are|have)|you['’](?:re|ve)|differences? between|rate|estimate|pick|choose)\b/i

/** Titles have fewer words. */
const fewestWords = 3

/** Words that ask, in Chinese, Korean and Japanese. */
const askingInOtherScripts =
  /什么|什麼|怎么|怎麼|怎样|怎樣|如何|为什么|為什麼|为何|哪些|哪个|哪種|哪种|是否|吗$|吗[，。？]|嗎|区别|區別|(?:^|请)(?:说说|谈谈|说下|说一下|介绍|解释|描述|简述|列举|实现|手写|写出?)|설명|무엇|어떻게|어떤|왜 |[까란]$|까요|하세요|하시오|십시오|시오\.?$|인가요?$|차이|とは|ですか|ますか|でしょうか|なぜ|何で|説明(?:せよ|して)/

const markAtEnd = /[?？؟][\s*_"”’»\]。.~:：<>/a-z]{0,8}$/
/** A remark in brackets may ask, as in `Your team (how big?)`; `call(options?)` does not. */
const markInRemark = /\s\([^()]*[?？]\)[\s.*_]*$/
const markWithin = /[?？؟](?:["”’*_)]*\s|\p{Lo})/u

/** Whether a line reads like a question. In a text that is about questions, less is needed. */
export function isQuestionLike(text: string, aboutQuestions = true): boolean {
  const bare = text
    .slice(0, 800)
    .replace(/\]\([^()]*\)/g, ']')
    .replace(/^[\s*_"“'‘«([¿]+/, '')
  if (!/\p{L}/u.test(bare)) return false
  if (markAtEnd.test(bare) || markInRemark.test(bare) || askingInOtherScripts.test(bare)) return true
  if (wordCount(bare) >= fewestWords && asking.test(bare)) return true
  if (!aboutQuestions) return false
  if (markWithin.test(bare)) return true
  return wordCount(bare) >= fewestWords && opening.test(bare) && !/^how it /i.test(bare)
}

const wordCount = (text: string): number => text.split(/\s+/, fewestWords + 1).filter(Boolean).length

const topic =
  /question|interview|quiz|flash ?card|\bfaq\b|q ?& ?a\b|q and a\b|\bq&amp;a|behaviou?ral|exam\b|trivia|面试|面試|试题|題|问答|질문|면접|問題|질의/i

/** Whether a title, a file's name or a section says that its text is about questions. */
export const namesQuestions = (text: string): boolean => topic.test(text)

const interview = /interview|behaviou?ral|flash ?card|面试|面試|면접/i

/** Whether headings say so. A single FAQ does not count: manuals have one too. */
export const sectionsNameQuestions = (headings: readonly string[]): boolean =>
  headings.some((heading) => interview.test(heading)) ||
  headings.filter((heading) => topic.test(heading)).length > 2

const sectionWithoutQuestions =
  /^\W*(?:(?:table of )?contents?|toc|index|navigation|licen[cs]e|contribut(?:ing|ors?|e)|contribution guide.*|disclaimer|resources?|(?:other|additional|more|useful|external|helpful) (?:resources?|links?|reading)|links?|references?|translations?|(?:general |quick |pro |interview |preparation )*tips\b.*|how to (?:use|contribute|prepare|study|answer|read).*|introduction|intro|overview|about(?: (?:this|the|me|us)\b.*)?|preface|foreword|prerequisites?|acknowledge?ments?|credits?|author(?:s)?|support|sponsors?|star history|further reading|see also|related(?: projects| topics)?|change ?log|installation|getting started|usage|conclusion|summary|note|notes|目录|目錄|목차|参考|参考资料|目次)\W*$/iu

/** Whether a heading such as `License` neither asks nor has questions below it, whatever the text is about. */
export function isNeverQuestion(heading: string): boolean {
  if (heading.length > 300) return false
  const text = plainText(heading)
  return text.length < 120 && sectionWithoutQuestions.test(text) && !/[?？]\W*$/.test(text)
}

const forInterviewer =
  /\b(?:ask|asking)\b.{0,30}\b(?:interviewers?|recruiters?|employers?|compan(?:y|ies)|them|manager|team)\b|\bquestions? (?:to|you (?:can|should|could|might)|for you to) ask\b|\byour questions for\b|\breverse interview|反问|反問/i

/** Whether the questions below a heading are for the interviewer, and so not to be rehearsed. */
export const asksInterviewer = (heading: string): boolean => forInterviewer.test(heading)
