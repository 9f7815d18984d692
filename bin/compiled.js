// A third of the time that greenroom takes to start, V8 spends on compiling its files. So what it made of them is kept, as
// Node 22 can by itself: beside them, because who can write there can change the program anyway. Where that is not
// possible, they are compiled at each start.

// as a whole: GREENROOM_DEBUG=1 replaces functions of it
const fs = require('node:fs')
const { dirname, join } = require('node:path')
const { Script } = require('node:vm')

const dist = join(dirname(__dirname), 'dist')
const folder = join(dist, 'compiled')
const suffix = `-${process.version}-${process.platform}-${process.arch}`

/** Around each file, as Node does it. */
const wrapper = ['(function (exports, require, module, __filename, __dirname) { ', '\n})']

/** What was loaded: paths, sources and scripts; and whether any of it was not kept. */
const loaded = []
let isNew = false

/** Loads a file of the program, as `require` does. */
function load(path) {
  const known = require.cache[path]
  if (known) return known.exports
  const own = new module.constructor(path, module)
  own.filename = path
  require.cache[path] = own
  try {
    const requireHere = (id) => (id.startsWith('./') ? load(join(dist, id)) : require(id))
    compiled(path).call(own.exports, own.exports, requireHere, own, path, dist)
    own.loaded = true
  } finally {
    if (!own.loaded) delete require.cache[path]
  }
  return own.exports
}

/** The function that a file is. */
function compiled(path) {
  const source = fs.readFileSync(path)
  const cachedData = kept(path, source)
  // the offset is for stack traces: they name places in the file
  const options = { filename: path, columnOffset: -wrapper[0].length, cachedData }
  const script = new Script(wrapper.join(source), options)
  if (cachedData === undefined || script.cachedDataRejected) isNew = true
  loaded.push({ path, source, script })
  return script.runInThisContext()
}

const placeOf = (path) => join(folder, path.slice(dist.length + 1) + suffix)

/** What was kept of a file with this source; undefined where there is nothing, or it is damaged. */
function kept(path, source) {
  try {
    const bytes = fs.readFileSync(placeOf(path))
    const data = bytes.subarray(8)
    return checksums(source, data).equals(bytes.subarray(0, 8)) ? data : undefined
  } catch {
    return undefined
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

/** Keeps all that was loaded: what was kept before may have got more functions, as each is compiled when it is called. */
function keep() {
  let draft = ''
  try {
    fs.mkdirSync(folder, { recursive: true, mode: 0o755 })
    for (const { path, source, script } of loaded) {
      const data = script.createCachedData()
      draft = `${placeOf(path)}-${process.pid}`
      fs.writeFileSync(draft, Buffer.concat([checksums(source, data), data]), { mode: 0o644 })
      fs.renameSync(draft, placeOf(path))
    }
  } catch {
    // the folder cannot be written, or the disk is full
    if (draft !== '') fs.rmSync(draft, { force: true })
  }
}

const main = join(dist, 'main.js')
if (process.env.NODE_DISABLE_COMPILE_CACHE) require(main)
else if (Number.parseInt(process.versions.node, 10) < 22) {
  process.on('exit', () => isNew && keep())
  load(main)
} else {
  require('node:module').enableCompileCache?.(folder)
  require(main)
}
