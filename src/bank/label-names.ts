// What people call a question and its answer, in the languages that question files are often written in.

/** `Question`, `Frage`: as a pattern without flags, to be matched in any case. */
export const questionNames =
  'question|q|qns?|ques|(?:leit|haupt|kern|einstiegs|eröffnungs)?frage|pregunta|pergunta|quest[ãa]o|domanda|vraag|fråga|spørsmål|spørgsmål|kysymys|pytanie|otázka|întrebare|soru|kérdés|ερώτηση|вопрос|питання|въпрос|pertanyaan|soal|câu hỏi|câu|问题|問題|题目|題目|问|問|题|題|質問|질문|문제|السؤال|سؤال|שאלה|प्रश्न|सवाल'

/** `Answer`, `Antwort`. */
export const answerNames =
  'answers?|ans|solutions?|responses?|reply|antwort(?:en)?|lösung|musterantwort|respuestas?|solución|réponses?|reponse|solution|respostas?|solução|rispost[ae]|soluzione|antwoord|svar|vastaus|odpowied[źz]|odpověď|odpoveď|răspuns|cevap|yanıt|válasz|απάντηση|ответы?|відповідь|отговор|jawaban|trả lời|câu trả lời|đáp án|答案|答え|答|解答|回答|回答例|模範回答|参考答案|参考回答|答题思路|参考|解析|모범 ?답안|예시 ?답변|답변?|정답|답안|الإجابة|إجابة|الجواب|جواب|תשובה|उत्तर|जवाब'

/** Words that stand before the name of a question: `Lead question`. */
export const questionAdjectives =
  'interview|sample|star|bonus|practice|technical|behaviou?ral|lead|main|core|key|primary|opening|central|starter'
