import { Brand } from '@wangdi/ui/marks/Brand.tsx'
import { formatSpan } from '@wangdi/ui/words/format.ts'
import { useLanguage } from '@wangdi/ui/words/useLanguage.ts'
import { useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Lock } from '../sync/vault.ts'
import { fewestDigits } from '../sync/vault.ts'
import { Pad } from './Pad.tsx'

function Dots({ count }: { count: number }) {
  return (
    <p className="f-dots" aria-live="polite" aria-label={String(count)}>
      {Array.from({ length: fewestDigits }, (_, n) => (
        <i key={n} data-on={n < count} />
      ))}
    </p>
  )
}

/** Digits typed on the pad; calls `onFull` with all of them once, then begins anew. */
function usePin(onFull: (pin: string) => void) {
  const [pin, setPin] = useState('')
  const typed = useRef('')
  const set = (next: string) => {
    typed.current = next
    setPin(next)
  }
  const onKey = (key: string) => {
    if (key === 'delete') return set(typed.current.slice(0, -1))
    if (typed.current.length >= fewestDigits) return
    set(typed.current + key)
    if (typed.current.length === fewestDigits) {
      const full = typed.current
      setTimeout(() => {
        set('')
        onFull(full)
      }, 120)
    }
  }
  useEffect(() => {
    const listen = ({ key }: KeyboardEvent) => (/^\d$/.test(key) ? onKey(key) : key === 'Backspace' && onKey('delete'))
    window.addEventListener('keydown', listen)
    return () => window.removeEventListener('keydown', listen)
  })
  return { length: pin.length, onKey }
}

/** Opens the phone; a wrong PIN opens nothing and makes the next try wait. */
export function EnterPin({
  lock,
  tryIt,
  wipe,
}: {
  lock: Lock
  tryIt: (pin: string) => Promise<boolean>
  wipe: () => Promise<void>
}) {
  const { t } = useTranslation('gate')
  const language = useLanguage()
  const [state, setState] = useState<'ready' | 'opening' | 'wrong' | 'forgot'>('ready')
  const [now, setNow] = useState(Date.now())
  const waiting = lock.closedUntil > now
  useEffect(() => {
    if (!waiting) return
    const timer = setInterval(() => setNow(Date.now()), 1000)
    return () => clearInterval(timer)
  }, [waiting])
  const attempt = async (pin: string) => {
    setState('opening')
    if (!(await tryIt(pin))) setState('wrong')
    setNow(Date.now())
  }
  const { length, onKey } = usePin((pin) => void attempt(pin))
  if (state === 'forgot')
    return (
      <main className="f-gate">
        <h1>{t('forgot')}</h1>
        <p>{t('forgotText')}</p>
        <button type="button" className="f-btn" onClick={() => setState('ready')}>
          {t('ui:cancel')}
        </button>
        <button type="button" className="f-btn f-btn-danger" onClick={() => void wipe()}>
          {t('wipe')}
        </button>
      </main>
    )
  const seconds = Math.ceil((lock.closedUntil - now) / 1000)
  const span =
    seconds < 60 ? `${seconds} ${language === 'en' ? 's' : '秒'}` : formatSpan(lock.closedUntil - now + 59_000, language)
  return (
    <main className="f-gate f-gate-pin">
      <Brand size={40} />
      <h1>{t('app')}</h1>
      <p role="status" className={state === 'wrong' || waiting ? 'f-red' : ''}>
        {waiting ? t('wait', { span }) : state === 'opening' ? t('opening') : state === 'wrong' ? t('wrongPin') : t('enterPin')}
      </p>
      <Dots count={length} />
      <Pad
        deleteLabel={t('delete')}
        onKey={(key) => !waiting && state !== 'opening' && onKey(key)}
        left={
          <button type="button" className="f-pad-word" onClick={() => setState('forgot')}>
            {t('forgot')}
          </button>
        }
      />
    </main>
  )
}

const easy = (pin: string) => /^(\d)\1+$/.test(pin) || '01234567890'.includes(pin) || '09876543210'.includes(pin)

/** Chooses a PIN, typed twice. */
export function ChoosePin({ onChosen }: { onChosen: (pin: string) => Promise<void> }) {
  const { t } = useTranslation('gate')
  const [first, setFirst] = useState<string>()
  const [said, setSaid] = useState<'pinsDiffer' | 'pinTooEasy' | 'making'>()
  const { length, onKey } = usePin((pin) => {
    if (first === undefined) {
      setSaid(easy(pin) ? 'pinTooEasy' : undefined)
      if (!easy(pin)) setFirst(pin)
    } else if (first === pin) {
      setSaid('making')
      void onChosen(pin)
    } else {
      setSaid('pinsDiffer')
      setFirst(undefined)
    }
  })
  return (
    <main className="f-gate f-gate-pin">
      <h1>{t(first === undefined ? 'setPin' : 'repeatPin')}</h1>
      <p role="status" className={said && said !== 'making' ? 'f-red' : ''}>
        {said ? t(said) : t('setPinWhy')}
      </p>
      <Dots count={length} />
      <Pad deleteLabel={t('delete')} onKey={(key) => said !== 'making' && onKey(key)} />
    </main>
  )
}
