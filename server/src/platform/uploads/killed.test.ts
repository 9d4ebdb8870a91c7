import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, expect, test } from 'vitest'
import { signIn } from '../../../test/faults/client.ts'
import { startKillable } from '../../../test/faults/killable-server.ts'
import { cutUpload } from '../../../test/faults/phases/cut-off.ts'

const data = mkdtempSync(join(tmpdir(), 'wangdi-killed-'))
afterAll(() => rmSync(data, { recursive: true, force: true }))

test('a server killed in the middle of an upload has nothing of it after its next start, and takes the file then', async () => {
  const places = fileURLToPath(new URL('../../../test/places-excerpt.br', import.meta.url))
  const server = await startKillable(data, { WANGDI_PLACES: places })
  try {
    const client = await signIn(server.url, 'sunli')
    expect(await cutUpload(server, client)).toEqual([])
    expect(await client.upload(new Uint8Array(1000))).toMatchObject({ status: 200, body: { bytes: 1000 } })
  } finally {
    expect(await server.stop()).toBe(0)
  }
}, 180_000) // the server is started twice, the first time with a demo to make
