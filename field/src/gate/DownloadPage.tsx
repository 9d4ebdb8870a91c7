import { useSaid } from '@wangdi/ui/states/ErrorLine.tsx'
import { ProgressBar } from 'antd-mobile'
import { useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { useKnown, usePhone } from '../shell/phone.ts'

/** How far the download is; there is no list for today before all is here. */
export function DownloadPage() {
  const { t } = useTranslation('gate')
  const { engine } = usePhone()
  const { position, setting, exchange } = useKnown()
  const began = useRef(Date.now())
  const { text } = useSaid(exchange.problem)
  const [doors, all] = [position?.doors ?? 0, position?.ofDoors ?? 0]
  const nothing = position !== undefined && position.next === null && all === 0
  const grid = setting?.grids.map(({ name }) => name).join('、') || setting?.communityName || ''
  const left = doors > 0 ? Math.ceil((((Date.now() - began.current) / doors) * (all - doors)) / 60_000) : 0
  const stopped = exchange.state === 'offline' || exchange.state === 'failed'
  return (
    <main className="f-gate" aria-busy={!stopped}>
      <h1>{nothing ? t('app') : t('downloading', { grid })}</h1>
      {nothing ? (
        <p>{t('empty')}</p>
      ) : (
        <>
          <ProgressBar
            percent={all === 0 ? 0 : Math.floor((doors / all) * 100)}
            style={{ width: '100%', '--track-width': '8px' }}
          />
          <p role="status">
            {position?.lastBlock && `${t('reached', { block: position.lastBlock })} · `}
            {all > 0 && t('ofDoors', { doors, all })}{' '}
            {!stopped && all > 0 && (left > 1 ? t('minutes', { count: left, n: left }) : t('soon'))}
          </p>
          <p className="f-muted">{t('notReady')}</p>
          {setting?.colleagues
            .filter(({ phone }) => phone)
            .slice(0, 3)
            .map((one) => (
              <a className="f-link" key={one.account} href={`tel:${one.phone}`}>
                {one.name} {one.phone}
              </a>
            ))}
        </>
      )}
      {stopped && (
        <p className="f-say" role="alert">
          {exchange.state === 'offline' ? t('stopped') : t('failed', { why: text })}
        </p>
      )}
      {(stopped || nothing) && (
        <button type="button" className="f-btn" onClick={() => void engine.sync()}>
          {t('goOn')}
        </button>
      )}
    </main>
  )
}
