import type { Check } from './check.ts'
import { backups } from './checks/backups.ts'
import { banks } from './checks/banks.ts'
import { clock } from './checks/clock.ts'
import { config } from './checks/config.ts'
import { device } from './checks/device.ts'
import { disk } from './checks/disk.ts'
import { editor } from './checks/editor.ts'
import { git } from './checks/git.ts'
import { home } from './checks/home.ts'
import { journal } from './checks/journal.ts'
import { leftovers } from './checks/leftovers.ts'
import { node } from './checks/node.ts'
import { permissions } from './checks/permissions.ts'
import { programs } from './checks/programs.ts'
import { progress } from './checks/progress.ts'
import { questions } from './checks/questions.ts'
import { terminal } from './checks/terminal.ts'
import { unsaved } from './checks/unsaved.ts'

/** In the order of the report. */
export const allChecks: readonly Check[] = [
  node,
  home,
  permissions,
  disk,
  journal,
  clock,
  questions,
  progress,
  config,
  banks,
  backups,
  device,
  leftovers,
  unsaved,
  terminal,
  editor,
  git,
  programs,
]
