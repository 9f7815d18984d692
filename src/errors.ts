/** Something the user can act on: one sentence saying what, one saying what to do. Exit code 1. */
export class UserError extends Error {
  readonly hint: string
  constructor(what: string, hint: string) {
    super(what)
    this.hint = hint
  }
}

/** A command line that says something impossible. Exit code 2. */
export class UsageError extends UserError {}

/** Ctrl-C, SIGTERM or SIGHUP; everything scored is saved. Exit code 130. `hint`: how to go on. */
export class Interrupted extends Error {
  readonly hint: string | null
  constructor(hint: string | null = null) {
    super('Interrupted')
    this.hint = hint
  }
}
