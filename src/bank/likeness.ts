import { firstLetter } from '../text/letters.ts'
import { plainText } from '../text/plain-text.ts'
import { unicode } from '../text/unicode.ts'
import { surelyNamesQuestionsToAsk } from './questions-to-ask.ts'

// Behind a word `(?!\w)` is what `\b` is, and takes V8 half the time to compile.

/** Openings that only questions have. */
const asking =
  /^(?:please )?(?:(?:tell (?:me|us)|describe|explain|discuss|compare|contrast|differentiate|distinguish|talk (?:about|me|us|through)|walk (?:me|us|through)|give (?:me |us )?(?:an?|some|two|three) (?:examples?|situations?|instances?)|(?:provide|share) an? (?:example|situation|time|story)|sell me|convince (?:me|us)|introduce yourself|what would you|how would you|how do you|why do you|have you ever|(?:a|the last|one) time (?:you|when|that you|where you)|an? (?:example|situation|instance|moment|decision|project) (?:of |where |when |that |in which )?you|your (?:approach to|experience (?:with|of|in)|views? on|thoughts on))(?!\w)|how you (?=\w)(?!(?:can|could|will|may|might)(?!\w)))/i

/** The same in German, Spanish, Portuguese, French, Italian, Dutch, Polish, Russian and Ukrainian. */
const askingInOtherLanguages =
  /^(?:(?:bitte )?(?:erzähl|beschreib|schilder|erklär|erläuter|nenn)(?:en sie|e?n? sie|e|t)?(?=\s)|stell(?:en sie|e) (?:sich|dich)|(?:por favor,? )?(?:cuént[ae]|cuenta|hábl[ae]n?|habla|platíca|descr[ií]b[ae]|expl[ií](?:ca|que)|menciona|defin[ae]|conte|fale|descreva|cite)n?(?:-?(?:me|nos|lo|la))?(?=\s)|(?:parlez|racontez|décri(?:vez|s)|expli(?:quez|que)|présentez|citez|donnez|comparez)(?:-(?:moi|nous|vous))?\s|(?:parlami|mi parli|raccont(?:ami|i|a)|descriv[ai]|spieg(?:a|hi|ami)|elenca)\s|(?:vertel|beschrijf|leg .{1,30} uit|noem)\s|(?:opowiedz|opisz|wyjaśnij|wymień|popište|popiš|vysvětlete|řekněte|povězte|mesélj(?:en)?|berätta|beskriv|förklara|fortell|fortæl|forklar|kerro|kuvaile)\s|(?:расскажи|опиши|объясни|назови|перечисли|приведи|сравни|поясни|дайте определение|розкажіть|опишіть|поясніть)(?=[a-zß-ɏЀ-ӿ]*\s))/i

/** Openings that titles have too: they count only in a text about questions. */
const opening =
  /^(?:what|how|why|when|where|who|whom|whose|which|whats|can|could|would|will|should|do|does|did|is|are|in what|in which|at what|to what|for what)(?!\w)|^(?:please )?(?:define|give|provide|share|name|list|write|implement|design|suppose|imagine|consider|scenario|identify|outline|summari[sz]e|mention|elaborate|state|demonstrate|illustrate|enumerate|calculate|solve|prove|recall|think (?:of|about)|let['’]?s say|you (?:are|have)|you['’](?:re|ve)|differences? between|rate|estimate|pick|choose)(?!\w)/i

const openingInOtherLanguages =
  /^(?:was|wie|warum|wieso|weshalb|wann|wo|wer|wen|wem|welche[mnrs]?|worin|womit|wozu|inwiefern|haben sie|sind sie|können sie|würden sie|¿|qué|cómo|por qué|cuál(?:es)?|cuándo|dónde|quién|o que|como|por que|qual|quais|quando|onde|quem|qu['’]est-ce|que|comment|pourquoi|quel(?:le)?s?|quand|où|qui|avez-vous|êtes-vous|che cosa|cosa|cos['’]è|come|perché|quale|quali|wat|hoe|waarom|welke|co|jak|dlaczego|jaki[ea]?|czym|что|как|почему|зачем|какой|какая|какое|какие|каким|каков[аы]?|где|когда|чем|в ч[её]м|для чего|кто|сколько|що|чому|який|яка|які)(?=\s|$)/i

