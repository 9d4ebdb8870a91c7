import { shortName } from '@wangdi/domain/places/places.ts'
import { dayOf, formatMoment, formatSpan } from '@wangdi/ui/words/format.ts'
import { changeLanguage } from '@wangdi/ui/words/words.ts'
import { useLanguage } from '@wangdi/ui/words/useLanguage.ts'
import { useNow } from '@wangdi/ui/marks/clock.ts'
import { ErrorLine } from '@wangdi/ui/states/ErrorLine.tsx'
import { Phone, RefreshCw } from 'lucide-react'
import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { clockSkew, clockTolerance } from '../sync/http.ts'
import { isOpen } from '../sync/outbox.ts'
import { carriedBy, useKnown, usePhone } from './phone.ts'
import { AskFirst } from './asking/AskFirst.tsx'
import { Closable } from './Closable.tsx'
import { go } from './route.ts'
import { Tabs } from './Tabs.tsx'

function useStorage() {
  const [state, setState] = useState<{ kept: boolean; used: number }>()
  useEffect(() => {
    const read = async () => {
      const [kept, estimate] = [await navigator.storage?.persisted?.(), await navigator.storage?.estimate?.()]
      setState({ kept: kept === true, used: estimate?.usage ?? 0 })
    }
    read().catch(() => {})
  }, [])
  return state
}

/** 我的: whose phone, how it stands with the server, whom to call, language, lock and sign-out. */
export function MePage() {
  const { t } = useTranslation('shell')
  const language = useLanguage()
  const { engine, me, lock } = usePhone()
  const { setting, position, exchange } = useKnown()
  const storage = useStorage()
  const today = dayOf(useNow())
  const carries = carriedBy(me)
  const skew = setting?.demo ? 0 : clockSkew()
  return (
    <>
      <header className="f-top">
        <h1>
          {t('me.title')}
          <small>
            {t('account', { name: me.name, place: shortName(setting?.communityName ?? '') })}{' '}
            {setting?.grids.map(({ name }) => name).join('、')}
          </small>
        </h1>
        {setting?.demo && <span className="w-tag w-tag-dashed">{t('demo')}</span>}
      </header>
      <main className="f-main">
        <section className="f-card">
          <div className="f-line">
            <span>{t('me.sync')}</span>
            <em>{position ? t('me.lastSync', { at: formatMoment(position.at, today) }) : t('me.never')}</em>
            <button type="button" className="f-link" disabled={exchange.running} onClick={() => void engine.sync()}>
              <RefreshCw size={18} aria-hidden="true" /> {exchange.running ? t('me.syncing') : t('me.now')}
            </button>
          </div>
          {exchange.problem !== undefined && exchange.state !== 'done' && <ErrorLine problem={exchange.problem} />}
          {carries.doors && (
            <div className="f-line">
              <span>{t('me.doors', { count: position?.doors, n: position?.doors ?? 0 })}</span>
            </div>
          )}
          <div className="f-line">
            <span>{t('me.clock')}</span>
            <em className={Math.abs(skew) > clockTolerance ? 'f-red' : ''}>
              {Math.abs(skew) > clockTolerance
                ? t('me.clockWrong', { span: formatSpan(Math.abs(skew), language) })
                : t('me.clockRight')}
            </em>
          </div>
          {storage && (
            <div className="f-line">
              <span>{t('me.storage')}</span>
              <em>
                {t('me.storageUsed', { used: `${(storage.used / 1_048_576).toFixed(1)} MB` })}，
                {t(storage.kept ? 'me.storageKept' : 'me.storageLoose')}
              </em>
            </div>
          )}
        </section>
        {carries.doors && (
          <section className="f-card">
            <h2 className="f-head">{t('me.colleagues')}</h2>
            {setting?.colleagues.map((one) => (
              <div className="f-line" key={one.account}>
                <span>
                  {one.name} <small>{t(`roles.${one.role}`)}</small>
                </span>
                {one.phone ? (
                  <a className="f-link" href={`tel:${one.phone}`}>
                    <Phone size={18} aria-hidden="true" /> {one.phone}
                  </a>
                ) : (
                  <em>{t('noPhone')}</em>
                )}
              </div>
            ))}
          </section>
        )}
        <section className="f-card">
          {carries.doors && <Closable entry={t('me.arrivals')} why={setting?.closed.arrivals ?? null} to="/arrival" />}
          <div className="f-line">
            <span>{t('me.language')}</span>
            <button type="button" className="f-link" onClick={() => void changeLanguage(language === 'en' ? 'zh-CN' : 'en')}>
              {language === 'en' ? '中文' : 'English'}
            </button>
          </div>
          <button type="button" className="f-line f-line-key" onClick={lock}>
            {t('me.lock')}
          </button>
        </section>
        <SignOut />
      </main>
      <Tabs at="mine" />
    </>
  )
}

// The key is destroyed with the sign-out, so it waits until nothing is left to send; there is always a way on.
function SignOut() {
  const { t } = useTranslation('shell')
  const { engine, signOut } = usePhone()
  const { entries, setting } = useKnown()
  const [asked, setAsked] = useState(false)
  const waiting = entries.filter(isOpen).length
  const director = setting?.colleagues.find(({ role, phone }) => role === 'community-director' && phone)
  if (!asked)
    return (
      <button type="button" className="f-btn f-btn-line" onClick={() => setAsked(true)}>
        {t('me.signOut')}
      </button>
    )
  return (
    <AskFirst label={t('me.signOut')} onCancel={() => setAsked(false)}>
      <p>{waiting > 0 ? t('me.signOutRefused', { count: waiting, n: waiting }) : t('me.signOutWhat')}</p>
      {waiting > 0 ? (
        <>
          <button type="button" className="f-btn" onClick={() => void engine.sync()}>
            {t('me.now')}
          </button>
          <button type="button" className="f-btn f-btn-line" onClick={() => go('/records')}>
            {t('me.goRecords')}
          </button>
          {director && (
            <a className="f-btn f-btn-line" href={`tel:${director.phone}`}>
              {t('me.supervisor', { name: director.name })}
            </a>
          )}
        </>
      ) : (
        <button type="button" className="f-btn f-btn-danger" onClick={() => void signOut()}>
          {t('me.signOutYes')}
        </button>
      )}
    </AskFirst>
  )
}
