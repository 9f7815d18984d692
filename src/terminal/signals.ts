const names = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const

let controller: AbortController | undefined

/**
 * From the first call on, Ctrl-C, SIGTERM and a hangup abort this signal instead of ending the process at once, so that
 * the terminal is put in order; the second one ends it.
 */
export function interruption(): AbortSignal {
  if (controller) return controller.signal
  const abort = new AbortController()
  controller = abort
  for (const name of names) {
    process.on(name, () => {
      if (abort.signal.aborted) process.exit(130)
      abort.abort()
    })
  }
  return abort.signal
}

/** Runs something that has the terminal to itself: an interruption in the meantime is not ours. */
export async function deaf<T>(action: () => T): Promise<T> {
  const ignore = (): void => {}
  const listeners = names.map((name) => [name, process.listeners(name)] as const)
  for (const name of names) process.removeAllListeners(name).on(name, ignore)
  try {
    return action()
  } finally {
    // what was sent in the meantime arrives now
    await new Promise((arrived) => setTimeout(arrived, 0))
    for (const [name, own] of listeners) {
      process.removeListener(name, ignore)
      for (const listener of own) process.on(name, listener as NodeJS.SignalsListener)
    }
  }
}
