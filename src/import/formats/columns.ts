// Knows what the columns of a table hold by their names, in several languages: `Question`, `Meine Antwort`, `Zeit (min)`.

import type { ColumnUse, Draft } from '../../bank/draft.ts'
import { explicitKeyPoint } from '../../bank/key-points.ts'
import { saidDuration } from '../../text/said-duration.ts'
import { markdownOf } from '../markdown/html.ts'
import type { Row } from './rows.ts'

/** What a column holds. A `part` is a further part of the answer, which keeps its name: `Tips`, `Situation`. `options` are those to choose from. */
export type Column =
  | 'question'
  | 'options'
  | 'answer'
  | 'part'
  | 'key-points'
  | 'section'
  | 'follow-ups'
  | 'time'
  | 'id'

type Role = 'question' | 'options' | 'answer' | 'star' | 'section' | 'follow-ups' | 'time' | 'id' | 'metadata'

/** Names of columns: a rank for how sure they are, 1 being the surest, a role, and words. */
const vocabulary: readonly [rank: number, role: Role, words: string][] = [
  [
    1,
    'question',
    'question questions frage fragen pregunta preguntas pergunta perguntas questão questões questao domanda domande vraag vragen fråga frågor spørgsmål spørsmål kysymys pytanie pytania otázka otázky otazka kérdés kérdések întrebare intrebare вопрос вопросы питання запитання въпрос pitanje soru sorular câu_hỏi pertanyaan ερώτηση ερωτήσεις سؤال السؤال שאלה प्रश्न คำถาม 问题 問題 题目 題目 质问 質問 提问 面试题 面試題 问 問 질문 문제',
  ],
  [
    3,
    'question',
    'q prompt prompts front recto vorderseite anverso frente fronte voorkant 正面 表面 앞면 term card ask problem aufgabe enunciado énoncé scenario',
  ],
  [
    5,
    'question',
    'name title titel título titulo titre titolo nombre nome nom naam item text headline page 标题 標題 名称 名前 タイトル 제목 название',
  ],
  [
    1,
    'answer',
    'answer answers antwort antworten respuesta respuestas réponse réponses reponse resposta respostas risposta risposte antwoord antwoorden svar vastaus odpowiedź odpowiedzi odpověď odpoved válasz răspuns raspuns ответ ответы відповідь отговор odgovor cevap yanıt trả_lời câu_trả_lời đáp_án jawaban απάντηση جواب الإجابة إجابة תשובה उत्तर คำตอบ 答案 回答 解答 答 答え 답변 답 정답',
  ],
  [
    3,
    'answer',
    'a ans back verso rückseite reverso retro achterkant 背面 裏面 뒷면 response responses reply solution solutions lösung lösungen musterlösung solución solução soluzione oplossing решение definition definición definição définition story stories script bullets bullet key_points key_point talking_points points stichpunkte stichworte kernpunkte puntos_clave points_clés pontos_chave punti_chiave тезисы 要点 ポイント 핵심',
  ],
  [
    5,
    'answer',
    'explanation erklärung erläuterung explicación explication explicação spiegazione объяснение 解析 解説 해설 notes note notizen notiz notas nota remarques appunti notities anteckningar заметки примечание 备注 備註 笔记 メモ 메모 comment comments kommentar kommentare comentario comentarios commentaire comentário remarks tips tip hints hint hinweis hinweise consejos conseils dicas guidance rubric details example examples beispiel beispiele ejemplo ejemplos exemple exemplo esempio content description desc completion draft entwurf key_takeaways looking_for 示例 例',
  ],
  [
    1,
    'star',
    'situation context task action actions result results outcome learning learnings reflection takeaway lesson lessons aufgabe_star aktion handlung ergebnis situación tarea acción resultado tâche résultat situação tarefa ação ситуация задача действие результат',
  ],
  [
    1,
    'section',
    'section topic category categories abschnitt kategorie thema bereich categoría categoria tema sección catégorie thème rubrique seção categorie onderwerp категория тема раздел 分类 分類 类别 主题 章节 カテゴリ カテゴリー 分野 분류 주제 카테고리',
  ],
  [
    2,
    'section',
    'deck subject theme group area competency competence kompetenz chapter kapitel type typ tipo',
  ],
  [3, 'section', 'tags tag labels schlagworte etiquetas étiquettes тег теги 标签 タグ 태그'],
  [
    1,
    'follow-ups',
    'followup followups follow_up follow_ups followup_questions follow_up_questions nachfrage nachfragen anschlussfrage anschlussfragen seguimiento repreguntas relance relances acompanhamento 追问 追問',
  ],
  [
    1,
    'time',
    'time minutes minute mins min seconds secs sec budget duration zeit dauer minuten sekunden tiempo minutos duración temps durée tempo duração minuti durata tijd время минуты минут 时间 时长 時間 시간',
  ],
  [
    1,
    'options',
    'option options choice choices distractor distractors optionen auswahl antwortmöglichkeiten opción opciones opção opções alternativa alternativas alternatives choix opzione opzioni opcje możnosti варианты вариант 选项 選項 選択肢 보기 선택지',
  ],
  [
    2,
    'answer',
    'correct_option correct_choice correct_answers right_option richtig richtige_antwort correcta bonne_réponse 正确答案 正解',
  ],
  [3, 'answer', 'correct'],
  [1, 'id', 'id guid uuid'],
  [
    1,
    'metadata',
    'no nr num number nummer numero número index idx sl date datum fecha data created updated edited modified status state level niveau difficulty schwierigkeit dificultad difficulté dificuldade source quelle fuente link links url urls score rating count length author company firma empresa frequency round stage priority confidence due answered done practiced practised last next reviewed attempts timestamp email',
  ],
]

