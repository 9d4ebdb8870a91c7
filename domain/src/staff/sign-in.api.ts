import Type, { type Static } from 'typebox'
import { Role } from '../roles.ts'
import { OneOf, PlaceCode, Text, Verbatim } from '../schema.ts'

/** A login name: how an account is called when signing in; case does not matter. */
export const Login = Type.String({ pattern: '^[A-Za-z0-9][A-Za-z0-9._-]{2,63}$', minLength: 3, maxLength: 64 })

/** A password as typed. */
export const Password = Verbatim(128, 1)

/** Six digits of the authenticator, or with `kind: backup` one of the codes on paper. */
export const SecondFactor = Type.Object({ kind: OneOf('totp', 'backup'), code: Text(32, 1) })

/** What signing in leads to: a session (its cookie is set), or a second step first. */
export const SignInReply = Type.Object({ state: OneOf('signed-in', 'second-factor-needed') })
export type SignInReply = Static<typeof SignInReply>

/** What an authenticator needs: the otpauth address for a QR code, and ten codes for paper, shown once. */
export const EnrolReply = Type.Object({ address: Text(400), backupCodes: Type.Array(Text(32), { maxItems: 20 }) })
export type EnrolReply = Static<typeof EnrolReply>

/** A login of the demo: printed at start and offered on the sign-in page. Never in production. */
export const DemoLogin = Type.Object({
  login: Text(64),
  password: Verbatim(128),
  role: Role,
  name: Text(40),
  place: PlaceCode,
  placeName: Text(80),
  /** Six digits that hold now, for roles with a second factor. */
  code: Type.Optional(Text(6)),
})
export type DemoLogin = Static<typeof DemoLogin>

const road = <I extends Type.TObject, R extends Type.TSchema>(at: `${'GET' | 'POST'} /${string}`, input: I, reply: R) => ({
  at,
  input,
  reply,
})

/** The roads of signing in: no commands and no verbs, since they make or end the session that verbs need. */
export const roads = {
  signIn: road('POST /auth/sign-in', Type.Object({ login: Text(64, 1), password: Password }), SignInReply),
  /** The second step; it needs the cookie of the first, at most ten minutes old. */
  secondFactor: road('POST /auth/second-factor', SecondFactor, SignInReply),
  /** Sets up an authenticator; counts only after `confirm` with a code of it. */
  enrol: road('POST /auth/second-factor/enrol', Type.Object({ password: Password }), EnrolReply),
  confirm: road('POST /auth/second-factor/confirm', Type.Object({ code: Text(6, 6) }), SignInReply),
  /** Ends all other sessions of the account. */
  changePassword: road('POST /auth/password', Type.Object({ old: Password, new: Password }), SignInReply),
  signOut: road('POST /auth/sign-out', Type.Object({}), Type.Object({})),
  demoLogins: road('GET /demo/logins', Type.Object({}), Type.Object({ logins: Type.Array(DemoLogin, { maxItems: 100 }) })),
}
