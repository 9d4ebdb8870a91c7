import { readVersion } from '@wangdi/domain/documents/packs.api.ts'
import { Empty } from '@wangdi/ui/states/Empty.tsx'
import { useQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { Asked } from '../../lists/Asked.tsx'
import { ask } from '../../shell/call.ts'
import { differenceOf } from './line-difference.ts'

/** What a text changes against the newest version that was published under its id; without a `pack`, none was. */
export function Difference({ pack, body }: { pack: string | undefined; body: string }) {
  const { t } = useTranslation('packs')
  return (
    <section className="card" aria-label={t('difference')}>
      <h2 className="card-head">{t('difference')}</h2>
      {pack === undefined ? <Empty>{t('noneInForce')}</Empty> : <Against pack={pack} body={body} />}
    </section>
  )
}

function Against({ pack, body }: { pack: string; body: string }) {
  const answer = useQuery(ask(readVersion, { pack }))
  return <Asked answer={answer}>{({ body: before }) => <Lines before={before} after={body} />}</Asked>
}

/** The lines that two texts differ in. */
export function Lines({ before, after }: { before: string; after: string }) {
  const { t } = useTranslation('packs')
  const lines = useMemo(() => differenceOf(before, after), [before, after])
  const count = (kind: string) => lines.filter((line) => line.kind === kind).length
  const [more, less] = [count('more'), count('less')]
  if (more + less === 0) return <Empty>{t('noDifference')}</Empty>
  return (
    <>
      <p className="pack-good">{t('lines', { more, less })}</p>
      <div className="pack-difference" role="region" aria-label={t('lines', { more, less })} tabIndex={0}>
        {lines.map((line, nth) =>
          line.kind === 'skipped' ? (
            <div key={nth} className="skipped">
              {t('skipped', { count: line.lines, n: line.lines })}
            </div>
          ) : (
            <div key={nth} className={line.kind}>
              {line.kind === 'more' ? '+' : line.kind === 'less' ? '−' : ' '} {line.text}
            </div>
          ),
        )}
      </div>
    </>
  )
}
