import { spawnSync } from 'node:child_process'
import { closeSync, existsSync, openSync } from 'node:fs'
import { expect, test } from 'vitest'

const script = `
  const { makeLog } = await import(${JSON.stringify(new URL('./log.ts', import.meta.url).href)})
  const log = makeLog('info')
  for (let line = 0; line < 3; line++) log.info({ line }, 'not to be written')
  await new Promise((resolve) => setTimeout(resolve, 0))
  log.info('nor this')
  console.log('went on')
`

// A file whose disk is always full; other systems have none.
test.runIf(existsSync('/dev/full'))('a log that cannot be written, as on a full disk, ends nothing', () => {
  const full = openSync('/dev/full', 'w')
  try {
    const { stdout, status } = spawnSync(process.execPath, ['--input-type=module', '-e', script], {
      stdio: ['ignore', 'pipe', full],
      encoding: 'utf8',
    })
    expect({ stdout, status }).toEqual({ stdout: 'went on\n', status: 0 })
  } finally {
    closeSync(full)
  }
})
