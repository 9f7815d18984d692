// Says at the end what memory the process took at most. `resourceUsage` is second best: on Linux it starts from what the
// process that started this one took.
const { readFileSync, writeFileSync } = process.getBuiltinModule('node:fs')

function status() {
  try {
    return readFileSync('/proc/self/status', 'utf8')
  } catch {
    return `VmHWM: ${process.resourceUsage().maxRSS} kB\n`
  }
}

process.on('exit', () => writeFileSync(process.env.BENCH_PEAK ?? '', status()))
