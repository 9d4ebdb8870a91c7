import { belowVerbs } from '@wangdi/domain/kinds/document/below/below.api.ts'
import type { DocumentVerbs, PaperVersion, PaperWhole } from '@wangdi/domain/kinds/document/document.api.ts'
import {
  type DocumentAct,
  documentActs,
  type DocumentKind,
  type VersionState,
  versionStates,
} from '@wangdi/domain/kinds/document/document.ts'
import { useNow } from '@wangdi/ui/marks/clock.ts'
import { Icon } from '@wangdi/ui/marks/Icon.tsx'
import { print } from '@wangdi/ui/marks/icons.ts'
import { dayOf, formatDay, formatMoment } from '@wangdi/ui/words/format.ts'
import { useQuery } from '@tanstack/react-query'
import { Button } from 'antd'
import { lazy, Suspense, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Static } from 'typebox'
import { Asked } from '../../lists/Asked.tsx'
import { rowsSaid } from '../../lists/Counted.tsx'
import { PanelPart, SidePanel } from '../../lists/SidePanel.tsx'
import { ask } from '../../shell/call.ts'
import { useSaying } from '../../shell/say.ts'
import { PhotoRoadContext } from '../file/photo-road.ts'
import { NamesOfRecords } from '../pointing/aim.ts'
import { useSession } from '../../shell/session.ts'
import { SaidList } from '../panel/SaidList.tsx'
import { PaperActForm } from './PaperActForm.tsx'
import { PaperMark } from './PaperMark.tsx'
import { Receivers } from './below/Receivers.tsx'
import { PaperTries } from './PaperTries.tsx'

const PaperForm = lazy(() => import('./PaperForm.tsx'))
const PrintPaper = lazy(() => import('./PrintPaper.tsx'))
type Whole = Static<typeof PaperWhole>
type Version = Static<typeof PaperVersion>
interface Doing {
  readonly act: DocumentAct
  readonly version: number
}

/** One document: what its versions say, how they stand, who received it, what was done, and what this office may do now. */
export function PaperPanel({
  kind,
  verbs,
  id,
  onClose,
}: {
  kind: DocumentKind
  verbs: DocumentVerbs
  id: string
  onClose: () => void
}) {
  const { t } = useTranslation('papers')
  const say = useSaying()
  const answer = useQuery(ask(verbs.get, { id }))
  const whole = answer.data as Whole | undefined
  const [doing, setDoing] = useState<Doing>()
  const { access } = useSession()
  const all = belowVerbs(kind)?.receivers
  const receivers = all && all.name in access ? all : undefined
  const close = () => setDoing(undefined)
  return (
    <SidePanel
      title={whole?.row.title ?? say(kind.words)}
      mark={whole && <PaperMark state={whole.row.state} overdue={whole.row.overdue} />}
      label={t('panel')}
      onClose={onClose}
    >
      <Asked answer={{ ...answer, data: whole }}>
        {({ row, versions, names, acts, may }) => {
          const newest = versions[0]
          const endpoint = doing && doing.act !== 'save' ? verbs.acts[doing.act] : undefined
          return (
            <NamesOfRecords value={names}>
              {kind.tried && <PaperTries row={row} />}
              {receivers && row.state === 'in-force' && row.community.length < 12 && <Receivers endpoint={receivers} id={id} />}
              {versions.map((version) => (
                <PhotoRoadContext key={version.version} value={{ kind: kind.name }}>
                  <VersionTold kind={kind} row={row} shown={version} acts={acts} isOne={versions.length === 1} />
                </PhotoRoadContext>
              ))}
              <PanelPart title={t('acts')}>
                <Acts acts={acts} isOne={versions.length === 1} />
              </PanelPart>
              {may.length > 0 && (
                <p className="list-actions kinds-actions">
                  {may.map(({ act, version }, nth) => (
                    <Button
                      key={`${act} ${version}`}
                      type={nth === 0 && act !== 'withdraw' ? 'primary' : 'default'}
                      onClick={() => setDoing({ act: act as DocumentAct, version })}
                    >
                      {act === 'save' ? t('write', { n: version }) : say(documentActs[act as DocumentAct])}
                      {act !== 'save' && versions.length > 1 && ` · ${t('version', { n: version })}`}
                    </Button>
                  ))}
                </p>
              )}
              {doing?.act === 'save' && newest && (
                <Suspense>
                  <PaperForm
                    kind={kind}
                    endpoint={verbs.save}
                    known={{ id, fields: newest.fields, version: doing.version }}
                    place={row.community}
                    onClose={close}
                  />
                </Suspense>
              )}
              {doing && endpoint && (
                <PaperActForm kind={kind} act={doing.act} endpoint={endpoint} id={id} version={doing.version} onClose={close} />
              )}
            </NamesOfRecords>
          )
        }}
      </Asked>
    </SidePanel>
  )
}

