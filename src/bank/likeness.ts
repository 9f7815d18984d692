import { plainText } from './plain-text.ts'

/** Whether a line asks something. It supports a mark; alone it proves nothing. */

const OPENS =
  /^(?:what|how|why|when|where|who|whom|whose|which|whats|is|are|was|were|do|does|did|can|could|would|will|should|shall|have|has|had|may|must|if|in what|in which|at what|to what|for what|on what|by what|under what)\b(?!['’]?s? to use)|^(?:please )?(?:tell (?:me|us)|describe|explain|discuss|compare|contrast|differentiate|distinguish|define|give|provide|share|talk (?:about|me|us|through)|walk (?:me|us|through)|name|list|write|implement|design|show|suppose|imagine|consider|identify|outline|summari[sz]e|mention|elaborate|state|demonstrate|illustrate|enumerate|calculate|solve|prove|recall|think (?:of|about)|let['’]?s say|you(?:['’]re| are| have|['’]ve)|your|scenario|differences? between|convince|sell me|rate|estimate|pick|choose|introduce)\b/i

/** Openers that ask only in a whole sentence: "Design" and "How it works" are titles. */
const TITLE_WORDS = 3

const OTHER_SCRIPTS =
  /什么|什麼|怎么|怎麼|怎样|怎樣|如何|为什么|為什麼|为何|哪些|哪个|哪種|哪种|是否|吗$|吗[，。？]|嗎|区别|區別|(?:^|请)(?:说说|谈谈|说下|说一下|介绍|解释|描述|简述|列举|实现|手写|写出?)|설명|무엇|어떻게|어떤|왜 |[까란]$|까요|하세요|하시오|십시오|시오\.?$|인가요?$|차이|とは|ですか|ますか|でしょうか|なぜ|何で|説明(?:せよ|して)/

export function isQuestionLike(text: string): boolean {
  const bare = text.slice(0, 600).replace(/^[\s*_"“'‘«([¿]+/, '')
  if (/[?？;؟][\s*_"”’»)\]。.`~:：<>/a-z]{0,8}$/.test(bare) && /[?？؟]/.test(bare)) return true
  if (/[?？؟](?:["”’*_)]*\s|\p{Lo})/u.test(bare)) return true
  if (OTHER_SCRIPTS.test(bare)) return true
  return OPENS.test(bare) && wordCount(bare) >= TITLE_WORDS && !/^how (?:to|it) /i.test(bare)
}

const wordCount = (text: string): number => text.split(/\s+/, TITLE_WORDS + 1).filter(Boolean).length

const TOPIC =
  /question|interview|quiz|flash ?card|\bfaq\b|q ?& ?a\b|q and a\b|\bq&amp;a|behaviou?ral|exam\b|trivia|面试|面試|试题|題|问答|질문|면접|問題|질의/i

/** Whether a title, a file's name or a section says that questions follow. */
export const namesQuestions = (text: string): boolean => TOPIC.test(text)

const NEVER =
  /^\W*(?:(?:table of )?contents?|toc|index|navigation|licen[cs]e|contribut(?:ing|ors?|e)|contribution guide.*|disclaimer|resources?|(?:other|additional|more|useful|external|helpful) (?:resources?|links?|reading)|links?|references?|translations?|(?:general |quick |pro |interview |preparation )*tips\b.*|how to (?:use|contribute|prepare|study|answer|read).*|introduction|intro|overview|about(?: (?:this|the|me|us)\b.*)?|preface|foreword|prerequisites?|acknowledge?ments?|credits?|author(?:s)?|support|sponsors?|star history|further reading|see also|related(?: projects| topics)?|change ?log|installation|getting started|usage|conclusion|summary|note|notes|目录|目錄|목차|参考|参考资料|目次)\W*$/iu

/** Headings that hold no questions and are none, whatever else the text is. */
export function isNeverQuestion(heading: string): boolean {
  if (heading.length > 300) return false
  const text = plainText(heading)
  return text.length < 120 && NEVER.test(text) && !/[?？]\W*$/.test(text)
}

const THEIRS =
  /\b(?:ask|asking)\b.{0,30}\b(?:interviewers?|recruiters?|employers?|compan(?:y|ies)|them|manager|team)\b|\bquestions? (?:to|you (?:can|should|could|might)|for you to) ask\b|\byour questions for\b|\breverse interview|反问|反問/i

/** Questions for the other side of the table: not for rehearsal. */
export const asksInterviewer = (heading: string): boolean => THEIRS.test(heading)
