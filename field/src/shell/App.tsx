import { restoreClock } from '../sync/http.ts'
import { serverNow } from '@wangdi/ui/marks/clock.ts'
import { useCallback, useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { v7 as newId } from 'uuid'
import { DownloadPage } from '../gate/DownloadPage.tsx'
import { ChoosePin, EnterPin } from '../gate/PinPage.tsx'
import { SignInPage } from '../gate/SignInPage.tsx'
import { type Engine, openEngine } from '../sync/engine.ts'
import { httpRoad } from '../sync/http.ts'
import { Store } from '../sync/store.ts'
import { type Lock, makeLock, tryPin } from '../sync/vault.ts'
import { Pages } from './Pages.tsx'
import { carriedBy, type Me, PhoneContext, useKnown } from './phone.ts'
import { useSyncing } from './use-syncing.ts'

type Gate =
  | { at: 'starting' | 'insecure' | 'no-store' }
  | { at: 'sign-in' }
  | { at: 'choose-pin'; me: Me }
  | { at: 'pin'; lock: Lock; me: Me }
  | { at: 'open'; engine: Engine; me: Me }

const store = new Store()

/** The whole app: who may see it, and the pages once it is open. */
export function App() {
  const { t } = useTranslation('gate')
  const [gate, setGate] = useState<Gate>({ at: 'starting' })

  const toLock = useCallback(async () => {
    const [lock, me] = [await store.find<Lock>('lock'), await store.find<Me>('owner')]
    setGate(lock && me ? { at: 'pin', lock, me } : { at: 'sign-in' })
  }, [])
  useEffect(() => {
    if (!globalThis.isSecureContext || !crypto.subtle) return setGate({ at: 'insecure' })
    restoreClock()
    toLock().catch(() => setGate({ at: 'no-store' }))
  }, [toLock])

  const open = async (key: CryptoKey, me: Me) => {
    const carries = carriedBy(me)
    const engine = await openEngine({ store, key, road: httpRoad, me, carries, newId, now: serverNow })
    await navigator.storage?.persist?.().catch(() => false)
    setGate({ at: 'open', engine, me })
  }

  switch (gate.at) {
    case 'starting':
      return null
    case 'insecure':
    case 'no-store':
      return (
        <main className="f-gate">
          <p className="f-say">{t(gate.at === 'insecure' ? 'insecure' : 'noStore')}</p>
        </main>
      )
    case 'sign-in':
      return <SignInPage onSignedIn={(me) => setGate({ at: 'choose-pin', me })} />
    case 'choose-pin':
      return (
        <ChoosePin
          onChosen={async (pin) => {
            const { lock, key } = await makeLock(pin)
            await store.keep('lock', lock)
            await store.keep('owner', gate.me)
            await open(key, gate.me)
          }}
        />
      )
    case 'pin':
      return (
        <EnterPin
          lock={gate.lock}
          wipe={async () => {
            await store.destroy()
            await toLock()
          }}
          tryIt={async (pin) => {
            const { lock, key } = await tryPin(gate.lock, pin, Date.now())
            await store.keep('lock', lock)
            if (key) await open(key, gate.me)
            else setGate({ ...gate, lock })
            return key !== undefined
          }}
        />
      )
    case 'open':
      return (
        <Opened
          engine={gate.engine}
          me={gate.me}
          lock={() => void toLock()}
          signOut={async () => {
            await store.destroy()
            await fetch('/api/auth/sign-out', {
              method: 'POST',
              headers: { 'content-type': 'application/json' },
              body: '{}',
            }).catch(() => {})
            await toLock()
          }}
          renew={async (me) => {
            await store.keep('owner', me)
            setGate({ ...gate, me })
            await gate.engine.sync()
          }}
        />
      )
  }
}

function Opened({
  renew,
  ...phone
}: {
  engine: Engine
  me: Me
  lock: () => void
  signOut: () => Promise<void>
  renew: (me: Me) => Promise<void>
}) {
  useSyncing(phone.engine, phone.lock)
  return (
    <PhoneContext value={phone}>
      <Ready renew={renew} me={phone.me} />
    </PhoneContext>
  )
}

function Ready({ renew, me }: { renew: (me: Me) => Promise<void>; me: Me }) {
  const { position, exchange } = useKnown()
  // Who was signed out by the server sees nothing of the register until signed in again: a lost phone may be in strange hands.
  if (exchange.state === 'signed-out') return <SignInPage owner={me} onSignedIn={(next) => void renew(next)} />
  if (!position || (carriedBy(me).doors && (position.next !== null || position.ofDoors === 0))) return <DownloadPage />
  return <Pages />
}
