// Knows files that are no text by their first bytes, and how to get the text out of them.

/** A kind of file, `magic` being how its bytes, each taken for a character, begin. */
interface Document {
  magic: RegExp
  what: string
  remedy: string
}

const archive = /^PK(?:\x03\x04|\x05\x06)/
/** An archive with a file of this name in it. */
const archiveWith = (name: string): RegExp => new RegExp(`${archive.source}[\\s\\S]*?${name}`)

const asText = 'save it as plain text or as a web page (.html), and name that file'

const documents: readonly Document[] = [
  { magic: /^\s*\{\\rtf/, what: 'an RTF document', remedy: `Open it in a word processor, ${asText}.` },
  {
    magic: /^\s*%PDF-/,
    what: 'a PDF',
    remedy: 'Copy its text into a text file, or run "pdftotext -layout FILE.pdf", and name that file.',
  },
  { magic: archiveWith('word/'), what: 'a Word document', remedy: `Open it in Word, ${asText}.` },
  {
    magic: archiveWith('xl/'),
    what: 'an Excel workbook',
    remedy: 'Open it in Excel, save the sheet as CSV UTF-8, and name that file.',
  },
  {
    magic: archiveWith('ppt/'),
    what: 'a presentation',
    remedy: 'Save its outline as text, and name that file.',
  },
  {
    magic: archiveWith('mimetypeapplication/vnd\\.oasis\\.opendocument\\.spreadsheet'),
    what: 'an OpenDocument spreadsheet',
    remedy: 'Open it in a spreadsheet program, save the sheet as CSV, and name that file.',
  },
  {
    magic: archiveWith('mimetypeapplication/vnd\\.oasis'),
    what: 'an OpenDocument file',
    remedy: `Open it in a word processor, ${asText}.`,
  },
  {
    magic: archiveWith('mimetypeapplication/epub'),
    what: 'an e-book',
    remedy: 'Unpack it, and name the .html or .xhtml files in it.',
  },
  {
    magic: archiveWith('collection\\.anki2'),
    what: 'an Anki deck',
    remedy: 'In Anki choose Export and "Notes in Plain Text (.txt)", and name that file.',
  },
  {
    magic: archiveWith('Index/'),
    what: 'a document of Pages or Numbers',
    remedy: 'Export it as plain text or as CSV, and name that file.',
  },
  { magic: archive, what: 'a zip archive', remedy: 'Unpack it, and name the folder.' },
  {
    magic: /^\xd0\xcf\x11\xe0/,
    what: 'a document in an old format of Word or Excel',
    remedy: 'Open it there, save it as plain text or as CSV, and name that file.',
  },
  {
    magic: /^(?:\x1f[\x8b‹]|7z\xbc\xaf|Rar!|BZh|\xfd7zXZ)/,
    what: 'a packed file',
    remedy: 'Unpack it, and name what is in it.',
  },
  {
    magic: /^(?:[\x89‰]PNG|\xff\xd8\xff|GIF8|RIFF[\s\S]{4}WEBP)/,
    what: 'a picture',
    remedy: 'Type the questions into a text file, or have their text recognised, and name that file.',
  },
  {
    magic: /^SQLite format 3/,
    what: 'a database',
    remedy: 'Export its questions as CSV or JSON, and name that file.',
  },
]

/** An archive has the names of its files before each of them, and all of them again at its end. */
const edgeBytes = 64 * 1024

/** What a file is that is no text, and how to get its text: two sentences; null for all others. */
export function documentIn(bytes: Uint8Array): string | null {
  const latin1 = new TextDecoder('latin1')
  const head = latin1.decode(bytes.subarray(0, edgeBytes))
  const edges = archive.test(head)
    ? head + latin1.decode(bytes.subarray(edgeBytes).subarray(-edgeBytes))
    : head
  const found = documents.find(({ magic }) => magic.test(edges))
  return found ? `This is ${found.what}, not a text. ${found.remedy}` : null
}
