import type { ImportPreview } from '@wangdi/domain/people/import.api.ts'
import { type RosterField, rosterFields } from '@wangdi/domain/people/roster/fields.ts'
import { Button } from 'antd'
import { useTranslation } from 'react-i18next'
import { useSaying } from '../../../shell/say.ts'
import type { Corrected } from '../chosen.ts'
import { columnLetter } from '../roster-file.ts'

/** What columns without a known head may be, with what speaks for it; a press takes them all, and each can be corrected below. */
export function Guesses({
  preview,
  corrected,
  onAdopt,
}: {
  preview: ImportPreview
  corrected: Corrected
  onAdopt: (corrected: Corrected) => void
}) {
  const { t } = useTranslation('imports')
  const say = useSaying()
  const open = preview.guesses.filter(({ column }) => !corrected.fields.has(column))
  if (open.length === 0) return null
  const adopt = () => {
    const fields = new Map(corrected.fields)
    for (const { column, field } of open) fields.set(column, field as RosterField)
    onAdopt({ ...corrected, fields, ...(preview.head_row === 0 ? { headRow: preview.guessed_head_row } : {}) })
  }
  return (
    <div className="import-guesses" role="group" aria-label={t('guess.title')}>
      <p>
        <b>{t(preview.head_row === 0 ? 'guess.noHead' : 'guess.title')}</b> <span className="quiet">{t('guess.lead')}</span>
      </p>
      <ul>
        {open.map(({ column, field, fits, of }) => (
          <li key={column}>
            {t('guess.one', {
              letter: columnLetter(column),
              field: say(rosterFields[field as RosterField]),
              why: t(`guess.why.${evidenceOf(field as RosterField)}`, { fits, of }),
            })}
          </li>
        ))}
      </ul>
      <Button onClick={adopt}>{t('guess.adopt')}</Button>
    </div>
  )
}

// By what a field is known from what stands in its cells.
function evidenceOf(field: RosterField): 'number' | 'phone' | 'day' | 'door' | 'name' | 'word' {
  if (field === 'documentNumber') return 'number'
  if (field === 'phone') return 'phone'
  if (field === 'birth' || field === 'arrivedOn' || field === 'lastDoseOn') return 'day'
  if (field === 'address' || field === 'building' || field === 'unit' || field === 'room') return 'door'
  return field === 'name' ? 'name' : 'word'
}
