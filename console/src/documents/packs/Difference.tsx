import { Empty } from '@wangdi/ui/states/Empty.tsx'
import { ErrorLine } from '@wangdi/ui/states/ErrorLine.tsx'
import { memo, useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import type { ShownDifference } from './background/questions.ts'
import { shownDifference } from './background/shown.ts'

/**
 * What a text changes against the newest version that was published under its id, if one was: as it was worked out beside the page,
 * or from the `after` that is given where nothing works beside it.
 */
export const Difference = memo(function Difference({
  isFirst,
  before,
  after,
  shown,
  problem,
}: {
  isFirst: boolean
  before: string | undefined
  after: string | undefined
  shown: ShownDifference | undefined
  /** Why that version cannot be had. */
  problem: unknown
}) {
  const { t } = useTranslation('packs')
  return (
    <section className="card" aria-label={t('difference')}>
      <h2 className="card-head">{t('difference')}</h2>
      {isFirst ? (
        <Empty>{t('noneInForce')}</Empty>
      ) : problem ? (
        <ErrorLine problem={problem} />
      ) : before !== undefined && after !== undefined ? (
        <Lines before={before} after={after} />
      ) : shown ? (
        <Shown {...shown} />
      ) : (
        <p className="pack-good">{t('comparing')}</p>
      )}
    </section>
  )
})

/** The lines that two texts differ in. */
export function Lines({ before, after }: { before: string; after: string }) {
  const shown = useMemo(() => shownDifference(before, after), [before, after])
  return <Shown {...shown} />
}

function Shown({ more, less, lines }: ShownDifference) {
  const { t } = useTranslation('packs')
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
