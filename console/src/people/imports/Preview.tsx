import {
  importArrivals,
  importElders,
  type ImportReply,
  importResidents,
  previewImport,
} from '@wangdi/domain/people/import.api.ts'
import { type RosterField, rosterFields, type RosterKind } from '@wangdi/domain/people/roster/fields.ts'
import { ErrorLine } from '@wangdi/ui/states/ErrorLine.tsx'
import { formatNumber, formatShare } from '@wangdi/ui/words/format.ts'
import { Button } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { v7 as newId } from 'uuid'
import { call, useCommand } from '../../shell/call.ts'
import { useSaying } from '../../shell/say.ts'
import { useSession } from '../../shell/session.ts'
import { FirstRows } from './heads/FirstRows.tsx'
import { Guesses } from './heads/Guesses.tsx'
import { Heads } from './heads/Heads.tsx'
import type { Chosen, Corrected } from './chosen.ts'
import { Outcome } from './Outcome.tsx'
import { Running } from './Running.tsx'

const renews = ['people', 'plan', 'places', 'health', 'rounds']

/** 看一遍再导: how the file was understood and what would happen; nothing is saved before the button. */
export function Preview({
  community,
  chosen,
  onLooked,
  onKind,
  onBusy,
  onImported,
}: {
  community: string
  chosen: Chosen
  onLooked: (chosen: Chosen) => void
  /** Looks at the file as a roster of another kind. */
  onKind: (kind: RosterKind) => void
  onBusy: (busy: boolean) => void
  onImported: (reply: ImportReply) => void
}) {
  const { t } = useTranslation('imports')
  const say = useSaying()
  const { preview, kind, file, name } = chosen
  const [id] = useState(() => newId())
  const [corrected, setCorrected] = useState<Corrected>({ ...(chosen.sheet ? { sheet: chosen.sheet } : {}), fields: new Map() })
  const [looking, setLooking] = useState<{ busy?: boolean; problem?: unknown }>({})
  const residents = useCommand(importResidents, renews)
  const elders = useCommand(importElders, renews)
  const arrivals = useCommand(importArrivals, renews)
  const command = { residents, elders, arrivals }[kind]
  const mapping = mappingOf(corrected, chosen)
  // What the last look was made with: the import must do what was looked at.
  const [lookedWith, setLookedWith] = useState(mapping)
  const changed = JSON.stringify(mapping) !== JSON.stringify(lookedWith)
  const look = async (asked: typeof mapping) => {
    setLooking({ busy: true })
    try {
      onLooked({ ...chosen, preview: await call(previewImport, { place: community, kind, file, ...asked }) })
      setLookedWith(asked)
      setLooking({})
    } catch (problem) {
      setLooking({ problem })
    }
  }
  const save = () => {
    onBusy(true)
    command.mutate({ id, place: community, file, ...lookedWith }, { onSuccess: onImported, onSettled: () => onBusy(false) })
  }
  const { outcome, confidence } = preview
  if (command.isPending) return <Running id={id} name={name} />
  return (
    <section className={looking.busy ? 'card list-busy' : 'card'} aria-label={t('preview.title')}>
      <div className="card-head">
        <h2>{t('preview.title')}</h2>
        <span className="sub">{t('preview.lead')}</span>
        <span className="end quiet">{t('preview.rows', { count: outcome.rows, shown: formatNumber(outcome.rows) })}</span>
      </div>
      <div className="import-preview">
        {preview.head_row > 0 && preview.missing.length > 0 && (
          <p className="import-unsure" role="alert">
            {t('preview.missing', {
              fields: preview.missing.map((field) => say(rosterFields[field as RosterField])).join('、'),
            })}
          </p>
        )}
        {preview.head_row === 0 && preview.guesses.length === 0 && <p className="import-unsure">{t('preview.noHead')}</p>}
        {preview.head_row > 0 && confidence < 0.5 && (
          <p className="import-unsure">{t('preview.unsure', { share: formatShare(Math.round(confidence * 1000), 1000) })}</p>
        )}
        <LikelyKind likely={preview.likely_kind} onKind={onKind} />
        {preview.remembered && <p className="quiet">{t('preview.remembered')}</p>}
        <Guesses
          preview={preview}
          corrected={corrected}
          onAdopt={(adopted) => {
            setCorrected(adopted)
            void look(mappingOf(adopted, chosen))
          }}
        />
        <Heads
          preview={preview}
          corrected={corrected}
          onCorrected={setCorrected}
          onSheet={(sheet) => {
            // Another sheet has other heads: what was corrected belongs to the one before.
            const other = { sheet, fields: new Map<number, RosterField | null>() }
            setCorrected(other)
            void look({ sheet })
          }}
        />
        <FirstRows preview={preview} />
        {looking.problem ? <ErrorLine problem={looking.problem} /> : null}
        {changed && (
          <div className="import-act">
            <Button loading={looking.busy ?? false} onClick={() => void look(mapping)}>
              {t('preview.lookAgain')}
            </Button>
            <span className="quiet">{t('preview.lookAgainFirst')}</span>
          </div>
        )}
        <Outcome
          outcome={outcome}
          totals={{
            rejected: outcome.rejected_total,
            duplicates: outcome.duplicates_total,
            not_people: outcome.not_people_total,
            doubtful: outcome.doubtful_total,
            warnings: outcome.warnings_total,
          }}
        />
        {command.error ? <ErrorLine problem={command.error} /> : null}
        <div className="import-act">
          <Button
            type="primary"
            size="large"
            disabled={changed || looking.busy === true || outcome.accepted === 0}
            onClick={save}
          >
            {outcome.accepted === 0
              ? t('preview.nothing')
              : t('preview.save', { count: outcome.accepted, shown: formatNumber(outcome.accepted) })}
          </Button>
        </div>
      </div>
    </section>
  )
}

/** The kind that the sheet more likely is, offered to those who may import it now. */
function LikelyKind({ likely, onKind }: { likely: RosterKind | null; onKind: (kind: RosterKind) => void }) {
  const { t } = useTranslation('imports')
  const { access, functions } = useSession()
  if (likely === null || !(`people.import-${likely}` in access) || (likely === 'arrivals' && !functions.arrivals.open))
    return null
  const kind = t(`choose.kinds.${likely}`)
  return (
    <p className="import-unsure" role="status">
      {t('kind.likely', { kind })}{' '}
      <button type="button" className="w-link" onClick={() => onKind(likely)}>
        {t('kind.change', { kind })}
      </button>
    </p>
  )
}

/** The corrections as the server takes them: all columns with their fields once one was changed. */
function mappingOf(corrected: Corrected, { preview }: Chosen) {
  const { sheet, headRow, fields } = corrected
  const columns = preview.heads.flatMap(({ column, field }) => {
    const now = fields.has(column) ? fields.get(column) : field
    return now ? [{ column, field: now as RosterField }] : []
  })
  return {
    ...(sheet ? { sheet } : {}),
    ...(headRow === undefined ? {} : { head_row: headRow }),
    ...(fields.size > 0 ? { columns } : {}),
  }
}
