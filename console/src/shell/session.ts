import type { Reach } from '@wangdi/domain/access.ts'
import { command, type EmergencyFunction, query } from '@wangdi/domain/endpoint.ts'
import type { Role } from '@wangdi/domain/roles.ts'
import { setServerNow } from '@wangdi/ui/marks/clock.ts'
import { useQuery } from '@tanstack/react-query'
import Type, { type Static } from 'typebox'
import { call } from './call.ts'

const FunctionState = Type.Object({
  open: Type.Boolean(),
  order: Type.Union([Type.String(), Type.Null()]),
  since: Type.Union([Type.String(), Type.Null()]),
  until: Type.Union([Type.String(), Type.Null()]),
})
export const Session = Type.Object({
  account: Type.Object({ id: Type.String(), name: Type.String(), role: Type.Unsafe<Role>(Type.String()), place: Type.String() }),
  places: Type.Array(Type.Object({ code: Type.String(), name: Type.String() })),
  access: Type.Unsafe<Record<string, Reach>>(Type.Object({})),
  demo: Type.Boolean(),
  now: Type.String(),
  functions: Type.Unsafe<Record<EmergencyFunction, Static<typeof FunctionState>>>(Type.Object({})),
})
/** Who is signed in, where, what they may do, and which emergency functions are open. */
export type Session = Static<typeof Session>

export const readSession = query({
  name: 'session.read',
  at: 'GET /session',
  words: { zh: '看登录情况', en: 'Read the session' },
  input: Type.Object({}),
  reply: Session,
})

/** Asks who is signed in and sets the clock of the page by the server's. */
export const sessionQuery = {
  queryKey: ['session.read'] as const,
  queryFn: async (): Promise<Session> => {
    const session = await call(readSession, {})
    setServerNow(session.now)
    return session
  },
  staleTime: 60_000,
}

/** The session of a page inside the frame; the frame is only drawn with one. */
export function useSession(): Session {
  const { data } = useQuery(sessionQuery)
  if (!data) throw new Error('a page outside the frame asked for the session')
  return data
}

const Step = Type.Object({ next: Type.Unsafe<'in' | 'second-factor' | 'new-password'>(Type.String()) })
/** What the next step of signing in is. */
export type Step = Static<typeof Step>

export const signIn = command({
  name: 'session.sign-in',
  at: 'POST /session/sign-in',
  words: { zh: '登录', en: 'Sign in' },
  input: Type.Object({ username: Type.String(), password: Type.String() }),
  reply: Step,
})
export const confirmCode = command({
  name: 'session.confirm-code',
  at: 'POST /session/code',
  words: { zh: '填验证码', en: 'Confirm the code' },
  input: Type.Object({ code: Type.String() }),
  reply: Step,
})
export const changePassword = command({
  name: 'session.change-password',
  at: 'POST /session/password',
  words: { zh: '换密码', en: 'Change the password' },
  input: Type.Object({ old: Type.String(), password: Type.String() }),
  reply: Step,
})
export const signOut = command({
  name: 'session.sign-out',
  at: 'POST /session/sign-out',
  words: { zh: '退出', en: 'Sign out' },
  input: Type.Object({}),
  reply: Type.Object({}),
})
