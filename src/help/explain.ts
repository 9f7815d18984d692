import { type Command, Help } from 'commander'
import type { Env } from '../ports.ts'
import { examplesIn, notesIn, row, titled } from './draw.ts'
import { pathOf, printsJson } from './json.ts'
import { helpTexts } from './texts.ts'

/** No help is wider: long lines are hard to read. */
const widest = 80

type Table = [title: string, rows: [string, string][]]

/** The tables that some commands have below their flags. */
const tables: Record<string, () => Promise<Table>> = {
  config: async () => ['Settings', (await import('./settings.ts')).settingsTable()],
  doctor: async () => ['Facts', (await import('./facts.ts')).factsTable()],
}

/**
 * Gives the program and its commands, which are not added yet, help that fits the window, with examples; `name` is the
 * command that is asked about.
 */
export async function explain(root: Command, name: string | undefined, env: Env): Promise<void> {
  const columns = Math.min(env.size().columns, widest)
  const table = await tables[name ?? '']?.()
  root.configureHelp({
    showGlobalOptions: true,
    helpWidth: columns,
    minWidthToWrap: 1,
    formatItem(term, width, text, helper) {
      return row(term, width, text, columns, helper.boxWrap.bind(helper))
    },
    commandDescription(this: Help, command: Command) {
      const path = pathOf(command)
      const wrap = this.boxWrap.bind(this)
      const facts = path === 'doctor' && table !== undefined ? [titled(...table, columns, wrap)] : []
      const description = Help.prototype.commandDescription.call(this, command)
      return [description, ...notesIn(helpTexts[path] ?? {}, columns, wrap), ...facts].join('\n\n')
    },
    formatHelp(command, helper) {
      const wrap = helper.boxWrap.bind(helper)
      const path = pathOf(command)
      const text = helpTexts[path]
      const parts = [
        Help.prototype.formatHelp.call(helper, command, helper).trimEnd(),
        path === 'config' && table !== undefined ? titled(...table, columns, wrap) : '',
        text === undefined ? '' : examplesIn(text, env.program, columns, wrap),
      ]
      return `${fitted(parts.filter(Boolean).join('\n\n'), columns, wrap)}\n`
    },
    visibleGlobalOptions(command) {
      const all = Help.prototype.visibleGlobalOptions.call(this, command)
      return printsJson(command) ? all : all.filter(({ long }) => long !== '--json')
    },
  })
}

/** Breaks what is still too long: a usage, a line of the bank format. */
const fitted = (text: string, columns: number, wrap: Help['boxWrap']): string =>
  text
    .split('\n')
    .map((line) => (line.length > columns ? wrap(line, columns) : line))
    .join('\n')
