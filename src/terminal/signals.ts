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
