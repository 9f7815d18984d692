// A third of the time that greenroom takes to start, V8 spends on compiling its files. So what it made of them is kept, as
// Node 22 can by itself: beside them, because who can write there can change the program anyway. Where that is not
// possible, they are compiled at each start.

// as a whole: GREENROOM_DEBUG=1 replaces functions of it
const fs = require('node:fs')
const nodeModule = require('node:module')
const { basename, dirname, join } = require('node:path')
const { Script } = require('node:vm')

const dist = join(__dirname, '..', 'dist')
const folder = join(dist, 'compiled')

/** As Node does it. */
const wrapper = ['(function (exports, require, module, __filename, __dirname) { ', '\n})']

/** Keeps it of all files in `dist` that are loaded from now on. */
function keepCompiled() {
  const loadOther = require.extensions['.js']
  const loaded = []
  let isNew = false
  require.extensions['.js'] = (module, path) => {
    if (dirname(path) !== dist) return loadOther(module, path)
    const source = fs.readFileSync(path)
    const kept = join(folder, `${basename(path)}-${process.version}-${process.platform}-${process.arch}`)
    const cachedData = readKept(kept, source)
    const script = new Script(wrapper.join(source), {
      filename: path,
      // a stack trace names places in the file
      columnOffset: -wrapper[0].length,
      cachedData,
    })
    if (cachedData === undefined || script.cachedDataRejected) isNew = true
    loaded.push({ kept, source, script })
    const requireHere = (id) => module.require(id)
    script.runInThisContext().call(module.exports, module.exports, requireHere, module, path, dist)
  }
  // by then functions are compiled that are only compiled when they are called, in files that were kept too
  process.on('exit', () => {
    if (isNew) keep(loaded)
  })
}

function keep(loaded) {
  let draft = ''
  try {
    fs.mkdirSync(folder, { recursive: true, mode: 0o755 })
    for (const { kept, source, script } of loaded) {
      const data = script.createCachedData()
      draft = `${kept}-${process.pid}`
      fs.writeFileSync(draft, Buffer.concat([checksums(source, data), data]), { mode: 0o644 })
      fs.renameSync(draft, kept)
    }
  } catch {
    // the folder cannot be written, or the disk is full
    if (draft !== '') fs.rmSync(draft, { force: true })
  }
}

/** V8 looks at little more than the length of both, and runs whatever it is given. */
function checksums(source, data) {
  const { crc32 } = require('node:zlib')
  const bytes = Buffer.alloc(8)
  bytes.writeUInt32LE(crc32(source), 0)
  bytes.writeUInt32LE(crc32(data), 4)
  return bytes
}

function readKept(kept, source) {
  try {
    const bytes = fs.readFileSync(kept)
    const data = bytes.subarray(8)
    return checksums(source, data).equals(bytes.subarray(0, 8)) ? data : undefined
  } catch {
    return undefined
  }
}

if (nodeModule.enableCompileCache) nodeModule.enableCompileCache(folder)
else if (!process.env.NODE_DISABLE_COMPILE_CACHE) keepCompiled()
