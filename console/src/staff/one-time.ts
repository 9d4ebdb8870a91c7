import { oneTimePassword } from '@wangdi/domain/staff/password.rules.ts'

/** A new one-time password, made in the browser: the server keeps its hash alone. */
export const newOneTime = (): string => oneTimePassword(crypto.getRandomValues(new Uint8Array(12)))
