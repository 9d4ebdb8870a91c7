import type { KindPreview } from '@wangdi/domain/kinds/intake/import.api.ts'
import { useTranslation } from 'react-i18next'
import { useSaying } from '../../shell/say.ts'

const shown = 20

/** What would become of the rows: the sum of all, and of those that are not taken which and why. */
export function RowsTold({ seen }: { seen: KindPreview }) {
  const { t } = useTranslation('intake')
  const say = useSaying()
  const { rows, hidden, accepted, rejected, duplicates, not_records } = seen
  return (
    <>
      <p role="status">
        <b>{t('rows', { rows, accepted, rejected, duplicates, none: not_records })}</b>
      </p>
      {hidden > 0 && <p className="quiet">{t('hidden', { n: hidden })}</p>}
      <Told
        title={t('rejects')}
        count={rejected}
        lines={seen.rejects.map(({ row, text }) => t('row', { row, text: say(text) }))}
      />
      <Told
        title={t('same')}
        count={duplicates}
        lines={seen.same.map(({ row, same_as_row }) =>
          same_as_row === null ? t('sameHeld', { row }) : t('sameRow', { row, same: same_as_row }),
        )}
      />
      <Told
        title={t('others')}
        count={not_records}
        lines={seen.others.map(({ row, text }) => t('row', { row, text: say(text) }))}
      />
    </>
  )
}

function Told({ title, count, lines }: { title: string; count: number; lines: readonly string[] }) {
  const { t } = useTranslation('intake')
  if (count === 0) return null
  return (
    <div>
      <b>
        {title} {count}
      </b>
      <ul className="kinds-told">
        {lines.slice(0, shown).map((line) => (
          <li key={line}>{line}</li>
        ))}
        {count > shown && <li className="quiet">{t('more', { n: count - shown })}</li>}
      </ul>
    </div>
  )
}