interface Meaning {
  role: Role
  rank: number
}

const meanings: ReadonlyMap<string, readonly Meaning[]> = vocabularyByWord()

function vocabularyByWord(): Map<string, Meaning[]> {
  const map = new Map<string, Meaning[]>()
  for (const [rank, role, words] of vocabulary) {
    for (const word of words.split(' ')) {
      const name = word.replaceAll('_', ' ')
      map.set(name, [...(map.get(name) ?? []), { role, rank }])
    }
  }
  return map
}

/** The rank of what only may be meant: `Name` and `Notes` are in many tables. */
const weak = 5

/** Whether a table with these columns is surely about questions, by the names alone. */
export const isSure = (header: readonly string[], columns: readonly (Column | null)[]): boolean =>
  header.some(
    (cell, at) =>
      (columns[at] === 'question' || columns[at] === 'answer') &&
      meaningsOf(cell).some(({ role, rank }) => role === columns[at] && rank < weak),
  )

/** What names end with in languages that write words together: `Musterantwort`, `Interviewfrage`. */
const compounds = [
  'antwort',
  'antworten',
  'frage',
  'fragen',
  'lösung',
  'antwoord',
  'vraag',
  'fråga',
  'spørsmål',
  'spørgsmål',
  'svar',
]

const longestName = 60
const mostWords = 8
const hanOrKana = /[\u3040-\u30ff\u4e00-\u9fff\uac00-\ud7a3]/

