import { saveDraft } from '@wangdi/domain/documents/packs.api.ts'
import { ErrorLine } from '@wangdi/ui/states/ErrorLine.tsx'
import { useNow } from '@wangdi/ui/marks/clock.ts'
import { dayOf, formatMoment } from '@wangdi/ui/words/format.ts'
import { Button } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { v7 as newId } from 'uuid'
import { useCommand } from '../../../shell/call.ts'
import { Lines } from '../Difference.tsx'
import { idIn } from './local-copy.ts'
import type { Keeping } from './use-keeping.ts'

/** Somebody else saved in between: both texts are there, and whoever writes says which stands. */
export function Moved({ keeping }: { keeping: Keeping }) {
  const { t } = useTranslation('packs')
  const today = dayOf(useNow())
  const [open, setOpen] = useState(false)
  const apart = useCommand(saveDraft, ['documents.drafts'])
  const { theirs, written } = keeping
  if (!theirs) return null
  const { body, cases } = written.texts
  const keepBoth = () =>
    apart.mutate(
      { id: newId(), place: written.place, pack: idIn(body, theirs.pack), body, cases, edition: 0 },
      { onSuccess: keeping.takeTheirs },
    )
  return (
    <section className="pack-note" role="alert">
      <p>{t(theirs.open ? 'moved' : 'movedClosed', { by: theirs.by, at: theirs.at ? formatMoment(theirs.at, today) : '' })}</p>
      <div className="list-actions">
        <Button onClick={() => setOpen(!open)} aria-expanded={open}>
          {t('seeDifference')}
        </Button>
        {theirs.open && <Button onClick={() => void keeping.takeMine()}>{t('takeMine')}</Button>}
        <Button type="primary" loading={apart.isPending} onClick={keepBoth}>
          {t('keepBoth')}
        </Button>
      </div>
      {apart.error ? <ErrorLine problem={apart.error} /> : null}
      {open && <Lines before={theirs.texts.body} after={body} />}
    </section>
  )
}
