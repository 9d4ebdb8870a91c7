import { serverNow, useNow } from '@wangdi/ui/marks/clock.ts'
import { useOnline } from '@wangdi/ui/states/online.ts'
import { formatSpan } from '@wangdi/ui/words/format.ts'
import { useLanguage } from '@wangdi/ui/words/useLanguage.ts'
import { ChevronRight, CloudOff, RefreshCw, TriangleAlert, UploadCloud } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { useKnown } from '../shell/phone.ts'
import { go } from '../shell/route.ts'
import { useUpdate } from '../device/update.ts'
import { useShortOfSpace } from '../device/use-space.ts'
import { clockSkew, clockTolerance } from '../sync/http.ts'

const longMs = 3 * 86_400_000

/** One strip for what stands between phone and server, the gravest first; nothing when all is well. */
export function Strip() {
  const { t } = useTranslation('today')
  const shell = useTranslation('shell').t
  const gate = useTranslation('gate').t
  const language = useLanguage()
  const online = useOnline()
  useNow()
  const { entries, position, exchange, setting } = useKnown()
  const unsent = entries.filter(({ state }) => state === 'unsent').length
  const refused = entries.filter(({ state }) => state === 'refused').length
  const away = position ? serverNow() - Date.parse(position.at) : 0
  const span = away > 60_000 ? ` ${formatSpan(away, language)}` : ''
  // The demo's clock is moved on purpose, so it says nothing about this phone's.
  const skew = setting?.demo ? 0 : Math.abs(clockSkew())
  const short = useShortOfSpace()
  const update = useUpdate()
  const see = (to: string) => (
    <button type="button" onClick={() => go(to)}>
      {t('look')}
      <ChevronRight size={18} aria-hidden="true" />
    </button>
  )
  if (skew > clockTolerance)
    return (
      <section className="f-off f-off-danger" role="alert">
        <TriangleAlert size={24} aria-hidden="true" />
        <p>
          <b>{t('clock', { span: formatSpan(skew, language) })}</b>
        </p>
      </section>
    )
  if (short)
    return (
      <section className="f-off f-off-danger" role="alert">
        <TriangleAlert size={24} aria-hidden="true" />
        <p>
          <b>{shell('full')}</b>
        </p>
        {see('/mine')}
      </section>
    )
  if (away > longMs)
    return (
      <section className="f-off f-off-danger" role="alert">
        <TriangleAlert size={24} aria-hidden="true" />
        <p>
          <b>{t('long', { span: span.trim() })}</b>
          {t('longWhat')}
        </p>
        {see('/mine')}
      </section>
    )
  if (refused > 0)
    return (
      <section className="f-off f-off-danger" role="status">
        <TriangleAlert size={24} aria-hidden="true" />
        <p>
          <b>{t('refused', { count: refused, n: refused })}</b>
        </p>
        {see('/records')}
      </section>
    )
  if (!online || exchange.state === 'offline')
    return (
      <section className="f-off" role="status">
        <CloudOff size={24} aria-hidden="true" />
        <p>
          <b>{unsent > 0 ? t('offline', { count: unsent, span, n: unsent }) : t('offlineNone', { span })}</b>
          {t('goOn')}
        </p>
        {unsent > 0 && see('/records')}
      </section>
    )
  if (unsent === 0 && update)
    return (
      <section className="f-off" role="status">
        <RefreshCw size={24} aria-hidden="true" />
        <button type="button" className="f-grow" onClick={update}>
          {gate('update')}
        </button>
      </section>
    )
  if (unsent === 0) return null
  return (
    <section className="f-off" role="status">
      <UploadCloud size={24} aria-hidden="true" />
      <p>
        <b>{t('waiting', { count: unsent, n: unsent })}</b>
        {exchange.running && t('sending')}
      </p>
      {see('/records')}
    </section>
  )
}