/** A name without case, marks and remarks: `**My answer** (draft)` is `my answer`, and `questionText` `question text`. */
export function columnName(cell: string): string {
  const text = cell.slice(0, 200).replace(/<[^<>]*>/g, ' ')
  const bare = text.replace(/\([^()]*\)|\[[^[\]]*\]|（[^（）]*）/g, ' ')
  return (/[\p{L}\p{N}]/u.test(bare) ? bare : text)
    .replace(/(\p{Ll})(\p{Lu})/gu, '$1 $2')
    .normalize('NFC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}\p{M}/&+]+/gu, ' ')
    .trim()
}

/** What a column may hold by its name. As part of a longer name a word counts a little less. */
function meaningsOf(cell: string): readonly Meaning[] {
  const name = columnName(cell)
  if (name === '' || name.length > longestName) return []
  const exact = meanings.get(name)
  if (exact) return exact
  const compound = compounds.find(
    (word) => name.length > word.length && name.endsWith(word) && !name.includes(' '),
  )
  if (compound) return (meanings.get(compound) ?? []).map(({ role, rank }) => ({ role, rank: rank + 1 }))
  const words = name.split(/[ /&+]/).filter(Boolean)
  if (words.length > mostWords) return []
  // `Question type` and `tipo de pregunta` are no questions.
  const head = /^(?:de|del|der|des|du|do|da|di|of|van)$/.test(words[1] ?? '') ? words[0] : words.at(-1)
  const ofHead = meanings.get(head ?? '')
  if (ofHead && !ofHead.some(({ role }) => role === 'question' || role === 'answer')) {
    const isStamp = words.some((word) =>
      /^(?:created|edited|updated|modified|last|start|end|due)$/.test(word),
    )
    return ofHead.some(({ role }) => role === 'star') || isStamp ? [] : ofHead
  }
  const pairs = words.map((word, index) => `${word} ${words[index + 1] ?? ''}`)
  const within = [...words, ...pairs].flatMap((word) => meanings.get(word) ?? [])
  const found = hanOrKana.test(name) ? [...within, ...meaningsWithin(name)] : within
  // A single letter, and what is only a weak sign, has to be the whole name.
  return found
    .filter(({ role, rank }) => (role === 'question' && rank < weak) || role === 'answer' || role === 'time')
    .map(({ role, rank }) => ({ role, rank: rank + 1 }))
}

/** Scripts without blanks: `我的答案` holds `答案`. */
const meaningsWithin = (name: string): Meaning[] =>
  [...meanings].flatMap(([word, all]) => (hanOrKana.test(word) && name.includes(word) ? all : []))

/** Whether a name is that of metadata, such as `Status` or `#`, which is no part of an answer however long it is. */
export const isMetadata = (cell: string): boolean =>
  columnName(cell) === '' || meaningsOf(cell).some(({ role }) => role === 'metadata' || role === 'section')

/** Whether a name is that of tags, which make a section only where nothing better does. */
export const isTags = (cell: string): boolean =>
  meaningsOf(cell).some(({ role, rank }) => role === 'section' && rank === 3)

/** What each column holds by its header, null for one that is not used; null where no column holds questions. */
export function columnsOf(header: readonly string[]): (Column | null)[] | null {
  const letters = starLettersIn(header)
  const all = header.map((cell, at): readonly Meaning[] =>
    letters.has(at) ? [{ role: 'star', rank: 1 }] : meaningsOf(cell),
  )
  const best = (role: Role, isFree: (at: number) => boolean = () => true): number => {
    let found = -1
    let rank = Infinity
    all.forEach((each, at) => {
      for (const meaning of each) {
        if (meaning.role !== role || meaning.rank >= rank || !isFree(at)) continue
        found = at
        rank = meaning.rank
      }
    })
    return found
  }
  const rankOf = (at: number, role: Role): number =>
    Math.min(Infinity, ...(all[at] ?? []).filter((each) => each.role === role).map(({ rank }) => rank))
  const question = best('question')
  if (question < 0) return null
  const choices = choicesIn(header)
  const isStar = all.filter((each) => each.some(({ role }) => role === 'star')).length > 1
  const likeliest = best('answer', (at) => at !== question && !choices.has(at))
  const answer = isStar && rankOf(likeliest, 'answer') >= weak ? -1 : likeliest
  if (rankOf(question, 'question') >= weak && answer < 0 && !isStar) return null
  const columns: (Column | null)[] = header.map((_, at) => {
    if (at === question) return 'question'
    if (at === answer) return 'answer'
    if (choices.has(at) || rankOf(at, 'options') < Infinity) return 'options'
    if (isStar && rankOf(at, 'star') < Infinity) return 'part'
    if (rankOf(at, 'answer') < Infinity) return isKeyPoints(header[at] ?? '') ? 'key-points' : 'part'
    return null
  })
  for (const role of ['section', 'follow-ups', 'time', 'id'] as const) {
    const at = best(role, (each) => columns[each] === null)
    if (at >= 0) columns[at] = role
  }
  return columns
}

/** The parts of an answer by their first letters. */
export const starLetters: Readonly<Record<string, string>> = {
  s: 'Situation',
  t: 'Task',
  a: 'Action',
  r: 'Result',
}

/** The columns `S`, `T`, `A` and `R`, where all four are there. */
function starLettersIn(header: readonly string[]): ReadonlySet<number> {
  const names = header.map(columnName)
  const places = Object.keys(starLetters).map((letter) => names.indexOf(letter))
  return new Set(places.includes(-1) ? [] : places)
}

/** The columns `A`, `B`, `C` and so on, three at least, or `Option 1`: what there is to choose from. */
function choicesIn(header: readonly string[]): Set<number> {
  const letters = header.flatMap((cell, at) => (/^\W*[a-h1-8]\W*$/i.test(cell) ? [at] : []))
  const isRun = letters.length > 2 && letters.every((at, index) => at === (letters[0] ?? 0) + index)
  const isFirst = /^\W*[a1]\W*$/i.test(header[letters[0] ?? 0] ?? '')
  const named = header.flatMap((cell, at) =>
    /^(?:option|choice|opci[oó]n|opção|choix|вариант|选项|選択肢) [a-h1-8]$/.test(columnName(cell))
      ? [at]
      : [],
  )
  return new Set(isRun && isFirst ? [...letters, ...named] : named)
}

const isKeyPoints = (cell: string): boolean =>
  /\b(?:key|talking|bullets?|stichpunkte|stichworte|kernpunkte|clave|clés|chave)\b|要点|ポイント|핵심/.test(
    columnName(cell),
  )

/** The columns by name, and how each was used, for those who want to know. */
export const columnUses = (header: readonly string[], columns: readonly (Column | null)[]): ColumnUse[] =>
  header.slice(0, mostNamed).map((name, at) => ({
    name: name.trim().slice(0, longestName),
    use: columns[at] ?? 'not used',
  }))

const mostNamed = 100

/** A row as a draft. Blank and missing fields are null, but a question is an empty text. */
export function draftOfRow(
  row: Row,
  columns: readonly (Column | null)[],
  header: readonly string[] = [],
): Draft {
  const field = (column: Column): string | null => cellText(row.fields[columns.indexOf(column)] ?? '')
  const time = field('time')
  const budgetMs = time === null ? null : saidDuration(time, header[columns.indexOf('time')] ?? '')
  const isIgnored = time !== null && budgetMs === null && !saysNothing(time)
  const points = itemsIn(field('key-points'))
  return {
    line: row.line,
    section: field('section'),
    question: [field('question') ?? '', optionsOf(row, columns, header)].filter(Boolean).join('\n\n'),
    answer:
      [field('answer'), ...partsOf(row, columns, header)].filter((part) => part !== null).join('\n\n') ||
      null,
    followUps: itemsIn(field('follow-ups')),
    budgetMs,
    ignored: isIgnored ? [{ line: row.line, of: 'time', text: time }] : [],
    id: field('id'),
    ...(points.length > 0 && { keyPoints: points.map(explicitKeyPoint) }),
  }
}

/** The options to choose from as a list, with their letters where the columns have them. */
function optionsOf({ fields }: Row, columns: readonly (Column | null)[], header: readonly string[]): string {
  if (!columns.includes('options')) return ''
  const options = columns.flatMap((column, at) => {
    const text = column === 'options' ? cellText(fields[at] ?? '') : null
    if (text === null) return []
    const letter = /(?:^|\W)([a-h1-8])\W*$/i.exec(header[at] ?? '')?.[1]
    if (letter !== undefined) return [`- ${letter.toUpperCase()}: ${text}`]
    return /^(?:[-*+]|\d+[.)]) /.test(text)
      ? [text]
      : text.split(/\n+|;|\|/).map((each) => `- ${each.trim()}`)
  })
  return options.join('\n')
}

