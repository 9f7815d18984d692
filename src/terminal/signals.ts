const names = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const

let controller: AbortController | undefined

/**
 * From the first call on, the first Ctrl-C, SIGTERM or hangup aborts this signal, which leaves time to restore the
 * terminal; the second one ends the process. A hangup comes more than once, from the system and from the shell.
 */
export function interruption(): AbortSignal {
  if (controller) return controller.signal
  const abort = new AbortController()
  controller = abort
  for (const name of names) {
    process.on(name, () => {
      if (abort.signal.aborted && name !== 'SIGHUP') process.exit(130)
      abort.abort()
    })
  }
  return abort.signal
}

/**
 * Runs a program that has the terminal to itself, so that signals in the meantime are not for us: Ctrl-C it gets anyway, and
 * `pass` hands it the others. After a hangup or SIGTERM we end too, once the program has.
 */
export async function lendingSignals<T>(
  action: () => Promise<T>,
  pass: (signal: NodeJS.Signals) => void,
): Promise<T> {
  const came = new Set<NodeJS.Signals>()
  const onSignal = (name: NodeJS.Signals): void => {
    if (name === 'SIGINT') return
    came.add(name)
    pass(name)
  }
  const listeners = names.map((name) => [name, process.listeners(name)] as const)
  for (const name of names) process.removeAllListeners(name).on(name, onSignal)
  try {
    return await action()
  } finally {
    // signals sent in the meantime arrive now
    await new Promise((resolve) => setTimeout(resolve, 0))
    for (const [name, ours] of listeners) {
      process.removeListener(name, onSignal)
      for (const listener of ours) process.on(name, listener as NodeJS.SignalsListener)
    }
    for (const name of came) process.emit(name, name)
  }
}
