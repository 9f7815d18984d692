#!/usr/bin/env node
// In old syntax, so that an old Node can read it and say that it is too old.
var version = process.versions.node.split('.').map(Number)
if (version[0] < 20 || (version[0] === 20 && version[1] < 17)) {
  process.stderr.write(
    'greenroom needs Node 20.17 or newer; this is ' +
      process.versions.node +
      '.\nInstall a newer one from https://nodejs.org and start greenroom again.\n'
  )
  process.exitCode = 1
} else {
  require('./compiled.js')
}
