import Type from 'typebox'
import { command, query } from '../../endpoint.ts'
import { Role } from '../../roles.ts'
import { Id, Listing, Maybe, Page, PlaceCode, Text, Verbatim } from '../../schema.ts'
import { Account } from '../account.ts'
import { Login } from '../sign-in.api.ts'

/** A phone on which somebody is called at work, as people write it: 3 to 20 digits, blanks, + ( ) -. */
export const dutyPhonePattern = '^[0-9+() -]{3,20}$'
const DutyPhone = Type.String({ pattern: dutyPhonePattern, maxLength: 20 })
/** A one-time password, made by the page (`oneTimePassword`) and told to the person; it must be changed at the first sign-in. */
const OneTime = Verbatim(128, 10)
const Done = Type.Object({ id: Id, version: Type.Integer() })
const version = Type.Integer({ minimum: 1 })

/** Accounts of a place and all below it, those switched off too; `text` looks into name and login. */
export const listAccounts = query({
  name: 'staff.list',
  at: 'GET /staff/accounts',
  words: { zh: '看账号', en: 'See accounts' },
  input: Type.Object({ place: Type.Optional(PlaceCode), text: Type.Optional(Text(40)), ...Page.properties }),
  reply: Listing(Account),
})

/** Makes an account (no version, with a one-time password) or changes name, role, place or duty phone of one. */
export const saveAccount = command({
  name: 'staff.save',
  at: 'POST /staff/accounts',
  words: { zh: '开账号、改账号', en: 'Make or change an account' },
  input: Type.Object({
    id: Id,
    login: Login,
    name: Text(40, 1),
    role: Role,
    place: PlaceCode,
    phone: Maybe(DutyPhone),
    password: Type.Optional(OneTime),
    version: Type.Optional(version),
  }),
  reply: Done,
})

/** Switches an account off: its sessions end and its password is gone; what it recorded stays. */
export const switchOff = command({
  name: 'staff.switch-off',
  at: 'POST /staff/accounts/:id/switch-off',
  words: { zh: '停用账号', en: 'Switch an account off' },
  input: Type.Object({ id: Id, version }),
  reply: Done,
})

/** Switches an account on again, with a new one-time password. */
export const switchOn = command({
  name: 'staff.switch-on',
  at: 'POST /staff/accounts/:id/switch-on',
  words: { zh: '恢复账号', en: 'Switch an account on' },
  input: Type.Object({ id: Id, version, password: OneTime }),
  reply: Done,
})

/** Ends all sessions of an account: here at once, on other servers within half a minute. */
export const endSessions = command({
  name: 'staff.end-sessions',
  at: 'POST /staff/accounts/:id/end-sessions',
  words: { zh: '让账号在所有设备退出', en: 'End all sessions of an account' },
  input: Type.Object({ id: Id }),
  reply: Type.Object({ id: Id }),
})

/** Sets a one-time password and ends all sessions; `secondFactor` also forgets the authenticator of a lost phone. */
export const resetPassword = command({
  name: 'staff.reset-password',
  at: 'POST /staff/accounts/:id/reset-password',
  words: { zh: '重置密码', en: 'Reset a password' },
  input: Type.Object({ id: Id, password: OneTime, secondFactor: Type.Optional(Type.Boolean()) }),
  reply: Type.Object({ id: Id }),
})

/** A colleague as everybody in the place may call them. */
const Colleague = Type.Object({ id: Id, name: Text(40), role: Role, place: PlaceCode, phone: Maybe(Text(20)) })

/** Who works in the actor's place, with duty phones: what a phone in the field needs to call somebody. */
export const listColleagues = query({
  name: 'staff.colleagues',
  at: 'GET /staff/colleagues',
  words: { zh: '看同事和值班电话', en: 'See colleagues and duty phones' },
  input: Type.Object({}),
  reply: Type.Object({ colleagues: Type.Array(Colleague, { maxItems: 500 }) }),
})
