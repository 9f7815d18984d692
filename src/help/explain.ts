import { type Command, Help } from 'commander'
import type { Env } from '../ports.ts'
import { wrapLong } from '../text/wrap.ts'
import { factsHelp, moreHelp, row, settingsHelp } from './draw.ts'
import { pathOf, printsJson } from './json.ts'
import { helpTexts } from './texts.ts'

/** No help is wider: long lines are hard to read. */
const widest = 80

/** Gives the program and all its commands, which are not added yet, help that fits the window, with examples. */
export function explain(root: Command, env: Env): void {
  const columns = Math.min(env.size().columns, widest)
  root.configureHelp({
    showGlobalOptions: true,
    helpWidth: columns,
    formatItem: (term, width, text) => row(term, width, text, columns),
    formatHelp(command, helper) {
      const own = Help.prototype.formatHelp.call(helper, command, helper)
      const path = pathOf(command)
      const text = helpTexts[path]
      const parts = [
        own,
        path === 'config' ? settingsHelp(columns) : '',
        path === 'doctor' ? factsHelp(columns) : '',
        text === undefined ? '' : moreHelp(text, env.program, columns),
      ]
      return wrapLong(parts.join(''), columns)
    },
    visibleGlobalOptions(command) {
      const all = Help.prototype.visibleGlobalOptions.call(this, command)
      return printsJson(command) ? all : all.filter(({ long }) => long !== '--json')
    },
  })
}
