#!/usr/bin/env node
// In old syntax, so that an old Node can read it and say that it is too old.
// zlib.crc32 came with Node 22.2, and to Node 20 later, but never to 21.
var version = process.versions.node.split('.').map(Number)
var major = version[0]
var minor = version[1]
if (major < 20 || (major === 20 && minor < 17) || major === 21 || (major === 22 && minor < 2)) {
  process.stderr.write(
    'greenroom needs Node 22.2 or newer, or Node 20 from 20.17 on; this is ' +
      process.versions.node +
      '.\nInstall a newer one from https://nodejs.org and start greenroom again.\n'
  )
  process.exitCode = 1
} else {
  require('./compiled.js')
}