/** The further parts of an answer, each with the name of its column. */
function partsOf({ fields }: Row, columns: readonly (Column | null)[], header: readonly string[]): string[] {
  if (!columns.includes('part')) return []
  return columns.flatMap((column, at) => {
    const text = column === 'part' ? cellText(fields[at] ?? '') : null
    if (text === null) return []
    const own = (header[at] ?? '').replace(/[*_:：]+/g, '').trim()
    const name = starLetters[own.toLowerCase()] ?? own
    if (name === '') return [text]
    const label = meaningsOf(name).some(({ role }) => role === 'star') ? `**${name}:**` : `${name}:`
    return [`${label}${/^(?:[-*]|\d+[.)]|```)/.test(text) ? '\n\n' : ' '}${text}`]
  })
}

/** A field as markdown; null where it is blank. */
function cellText(field: string): string | null {
  if (!/[<•●▪◦‣·]/.test(field)) return field.trim() || null
  const text = /<(?:br|p|div|[uo]l|li|b|i|u|em|strong|span|a|code)\b[^<>]*>/i.test(field)
    ? markdownOf(field)
    : field
  return text.replace(/^[ \t]*[•●▪◦‣·][ \t]*/gm, '- ').trim() || null
}

function itemsIn(field: string | null): string[] {
  if (field === null) return []
  const lines = field.split('\n').filter((line) => line.trim() !== '')
  // an item of a list may have a semicolon in it
  const items = lines.every((line) => mark.test(line)) ? lines : lines.flatMap((line) => line.split(';'))
  return items.map((text) => text.replace(mark, '').trim()).filter(Boolean)
}

const mark = /^[ \t]*(?:[-*•]|\d{1,2}[.)])[ \t]+/

/** Whether a field says that there is nothing: `-`, `n/a`. */
const saysNothing = (text: string): boolean => /^(?:\W*|n\/?a|none|null)$/i.test(text)
