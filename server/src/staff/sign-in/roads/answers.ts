import type { Problem } from '@wangdi/domain/problem.ts'
import { problems } from '@wangdi/domain/staff/sign-in.problems.ts'
import type { FastifyReply } from 'fastify'

const meanings: Readonly<Record<string, () => Problem>> = {
  INVALID_PASSWORD: () => problems.wrongPassword({}),
  INVALID_CODE: () => problems.secondFactorWrong({}),
  INVALID_BACKUP_CODE: () => problems.secondFactorWrong({}),
  BACKUP_CODES_NOT_ENABLED: () => problems.secondFactorWrong({}),
  TOTP_NOT_ENABLED: () => problems.secondFactorLate({}),
  INVALID_TWO_FACTOR_COOKIE: () => problems.secondFactorLate({}),
  TOO_MANY_ATTEMPTS_REQUEST_NEW_CODE: () => problems.secondFactorLate({}),
  TOTP_ALREADY_ENABLED: () => problems.secondFactorKept({}),
}

/** The body of the library's answer; a refusal is thrown as the problem of the house that it means, `otherwise` when unknown. */
export async function bodyOf<T>(answer: Response, otherwise: Problem): Promise<T> {
  const body = (await answer.json()) as T & { code?: string }
  if (answer.ok) return body
  if (answer.status >= 500) throw new Error(`sign-in library: ${answer.status} ${body.code ?? ''}`)
  throw meanings[body.code ?? '']?.() ?? otherwise
}

/** Hands the cookies of the library's answer on. */
export function passCookies(answer: Response, reply: FastifyReply): void {
  const cookies = answer.headers.getSetCookie()
  if (cookies.length > 0) reply.header('set-cookie', cookies)
}
