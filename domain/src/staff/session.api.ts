import Type, { type Static } from 'typebox'
import type { EmergencyFunction } from '../endpoint.ts'
import { query, command } from '../endpoint.ts'
import { Role } from '../roles.ts'
import { Id, Instant, Maybe, OneOf, PlaceCode, Text } from '../schema.ts'
import { SessionLine } from './account.ts'

const Why = Type.Object({ zh: Text(200), en: Text(200) })

/** Whether an emergency function is open for the actor's place today, and if not, why. */
const Open = Type.Object({ open: Type.Boolean(), why: Maybe(Why) })

/** The emergency functions that a session is told about, in the order of the menu. */
export const emergencyFunctions = [
  'arrivals',
  'observation',
  'daily-report',
  'orders',
] as const satisfies readonly EmergencyFunction[]

/** Who is signed in, where, what they may do and what is open: what every page starts from. */
export const Session = Type.Object({
  account: Type.Object({
    id: Id,
    login: Text(64),
    name: Text(40),
    role: Role,
    place: PlaceCode,
    phone: Maybe(Text(20)),
  }),
  /** The actor's place and all above it with their names, nation first. */
  places: Type.Array(Type.Object({ code: PlaceCode, name: Text(80) }), { maxItems: 6 }),
  /** Verb → reach. */
  access: Type.Record(Text(60), OneOf('own', 'grid', 'area', 'figures', 'above', 'given')),
  functions: Type.Object({ arrivals: Open, observation: Open, 'daily-report': Open, orders: Open }),
  /** What must be done before anything else works. */
  needs: Maybe(OneOf('password', 'second-factor')),
  demo: Type.Boolean(),
  /** The server's clock. */
  now: Instant,
})
export type Session = Static<typeof Session>

/** Tells a page who is signed in; also to a session that must first change its password or set up a second factor. */
export const readSession = query({
  name: 'session.read',
  at: 'GET /session',
  words: { zh: '看自己是谁、能做什么', en: 'See who you are and what you may do' },
  input: Type.Object({}),
  reply: Session,
})

/** The actor's own sessions, newest first. */
export const listSessions = query({
  name: 'session.list',
  at: 'GET /sessions',
  words: { zh: '看自己在哪些设备上登录', en: 'See where you are signed in' },
  input: Type.Object({}),
  reply: Type.Object({ sessions: Type.Array(SessionLine, { maxItems: 500 }) }),
})

/** Ends one of the actor's own sessions: a phone that was lost. */
export const endSession = command({
  name: 'session.end',
  at: 'POST /sessions/:session/end',
  words: { zh: '让一个设备退出', en: 'End one of your sessions' },
  input: Type.Object({ session: Id }),
  reply: Type.Object({ session: Id }),
})

/** Moves the clock of the demo, so that any day can be played; null returns to the real time. Not found elsewhere. */
export const setClock = command({
  name: 'demo.set-clock',
  at: 'POST /demo/clock',
  words: { zh: '演示：调日期', en: 'Demo: set the clock' },
  input: Type.Object({ moment: Maybe(Instant) }),
  reply: Type.Object({ now: Instant }),
})
