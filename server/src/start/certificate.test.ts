import { X509Certificate } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { addressesHere, findCertificate } from './certificate.ts'

const data = mkdtempSync(join(tmpdir(), 'wangdi-tls-'))
afterAll(() => rmSync(data, { recursive: true, force: true }))

test('a certificate made here names this machine and its addresses, and is kept for the next start', async () => {
  const made = await findCertificate({ tls: 'self', data })
  const certificate = new X509Certificate(made?.cert ?? '')
  expect(certificate.checkHost('localhost')).toBe('localhost')
  for (const address of ['127.0.0.1', ...addressesHere()]) expect(certificate.checkIP(address)).toBe(address)
  expect(await findCertificate({ tls: 'self', data })).toEqual(made)
  expect(await findCertificate({ tls: undefined, data })).toBeUndefined()
})
