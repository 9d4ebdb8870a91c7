import { createContext, useContext, useRef, useSyncExternalStore } from 'react'
import type { Engine, ExchangeState } from '../sync/engine.ts'
import type { Entry } from '../sync/outbox.ts'
import type { Carried } from '../sync/pull.ts'
import type { Position } from '../sync/store.ts'
import type { Held } from '@wangdi/domain/sync/held.rules.ts'
import type { HeldSetting } from '@wangdi/domain/sync/sync.ts'

/** Whose phone it is, as the pages need to know. */
export interface Me {
  readonly account: string
  readonly name: string
  readonly role: string
  readonly place: string
  /** Verb → reach, as the last session said. */
  readonly access: Readonly<Record<string, string>>
}

/** What a phone carries by the rights of its bearer. */
export const carriedBy = ({ access }: Pick<Me, 'access'>): Carried => ({
  doors: access['sync.snapshot'] !== undefined,
  given: access['kinds.given'] !== undefined,
})

/** An open phone: its engine and what may be done with the whole. */
export interface Phone {
  readonly engine: Engine
  readonly me: Me
  /** Forgets the key until the PIN is typed again. */
  lock(): void
  /** Destroys the key and all that lies on the phone; the caller has seen that nothing waits to be sent. */
  signOut(): Promise<void>
}

export const PhoneContext = createContext<Phone | undefined>(undefined)

/** The open phone; a page outside of it is a fault of ours. */
export function usePhone(): Phone {
  const phone = useContext(PhoneContext)
  if (!phone) throw new Error('a page asked for the phone before it was open')
  return phone
}

/** What the phone knows at one moment. */
export interface Known {
  readonly held: Held
  readonly setting: HeldSetting | undefined
  readonly position: Position | undefined
  readonly entries: readonly Entry[]
  readonly exchange: ExchangeState
}

/** What the phone knows now; the component renders again when it knows more. */
export function useKnown(): Known {
  const { engine } = usePhone()
  const last = useRef<Known | undefined>(undefined)
  const read = (): Known => {
    const now = {
      held: engine.view(),
      setting: engine.setting(),
      position: engine.position(),
      entries: engine.entries(),
      exchange: engine.exchange(),
    }
    const before = last.current
    const same = before && (Object.keys(now) as (keyof Known)[]).every((name) => before[name] === now[name])
    if (!same) last.current = now
    return last.current ?? now
  }
  return useSyncExternalStore(engine.subscribe, read)
}