/**
 * A version: its number, since when and until when it holds, what it says, who wrote and approved and who received it. What holds and what
 * waits stands open; those before them open by a press.
 */
function VersionTold({
  kind,
  row,
  shown,
  acts,
  isOne,
}: {
  kind: DocumentKind
  row: Whole['row']
  shown: Version
  acts: Whole['acts']
  isOne: boolean
}) {
  const { t } = useTranslation('papers')
  const say = useSaying()
  const title = t('version', { n: shown.version })
  const isOver = shown.state === 'replaced' || shown.state === 'withdrawn'
  const inside = <VersionSaid kind={kind} row={row} shown={shown} acts={acts} />
  if (isOver && !isOne)
    return (
      <PanelPart>
        <details className="kinds-version">
          <summary>{t('of', { version: title, state: say(versionStates[shown.state as VersionState]) })}</summary>
          {inside}
        </details>
      </PanelPart>
    )
  return (
    <PanelPart title={title} end={!isOne && <PaperMark state={shown.state} overdue={row.overdue} />}>
      {inside}
    </PanelPart>
  )
}

function VersionSaid({ kind, row, shown, acts }: { kind: DocumentKind; row: Whole['row']; shown: Version; acts: Whole['acts'] }) {
  const { t } = useTranslation('papers')
  const today = dayOf(useNow())
  const [printing, setPrinting] = useState(false)
  const { number, in_force_from, until, state, fields, received, by, at } = shown
  const review = state === 'in-force' && !kind.tried ? row.review_on : null
  const approved = acts.find(({ act, version }) => act === 'approve' && version === shown.version)
  const facts = [
    ...(number || kind.acts.includes('publish') ? [[t('number'), number ?? t('noNumber')]] : []),
    ...(in_force_from ? [[t('from'), formatDay(in_force_from, today)]] : []),
    ...(until ? [[t('until'), formatDay(until, today)]] : []),
    ...(review ? [[t('review'), formatDay(review, today)]] : []),
  ]
  return (
    <>
      <p className="quiet">
        {by && t('by', { who: by, when: formatMoment(at, today) })}
        {approved && ` · ${t('approvedBy', { who: approved.by, when: formatMoment(approved.at, today) })}`}
      </p>
      {facts.length > 0 && (
        <dl className="list-facts">
          {facts.map(([name, said]) => (
            <div key={name} className="kinds-said">
              <dt>{name}</dt>
              <dd>{said}</dd>
            </div>
          ))}
        </dl>
      )}
      <SaidList fields={kind.fields} values={fields} />
      {received.length > 0 && (
        <>
          <h4 className="kinds-received">{t('receipts')}</h4>
          <div {...rowsSaid('receipts', received.length)}>
            {received.map((one, nth) => (
              <div key={nth.toString()}>
                <p className="quiet">{formatDay(one.on, today)}</p>
                {kind.receipt && <SaidList fields={kind.receipt} values={one.fields} />}
              </div>
            ))}
          </div>
        </>
      )}
      <Button size="small" icon={<Icon of={print} />} onClick={() => setPrinting(true)}>
        {t('print', { n: shown.version })}
      </Button>
      {printing && (
        <Suspense>
          <PrintPaper kind={kind} version={shown} onPrinted={() => setPrinting(false)} />
        </Suspense>
      )}
    </>
  )
}

function Acts({ acts, isOne }: { acts: Whole['acts']; isOne: boolean }) {
  const { t } = useTranslation('papers')
  const say = useSaying()
  const today = dayOf(useNow())
  return (
    <ol className="kinds-acts">
      {acts.map((act) => (
        <li key={act.id}>
          <span className="quiet">{formatMoment(act.at, today)}</span> {act.by} <b>{say(documentActs[act.act as DocumentAct])}</b>
          {!isOne && ` · ${t('version', { n: act.version })}`}
          {act.ground && <p className="kinds-ground">{act.ground}</p>}
        </li>
      ))}
    </ol>
  )
}
