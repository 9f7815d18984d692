/** The commands that people look for under names that none has. */
export const otherNames: Record<string, string> = {
  add: 'bank add',
  import: 'bank add',
  use: 'bank use',
  check: 'bank check',
  rehearse: 'drill',
  interview: 'mock',
  today: 'next',
  questions: 'list',
  progress: 'stats',
  stories: 'story',
  notes: 'export notes',
  sheet: 'export sheet',
  settings: 'config',
}
