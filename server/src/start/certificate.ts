import { existsSync } from 'node:fs'
import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { networkInterfaces } from 'node:os'
import { join } from 'node:path'
import type { Config } from '../platform/config.ts'

/** The addresses of this machine in its networks, without the one that only it can reach. */
export const addressesHere = (): string[] =>
  Object.values(networkInterfaces())
    .flatMap((list) => list ?? [])
    .filter(({ internal, family }) => !internal && family === 'IPv4')
    .map(({ address }) => address)

/** Certificate and key that the server shows; nothing when it speaks without TLS. */
export async function findCertificate({
  tls,
  data,
}: Pick<Config, 'tls' | 'data'>): Promise<{ cert: string; key: string } | undefined> {
  if (!tls) return undefined
  if (tls !== 'self') return { cert: await readFile(tls.cert, 'utf8'), key: await readFile(tls.key, 'utf8') }
  return ownCertificate(join(data, 'tls'))
}

// Made once for the addresses of this machine, and again when one of them is new: phones must trust it anew then.
async function ownCertificate(directory: string): Promise<{ cert: string; key: string }> {
  const file = (name: string) => join(directory, name)
  const addresses = ['127.0.0.1', ...addressesHere()]
  const made = existsSync(file('addresses')) ? (await readFile(file('addresses'), 'utf8')).split('\n') : []
  if (addresses.some((address) => !made.includes(address))) {
    await mkdir(directory, { recursive: true, mode: 0o700 })
    const altNames = [{ type: 2 as const, value: 'localhost' }, ...addresses.map((ip) => ({ type: 7 as const, ip }))]
    const notAfterDate = new Date(Date.now() + 365 * 86_400_000) // browsers refuse longer ones
    const { generate } = await import('selfsigned') // only here: it is slow to load
    const { cert, private: key } = await generate([{ name: 'commonName', value: 'wangdi' }], {
      keyType: 'ec',
      algorithm: 'sha256',
      notAfterDate,
      extensions: [
        { name: 'basicConstraints', cA: false },
        { name: 'keyUsage', digitalSignature: true },
        { name: 'extKeyUsage', serverAuth: true },
        { name: 'subjectAltName', altNames },
      ],
    })
    await writeFile(file('cert.pem'), cert)
    await writeFile(file('key.pem'), key, { mode: 0o600 })
    await writeFile(file('addresses'), addresses.join('\n'))
  }
  return { cert: await readFile(file('cert.pem'), 'utf8'), key: await readFile(file('key.pem'), 'utf8') }
}