/** Titles have fewer words. */
const fewestWords = 3

/** Words that ask, in Chinese, Korean and Japanese. */
const askingInOtherScripts =
  /教えて(?:ください|下さい)|(?:を|で)お願い(?:します|致します)|聞かせて|述べてください|話してください|述べよ|什么|什麼|怎么|怎麼|怎样|怎樣|如何|为什么|為什麼|为何|哪些|哪个|哪種|哪种|是否|吗$|吗[，。？]|嗎|区别|區別|(?:^|请)(?:说说|谈谈|说下|说一下|说出|讲讲|讲述|聊聊|聊一聊|分享|阐述|介绍|解释|描述|简述|列举|实现|手写|写出?)|설명|무엇|어떻게|어떤|왜 |[까란]$|까요|(?<!안녕)하세요|(?:주세요|보세요|나요|습니까)[.?]?$|하시오|십시오|시오\.?$|인가요?$|차이|とは|ですか|ますか|でしょうか|なぜ|何で|説明(?:せよ|して)/

/** A longer sentence with a full stop has words that ask too: `我们先看它是否已经处理过了，再决定。` */
const statement = /^(?!请|说|谈|讲|聊|介绍|解释|描述)[^?？]{24,}。["”’」]*$/u

/** What people ask in two words. */
const whyShort = /^why (?:us|me|you|now|here|not|leave|management|leadership)\W*$/i

const mark = /[?？؟]/
const notLatin = /[^\x00-\u024f]/
const markAtEnd = /[?？؟][\s*_"”’»\]。.~:：<>/a-z]{0,8}(?:\(?\d{1,3}[.)])?$/
/** A remark in brackets may ask, as in `Your team (how big?)`; `call(options?)` does not. */
const markInRemark = /\s\([^()]*[?？]\)[\s.*_]*$/
const markWithin = /[?？؟](?:["”’*_)]*\s|\p{Lo})/u

/** What closes a letter or a chat asks for nothing that can be rehearsed: `Would you like me to shorten them?` */
const closing =
  /^(?:(?:let me know|feel free|please (?:let me|feel free|don['’]t hesitate)|(?:just )?(?:reach out|ping me|give me a (?:call|shout))|hope (?:this|that) helps)(?!\w)|(?:would|do) you (?:like|want) (?:me to|to see (?:more|another|an?other|some|the next)|a (?:version|longer|shorter|downloadable|printable|pdf)|more (?:questions|examples|of these))(?!\w)|(?:shall|want|may|can) (?:i|me)(?: to)? (?:also |now )?(?:add|create|make|draft|write|tailor|turn|expand|shorten|format|prepare|generate|convert|help|continue|give you|provide|show you)(?!\w)|(?:could|can|would) you (?:also |please |kindly )*(?:send|forward|share (?:your|the)|confirm|let me know|get back|reply)(?!\w)|if you(?:['’]d like| want| would like)(?!\w).*\b(?:i can|let me)(?!\w)|(?:möchten sie|soll ich|möchtest du|willst du),? (?:dass ich|diese|die|noch|ihnen|dir)(?!\w)|(?:quieres|quiere|desea) que (?:te|le|lo|los)(?!\w)|(?:veux-tu|voulez-vous) que je(?!\w))/i

/** A line of questions for the interviewer: `My questions for them: budget? On call?` */
const forThem =
  /^(?:my |our |some )?questions (?:for|to ask) (?:them|the |your )[^?]{0,40}:|^(?:meine |unsere )?(?:rück)?fragen an (?:die|den|das|sie|ihn)\b[^?]{0,40}:|^(?:mis |nuestras )?preguntas (?:para|a) (?:ellos|la|el)\b[^?]{0,40}:|^(?:mes |nos )?questions (?:pour|à poser)\b[^?]{0,40}:/i

/** What closes a page or a chat, below the last answer. */
const farewell =
  /^(?:i )?hope (?:this|that|these|it|you)\b|^(?:thanks|thank you) for reading|^(?:good luck|all the best|best of luck|happy (?:interviewing|learning|coding|hiring))\b|^(?:leave|drop|write) (?:me )?a comment|^did i miss|^viel (?:erfolg|glück)\b|^(?:buena|mucha) suerte|^bonne chance|^boa sorte|^удачи/i

/** Whether a paragraph says good-bye, or offers more. */
export const isClosing = (text: string): boolean => {
  const start = text.slice(0, 200)
  const bare = start.slice(firstLetter(start))
  return closing.test(bare) || farewell.test(bare)
}

const signOff =
  /^(?:(?:all the |with )?best(?: regards| wishes)?|(?:kind |warm |best )?regards|cheers|thanks(?: again)?|thank you|many thanks|sincerely|yours(?: \p{L}+)?|viele grüße|liebe grüße|(?:mit freundlichen|beste) grüßen?|cordialement|saludos|abraços|cordiali saluti)\s*[,.!]?(?:[ ,–-]+\p{Lu}[\p{L}.'’-]*(?: \p{Lu}[\p{L}.'’-]*)?)?$/iu

/** How one begins: most rows do not, which V8 sees without sets of letters. */
const mayEnd =
  /^\s*(?:all|with|best|kind|warm|regards|cheers|thank|many|sincerely|yours|viele|liebe|mit|cordial|saludos|abraços)/i

/** Whether a line ends a letter, with or without the name: `Best, Ana`. */
export const isSignOff = (text: string): boolean =>
  text.length < 80 && mayEnd.test(text) && signOff.test(text.trim())

/** Whether a line reads like a question. In a text that is about questions, less is needed. */
export function isQuestionLike(text: string, aboutQuestions = true): boolean {
  const start = text.length > 800 ? text.slice(0, 800) : text
  const bare = (start.includes('](') ? start.replace(/\]\([^()]*\)/g, ']') : start).replace(
    /^[\s*_"“'‘«([¿]+/,
    '',
  )
  return (
    /\p{L}/u.test(bare) &&
    (asks(bare) || (aboutQuestions && mayAsk(bare))) &&
    !closes(bare) &&
    !forThem.test(bare)
  )
}

const lastSentence = /[.!]\s+(\p{Lu}[^.!?]*\?\W*)$/u

/** Whether a text closes a letter, or ends in a sentence that does: `Be brief. Let me know if the time works?` */
const closes = (bare: string): boolean =>
  closing.test(bare) || (bare.includes('?') && closing.test(lastSentence.exec(bare)?.[1] ?? ''))

/** Whether a text without marks in front asks, whatever its text is about. */
const asks = (bare: string): boolean =>
  (mark.test(bare) && (markAtEnd.test(bare) || markInRemark.test(bare))) ||
  (notLatin.test(bare) && askingInOtherScripts.test(bare) && !statement.test(bare)) ||
  whyShort.test(bare) ||
  ((asking.test(bare) || askingInOtherLanguages.test(bare)) && hasWords(bare))

/** The same in a text about questions. */
const mayAsk = (bare: string): boolean =>
  markWithin.test(bare) ||
  (((opening.test(bare) && !/^how (?:it|i) /i.test(bare)) || openingInOtherLanguages.test(bare)) &&
    hasWords(bare))

const hasWords = (text: string): boolean =>
  text.split(/\s+/, fewestWords + 1).filter(Boolean).length >= fewestWords

/** `What would they say`, `Have you led`: a verb comes before who does it. `What I learned` begins an answer. */
const unmarked =
  /^(?:(?:(?:and |so )?(?:what|how|why|when|where|who|whom|which|in what)(?:['’]s)?(?! (?:i|we|it|this|that|they|he|she|my|our|you|to)(?!\w))((?: [^ ]+){0,3}?) (?:do|does|did|is|are|was|were|would|will|can|could|should|have|has|had|might|makes?|made|motivates?|drives?)|do|does|did|are|have|would|will|can|could)(?: (?:you|your|they|a|an|the|one|this|that|it|there|people|being|good|great|success)(?!\w)|$)|(?:o que|qual|quais|por que|quem) (?:você|seu|sua|seus|suas|é|são|foi|faz|te|lhe|o|a) ?|(?:cosa|come|perché|quale|quali) (?:direbbe|dice|gestisc|vuol|è|fa|ha|ti|si|le|sono|sarebbe|farebbe|vorrebbe)|(?:hoe|waarom|welke|wat) (?:zou|zouden|doe|doet|is|zijn|ga|gaat|heb|heeft|kun|kan|wil)(?=\s))/i
/** Words behind which any other may follow, but for some; `mein` and `unser` with any ending. */
const unmarkedBefore =
  /^(?:(?:was|wie|warum|wieso|weshalb|wann|wo|wer|welche[mnrs]?|worauf|woran|womit|inwiefern)(?! (?:ich|wir|es|er|man|das|die|der|mein[a-zäöüß]*|unser[a-zäöüß]*)(?=\s))|qué|cómo|por qué|cuál(?:es)?|cuándo|dónde|quién|comment|pourquoi|quel(?:le)?s?|qu['’]est-ce|(?:jak|dlaczego|jaki[ea]?|co)(?! (?:ja|my)(?!\w))|(?:что|как|почему|зачем|какой|какая|какое|какие)(?! (?:я|мы|это)(?=\s))) /i

/** Whether a line asks by the order of its words, though no mark says so. A sentence with an end is no such line. */
export function asksUnmarked(text: string): boolean {
  if (text.length >= 200 || /[.!:;,…]\s*$/.test(text)) return false
  const match = unmarked.exec(text)
  if (match) return areWords(match[1] ?? '') && hasWords(text)
  const before = unmarkedBefore.exec(text)?.[0].length
  return before !== undefined && firstLetter(text, before) === before && hasWords(text)
}

/** Whether there are only words, and what joins them. */
const areWords = (text: string): boolean =>
  /^[a-z’' -]*$/i.test(text) || unicode("^[\\p{L}’' -]*$").test(text)

const topic =
  /question|interview|quiz|flash ?card|\bfaq\b|q ?& ?a\b|q and a\b|\bq&amp;a|behaviou?ral|exam\b|trivia|面试|面試|[hH][rR] ?面|[一二三四]面|笔试|試験|試題|試题|试题|面接|題|问答|질문|면접|問題|質問|질의|fragen\b|vorstellungsgespräch|bewerbungsgespräch|preguntas|entrevista|perguntas|questionnaire|entretien|domande|colloquio|вопросы|собеседовани|exerc[ií]cios|pytania|rozmow[ay] kwalifikacyjn/i

/** Whether a title, a file's name or a section says that its text is about questions. */
export const namesQuestions = (text: string): boolean => topic.test(text)

const questionsAtEnd =
  /(?:\bquestions?|fragen|preguntas|perguntas|domande|pytania|вопросы|питання|问题|問題|题目|質問|질문)(?: (?:and|&) answers?)?\W*$/i

/** Whether a heading says that what is below it are questions, whatever they look like; not one such as `How to answer questions`. */
export const announcesQuestions = (heading: string): boolean =>
  heading.length < 80 &&
  questionsAtEnd.test(heading) &&
  !/\b(?:how|tips?|steps?|ask|answer(?:ing)?|prepar)/i.test(heading.replace(/answers?\W*$/i, ''))

const interview = /interview|behaviou?ral|flash ?card|面试|面試|면접/i

/** Whether headings say so. A single FAQ does not count: manuals have one too. */
export const sectionsNameQuestions = (headings: readonly string[]): boolean =>
  headings.some((heading) => interview.test(heading)) ||
  headings.filter((heading) => topic.test(heading)).length > 2

const sectionWithoutQuestions =
  /^\W*(?:licen[cs]es?|lizenz|licencia|licença|лицензия|contribut(?:ing|ors?|e)|contribution guide.*|disclaimer|resources?|(?:other|additional|more|useful|external|helpful) (?:resources?|links?|reading)|links?|references?|translations?|(?:general |quick |pro |interview |preparation )*tips\b.*|how (?:to|i|we) (?:use|contribute|prepare|study|answer|read).*|about(?: (?:this|the|me|us)\b.*)?|prerequisites?|acknowledge?ments?|credits?|author(?:s)?|support|sponsors?|scor(?:ing|es?)(?: (?:guide|rubric|key|sheet))?|(?:evaluation|scoring|grading) (?:criteria|rubric|sheet)|rubric|bewertung(?:skriterien|sbogen|sschema)?|star history|further reading|see also|related(?: projects| topics)?|change ?log|installation|getting started|usage|参考|参考资料)\W*$/i

/** What is to be found out beforehand: `Research the company`. */
const toLookUp =
  /^\W*(?:research|look up|read up on|find out about|investiga|busca|averigua|infórmate|recherchier\p{L}*|informier\p{L}*|pesquis[ea]|renseigne[zr]?(?:-(?:vous|toi))?|informati|изучите|узнайте)(?!\p{L}).{0,30}(?:compan(?:y|ies)|employer|empresa|unternehmen|firma|arbeitgeber|entreprise|azienda|компани\p{L}*).{0,30}$/iu

const partWithLinks =
  /^\W*(?:(?:table of )?contents?|toc|index|navigation|introduction|intro|overview|preface|foreword|conclusion|summary|notes?|quick (?:links|navigation)|목차|目录|目錄|目次|inhalt(?:sverzeichnis)?|índice|sumário|sommaire|table des matières|indice|оглавление|содержание|introducción|introdução|einleitung|einführung|введение|notizen|zusammenfassung|resumen|resumo|заметки)\W*$/i

/**
 * Whether a heading such as `Contents` does not ask, and has links or prose below it, though questions may follow, with
 * marks of their own.
 */
export const leadsNowhere = (heading: string): boolean =>
  heading.length < 300 && partWithLinks.test(plainText(heading))

/** Whether a heading such as `License` neither asks nor has questions below it, whatever the text is about. */
export function isNeverQuestion(heading: string): boolean {
  if (heading.length > 300 || heading.endsWith('?')) return false
  const text = plainText(heading)
  if (text.length >= 120 || /[?？]\W*$/.test(text)) return false
  return sectionWithoutQuestions.test(text) || toLookUp.test(text) || partWithLinks.test(text)
}

const starPart =
  /^(?:s?(?:situa(?:tion|ción|cion|ção|cao|zione|tie)|ситуация)|t?(?:task|tarea|tarefa|tâche|tache|aufgabe|compito|taak)|задача|a?(?:action|acción|accion|ação|acao|azione|aktion|actie|handlung)|действие|r?(?:results?|resultados?|résultats?|ergebnis|risultat[oi]|resultaat)|результат)s?$/

/** Whether a heading names a part of an answer: `Situation`, `(S)ituation`, `S - Situation`. */
export const isStarPart = (heading: string): boolean =>
  heading.length < 40 && starPart.test(heading.replace(/[^\p{L}]/gu, '').toLowerCase())

const forInterviewer =
  /\b(?:ask|asking)\b.{0,30}\b(?:interviewers?|recruiters?|employers?|compan(?:y|ies)|them|hiring manager|(?:the|your|my)(?: (?:future|new|potential))? (?:manager|team|boss))\b|\bquestions? (?:to|you (?:can|should|could|might)|(?:that )?i(?:['’]ll| (?:will|want to|would like to|should|could|can|might|may))?|for you to) ask\b(?! (?:the |a |an |your )?(?:candidates?|applicants?|engineers?|developers?))|\b(?:your questions for|questions? for (?:them|the (?:interviewers?|company)))\b|\breverse interview|\b(?:fragen an (?:das unternehmen|den arbeitgeber|die firma|den interviewer)|preguntas para (?:ellos|la empresa|el entrevistador)|questions à (?:leur )?poser|perguntas para (?:eles|a empresa|o entrevistador)|domande da (?:fare|porre))|反问|反問/i

/** Whether the questions below a heading are for the interviewer, and so not to be rehearsed. */
export const asksInterviewer = (heading: string): boolean =>
  forInterviewer.test(heading) || surelyNamesQuestionsToAsk(heading)
