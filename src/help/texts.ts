import type { CommandHelp } from './command-help.ts'

const source = `Markdown, plain text, tables (CSV, TSV), JSON, YAML, notebooks, HTML and flash cards are read as they are.`

const bankFormat = `The format in full, of which only the headings have to be there:

  # My questions
  ## Conflict
  ### Tell me about a conflict with a peer.
  <!-- id: peer-conflict -->
  **Answer:** What you want to say; a bold phrase is a key point.
  **Key points:**
  - **The stakes**: what was in the balance
  **Also asked as:**
  - When did you last disagree with someone?
  **Follow-ups:**
  - What would they say about it?
  **Weak answer:** Blames the other side.
  **Time:** 90s
  **Shape:** star
  **Competencies:** conflict, influence

The shape is star, car or none.`

/** The help of each command, by the words that name it; '' is the bare program. */
export const helpTexts: Record<string, CommandHelp> = {
  '': {
    examples: [
      ['', 'practise now'],
      ['mock --minutes 20', 'an interview of twenty minutes'],
      ['plan --date +10d', 'what to rehearse until an interview in ten days'],
    ],
  },
  drill: {
    examples: [
      ['drill', 'what is due, then what is new, then the weakest'],
      ['drill 2 5 --talk 90s', 'questions 2 and 5, in a minute and a half each'],
      ['drill --topic leadership -n 1 --typed', 'one question of a section, in writing'],
    ],
  },
  ladder: {
    examples: [
      ['ladder 2', 'question 2 in 180, 90, 60 and 30 s'],
      ['ladder push back --strict', 'a question by its words; each round ends on time'],
    ],
  },
  sprint: {
    examples: [
      ['sprint', 'ten first lines, ten seconds each'],
      ['sprint -n 5 --talk 15s', 'five of them, with more time'],
    ],
  },
  mock: {
    examples: [
      ['mock', 'five questions, feedback at the end'],
      ['mock -n 3', 'three of them; mock 3 would be question 3'],
      ['mock --minutes 20 --warm-up', 'twenty minutes, after one that does not count'],
      ['mock --bank manager --strict', 'answers end at their budget'],
    ],
  },
  plan: {
    notes:
      'A plan covers the bank in use, or the ones given with --bank SLUG,SLUG. Several rounds of interviews share the minutes of a day: give --date again with --round NAME, and a bank or a topic of its own. The nearest round has most, those after it a quarter at least. The round without a name is interview.',
    json: 'one object: date, daysLeft, minutes, banks, missingBanks, questions {total, rehearsed, ready, readyIfKept}, rounds [{name (null: the one without), date, daysLeft, banks, topic, competency, questions}], today and days [{date, minutes, questions [{id, number, bank (null: the one in use), question, reason, minutes, round (where there are several)}]}], in today also spent (minutes done already), notReady [{id, number, bank, question, minutes, lacks, next (the date on which it is asked)}], leftOver [{kind: story, mock or question, id, number, question, isNew (true: never rehearsed), minutes, command}], doesNotFit [ids], minutesNeeded, readyIfNeeded, fewer {questions, ready}, notInPlan [{bank, questions}]; null without a plan.',
    examples: [
      ['plan --date +10d --minutes 20', 'an interview in ten days, twenty minutes a day'],
      ['plan --date friday --bank leadership,manager', 'over two banks'],
      ['plan --date +20d --round onsite --bank manager', 'another round, with a bank of its own'],
      ['plan', 'where you stand'],
    ],
  },
  next: {
    notes:
      'With --exit-code, something is to be rehearsed where the plan asks for it today or, without a plan, a question is due.',
    json: 'an array of {id, number, question, reason, minutes}, and the round where a plan has several.',
    examples: [
      ['next', 'what to rehearse now'],
      ['next -n 1', 'the first of it'],
    ],
  },
  story: {
    notes:
      'A first line "# Name" names a story, and a line "Competencies: conflict, failure" says what it shows.',
    json: 'one object where no question is named: bank, questions, stories [{name, questions [{id, number, bank, isGone}], competencies, words}], missing [{id, number, question}], competencies [{name, questions, stories [names]}], gaps [names], overused [{name, questions}]; with --never an array of the lines.',
    examples: [
      ['story', 'what is written, and what is missing'],
      ['story 2 --text "I paired with a new hire every week."', 'your answer to question 2'],
      ['story --never "It was the fault of sales."', 'a line never to say'],
    ],
  },
  compare: {
    json: 'one object: points [{text, label, state (covered, maybe or missing), words}], words, spokenMs, fillers, firstPerson {i, we}, figures, and never (lines that you never want to say), where there are some.',
    examples: [
      ['compare 2 answer.txt', 'which key points an answer covers'],
      ['compare 2 - < answer.txt', 'the same, from standard input'],
    ],
  },
  bank: {
    notes: `${source}\n\n${bankFormat}`,
    examples: [
      ['bank check questions.md', 'what would be read, line by line'],
      ['bank add questions.md --yes', 'your own questions'],
      ['bank use manager', 'the shipped bank with sixty questions'],
    ],
  },
  'bank add': {
    notes: `${source} It shows what was found, and asks. \`bank --help\` has the format.`,
    examples: [
      ['bank add questions.md --yes', 'a file, without asking'],
      ['bank add notes --as google --yes', 'a folder, under a short name'],
    ],
  },
  'bank list': {
    json: 'an array of {slug, title, questions, answered, source, chosen, state}; state is shipped, source (its file is there), copy (only the copy is), elsewhere (on another machine) or newer (of a newer greenroom).',
    examples: [['bank list', 'your banks, and which one is in use']],
  },
  'bank use': { examples: [['bank use manager', 'the next drill asks of this one']] },
  'bank remove': { examples: [['bank remove questions', 'its history is kept, and a copy in backups/']] },
  'bank check': {
    json: 'one object: source, slug, title, questions [{id, number, section, question, context, answer, keyPoints [{text, label}], followUps, alsoAskedAs, weakAnswer, competencies, shape, budgetMs, line, file}], warnings [{severity, line, message}], skipped [{line, to, reason, text}] (lines that were not taken), and columns of a table.',
    examples: [
      ['bank check questions.md', 'what would be read, and what would not'],
      ['bank check questions.md --json', 'the same as data'],
    ],
  },
  list: {
    json: 'an array of {id, number, bank, section, question, hasAnswer, hasStory, attempts, lastScore, lastAt, due, ready}. Times are ISO 8601; what is missing is null.',
    examples: [
      ['list', 'the questions of the bank in use'],
      ['list stakeholders', 'those with this word'],
      ['list --bank manager', 'those of another bank'],
    ],
  },
  show: {
    json: 'one object: id, number, bank, section, question, hasAnswer, hasStory, attempts, lastScore, lastAt, due, ready (as in list), answer, keyPoints [{text, label}], followUps, alsoAskedAs, weakAnswer, competencies, shape, budgetMs, story, landed {landed, interview}, history [the attempts, as in export progress; with voice {firstMs, longestPauseMs, pauses, silence} where recorded, in it {words, wordsAMinute, fillers} where transcribed; and transcript, if kept], coach [{at, of (the id of the attempt, null: an answer from elsewhere), text}], unscored [{at, text}] (written and never scored), practice [ladders and sprints].',
    examples: [
      ['show 2', 'question 2: answer, key points, your attempts'],
      ['show push back', 'a question by its words'],
    ],
  },
  stats: {
    json: 'one object: since (a date or null), attempts, questions {total, attempted, ready}, daysPractised {count, dates}, byDay [{date, attempts, meanScore}], firstAt, lastAt, meanScore, calibration {mean, attempts} (committed minus final score), time {short, onTime, wrapUp (0: it is on time), over, meanRatio}, shape [the trend of each part], voice [{date, answers, firstMs, longestPauseMs, pauses, silence, wordsAMinute}], bySection [{bank, section, questions, attempted, ready, attempts, meanScore, meanTalkMs}], byQuestion and weakest [{id, number, section, question, attempts, lastScore, meanScore, meanTalkMs, budgetMs, calibration, ready}], practice {ladders {count, rounds, inTime}, sprints {count, answers, froze, last {answers, froze}, comingBack [id]}}. Times are ISO 8601, durations ms; what is missing is null.',
    examples: [
      ['stats', 'everything so far'],
      ['stats --since 14d', 'the last two weeks'],
    ],
  },
  report: {
    notes:
      'The page is one HTML file that loads nothing: for your eyes, on a screen or on paper. Its path is printed.',
    examples: [
      ['report', 'greenroom-report-DATE.html in this folder'],
      ['report page.html --since 14d', 'the last two weeks, under a name of your own'],
    ],
  },
  takes: {
    notes:
      'Takes are the recordings of your answers, the newest first. They stay on this machine: never synced, backed up or exported.',
    json: 'an array of {number, at, question, id, ms, bytes, path}: question is the id of the question, id that of the attempt; at is local time.',
    examples: [
      ['takes', 'what was recorded'],
      ['takes --delete --all', 'remove all of it'],
    ],
  },
  export: {
    examples: [
      ['export notes -o notes.md', 'your stories and changes, as one document'],
      ['export sheet --format html -o sheet.html', 'one page for the morning, for a phone or for paper'],
    ],
  },
  'export notes': {
    examples: [
      ['export notes', 'to the screen'],
      ['export notes -o notes.md', 'to a file'],
    ],
  },
  'export bank': {
    json: 'what --format json does, one object: source, slug, title, questions [{id, number, section, question, answer, keyPoints [{text, label}], followUps, alsoAskedAs, weakAnswer, competencies, shape, budgetMs, line}], warnings [{severity, line, message}].',
    examples: [
      ['export bank --bank manager -o manager.md', 'to edit it, or to share it'],
      ['export bank --format anki -o cards.txt', 'for Anki'],
    ],
  },
  'export progress': {
    json: 'what --format json does, one array: the lines of the journal, each with v, type and at.',
    examples: [
      ['export progress --format csv', 'a row for each attempt'],
      ['export progress --format json', 'the whole journal, as one array'],
    ],
  },
  'export plan': {
    examples: [['export plan --at 07:30 -o plan.ics', 'the minutes of each day, with an alarm']],
  },
  'export sheet': {
    examples: [
      ['export sheet', 'to the screen'],
      ['export sheet --format html -o sheet.html', 'for a phone or for paper'],
      ['export sheet --round onsite', 'of one round of interviews'],
    ],
  },
  undo: {
    notes: 'It takes one attempt at a time, the newest first; redo brings it back.',
    examples: [['undo', 'the last attempt never was; a second undo takes back the one before']],
  },
  redo: { examples: [['redo', 'brings back what the last undo took; a second one what went before it']] },
  backup: {
    examples: [
      ['backup', 'into backups/, with your data'],
      ['backup today.backup', 'where you want it'],
    ],
  },
  restore: { examples: [['restore mine.backup', 'adds what is not here yet']] },
  sync: {
    examples: [
      ['sync --remote git@example.org:me/rehearsals.git', 'once on each machine'],
      ['sync', 'from then on'],
    ],
  },
  doctor: {
    notes:
      'Each line begins with ok, note (nothing to do), fixable (--fix fixes it), fixed or problem (needs you). The exit code is 1 where something is fixable or a problem, else 0.',
    json: 'one object: ok, home, checks [{name, state, message, hint, and the facts of that check}]. Facts are null where they are unknown; damaged, rewritten and quarantined are lists of line numbers; fileState is the state of progress.json, of config.json or of the file device.',
    examples: [
      ['doctor', 'is all well?'],
      ['doctor --fix', 'fix what is safe to fix'],
    ],
  },
  config: {
    examples: [
      ['config', 'all settings'],
      ['config set talk 90s', 'a minute and a half for an answer'],
      ['config unset talk', 'as it was'],
    ],
  },
  'config list': {
    json: 'one object: each setting with its value.',
    examples: [['config list', 'all settings']],
  },
  'config get': {
    json: 'one object: the setting with its value.',
    examples: [['config get bank', 'one of them']],
  },
  'config set': {
    notes: 'The settings and their values: config --help.',
    examples: [
      ['config set count 5', 'a drill has five questions'],
      ['config set talk 90s', 'a minute and a half for an answer'],
    ],
  },
  'config unset': { examples: [['config unset count', 'three questions again']] },
  'config path': { examples: [['config path', 'where the settings are']] },
  completion: {
    notes:
      'Prints a script for your shell, to be loaded when it starts: open a new one afterwards. What it completes is the word greenroom, as npm install -g greenroom gives it, not npx greenroom.',
    examples: [
      ['completion bash >> ~/.bashrc', 'bash'],
      ['completion zsh > ~/.zfunc/_greenroom', 'zsh, where ~/.zfunc is in fpath'],
      ['completion fish > ~/.config/fish/completions/greenroom.fish', 'fish'],
      ['completion powershell >> $PROFILE', 'PowerShell'],
    ],
  },
}
