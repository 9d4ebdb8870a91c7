import { symmetricDecrypt } from 'better-auth/crypto'
import type { Library } from '../library.ts'

/** The secret of an account's authenticator, opened; nothing when it has none. */
export async function findSecret(library: Library, account: string): Promise<string | undefined> {
  const { adapter, secretConfig } = await library.$context
  const where = [{ field: 'userId', value: account }]
  const kept = await adapter.findOne<{ secret: string }>({ model: 'twoFactor', where })
  return kept ? symmetricDecrypt({ key: secretConfig, data: kept.secret }) : undefined
}
