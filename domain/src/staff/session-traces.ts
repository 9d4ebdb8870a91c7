import type { Words } from '../problem.ts'

/** What sign-in leaves in the audit beside commands: who and what, never what was typed. A name that nobody has leaves a line without an account. */
export const traces = {
  'session.sign-in': { zh: '登录', en: 'Signed in' },
  'session.sign-out': { zh: '退出登录', en: 'Signed out' },
  'session.wrong-password': { zh: '密码输错', en: 'Wrong password' },
  'session.wrong-code': { zh: '动态码或备用码输错', en: 'Wrong code of the second step' },
  'session.used-code': { zh: '动态码用过又用', en: 'A code was used again' },
  'session.slowed': { zh: '输错太多，先等着', en: 'Slowed down after too many failures' },
  'session.switched-off': { zh: '停用的账号来登录', en: 'A switched-off account tried to sign in' },
  'session.unknown-name': { zh: '没有这个账号', en: 'A name that nobody has' },
  'session.enrol': { zh: '开始绑定动态码', en: 'Began to set up a second factor' },
  'session.confirm-second-factor': { zh: '绑定动态码', en: 'Set up a second factor' },
  'session.change-password': { zh: '改密码', en: 'Changed the password' },
} as const satisfies Readonly<Record<string, Words>>

/** The name of one trace of sign-in. */
export type Trace = keyof typeof traces
