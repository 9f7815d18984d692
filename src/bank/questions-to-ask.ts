import { plainText } from '../text/plain-text.ts'

const heading =
  /^(?:my )?questions? (?:(?:i (?:want|would like) |i['’]d like )?to ask(?: back| them| the (?:interviewers?|company|team|panel|hiring manager))?|for (?:them|the (?:interviewers?|company|panel)))[.:]?$/i

/** The same in other words, and in other languages. */
const others = new RegExp(
  `^(?:${[
    '(?:some |good |smart )?questions? (?:for|to) (?:them|the (?:interviewers?|company|recruiters?|employer))',
    '(?:my|our) questions? (?:for|to) (?:them|(?:the|my) (?:(?:future|new|hiring) )?(?:interviewers?|company|panel|team|recruiters?|employer|manager|boss|board|committee))',
    '(?:things |what |(?:my|our|some|good|smart) questions )?(?:i (?:want|need|would like|have) )?to ask(?: them| back| the (?:interviewers?|company|team|panel))?',
    '(?:eigene |gute )?(?:rück)?fragen an (?:die|das|den)(?: (?:gegenseite|firma|unternehmen|arbeitgeber|interviewer))?',
    '(?:meine|unsere) (?:rück)?fragen an (?:die|den|das|sie|ihn)(?: \\p{L}+)?',
    '(?:mis |nuestras )?preguntas (?:para|a) (?:ell[oa]s|la empresa|el equipo|el panel|la entrevistadora|el entrevistador|los entrevistadores)|(?:para )?preguntarles',
    "(?:mes |nos )?questions (?:pour|à) (?:eux|elles|l['’](?:entreprise|équipe|employeur)|la société|le jury|le recruteur|les recruteurs)|(?:mes |nos )?questions à (?:leur )?poser|à leur demander",
    '(?:minhas |nossas )?perguntas (?:para|a) (?:el[ea]s|a empresa|a equipe|o time|o entrevistador|os entrevistadores)|perguntar a eles',
    "(?:(?:le )?(?:mie|nostre) )?domande (?:per|a) (?:loro|l['’]azienda|il team|la commissione|i selezionatori)|(?:le (?:mie )?)?domande da (?:fare|porre)(?: loro)?",
    '(?:mijn |onze )?vragen (?:aan|voor) (?:hen|hun|ze|het bedrijf|het team|de werkgever)',
    '(?:мои )?вопросы (?:к ним|им|для них|(?:к )?(?:работодателю|компании|команде))|что спросить у них',
    '(?:moje )?pytania do (?:nich|firmy|zespołu|pracodawcy)',
  ].join('|')})[.:：]?$`,
  'iu',
)

/** Whether a heading says that what is below it are questions for the interviewers, such as `Questions to ask them`. */
export const namesQuestionsToAsk = (title: string): boolean => {
  if (title.length >= 100) return false
  const text = plainText(title)
  return heading.test(text) || others.test(text)
}

/** The same, but for headings that others may mean: a panel has `Questions for the panel` too. */
export const surelyNamesQuestionsToAsk = (title: string): boolean =>
  title.length < 100 && others.test(plainText(title))

/** The question of a line below such a heading, as plain text; empty where it has none. */
export const questionToAsk = (line: string): string =>
  plainText(line.replace(/^\s*(?:[-*+•●○▪–]|\d{1,3}[.)]|#{1,6})\s+(?:\[[ xX]?\]\s+)?/, ''))
