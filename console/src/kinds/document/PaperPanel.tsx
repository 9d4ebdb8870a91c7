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
import { Button, Select } from 'antd'
import { lazy, Suspense, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Static } from 'typebox'
import { Asked } from '../../lists/Asked.tsx'
import { PanelPart, SidePanel } from '../../lists/SidePanel.tsx'
import { ask } from '../../shell/call.ts'
import { useSaying } from '../../shell/say.ts'
import { PhotoRoadContext } from '../file/photo-road.ts'
import { NamesOfRecords } from '../pointing/aim.ts'
import { SaidList } from '../panel/SaidList.tsx'
import { PaperActForm } from './PaperActForm.tsx'
import { PaperMark } from './PaperMark.tsx'

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
  const [chosen, setChosen] = useState<number>()
  const [doing, setDoing] = useState<Doing>()
  const [printing, setPrinting] = useState(false)
  const close = () => setDoing(undefined)
  const stateOf = (state: string) => say(versionStates[state as VersionState])
  return (
    <SidePanel
      title={whole?.row.title ?? say(kind.words)}
      mark={whole && <PaperMark state={whole.row.state} overdue={whole.row.overdue} />}
      label={t('panel')}
      onClose={onClose}
    >
      <Asked answer={{ ...answer, data: whole }}>
        {({ row, versions, names, acts, may }) => {
          // What waits is looked at first; else what holds.
          const newest = versions[0]
          const shown = versions.find(({ version }) => version === (chosen ?? newest?.version)) ?? newest
          const endpoint = doing && doing.act !== 'save' ? verbs.acts[doing.act] : undefined
          return (
            <NamesOfRecords value={names}>
              {versions.length > 1 && (
                <Select
                  aria-label={t('versions')}
                  className="kinds-filter"
                  value={shown?.version ?? 1}
                  onChange={setChosen}
                  options={versions.map(({ version, state }) => ({
                    value: version,
                    label: t('of', { version: t('version', { n: version }), state: stateOf(state) }),
                  }))}
                />
              )}
              {shown && (
                <PhotoRoadContext value={{ kind: kind.name }}>
                  <VersionTold kind={kind} shown={shown} reviewOn={row.review_on} />
                </PhotoRoadContext>
              )}
              <PanelPart title={t('acts')}>
                <Acts acts={acts} isOne={versions.length === 1} />
              </PanelPart>
              {shown && (
                <PanelPart>
                  <Button size="small" icon={<Icon of={print} />} onClick={() => setPrinting(true)}>
                    {t('print', { n: shown.version })}
                  </Button>
                  {printing && (
                    <Suspense>
                      <PrintPaper kind={kind} version={shown} onPrinted={() => setPrinting(false)} />
                    </Suspense>
                  )}
                </PanelPart>
              )}
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

/** A version: its number, since when and until when it holds, what it says, and who received it. */
function VersionTold({ kind, shown, reviewOn }: { kind: DocumentKind; shown: Version; reviewOn: string | null }) {
  const { t } = useTranslation('papers')
  const today = dayOf(useNow())
  const { number, in_force_from, until, state, fields, received, by, at } = shown
  const review = state === 'in-force' ? reviewOn : null
  const facts = [
    [t('number'), number ?? t('noNumber')],
    ...(in_force_from ? [[t('from'), formatDay(in_force_from, today)]] : []),
    ...(until ? [[t('until'), formatDay(until, today)]] : []),
    ...(review ? [[t('review'), formatDay(review, today)]] : []),
  ]
  return (
    <>
      <PanelPart title={t('version', { n: shown.version })} end={t('by', { who: by, when: formatMoment(at, today) })}>
        <dl className="list-facts">
          {facts.map(([name, said]) => (
            <div key={name} className="kinds-said">
              <dt>{name}</dt>
              <dd>{said}</dd>
            </div>
          ))}
        </dl>
        <SaidList fields={kind.fields} values={fields} />
      </PanelPart>
      {received.length > 0 && (
        <PanelPart title={t('receipts')}>
          {received.map((one, nth) => (
            <div key={nth.toString()}>
              <p className="quiet">{formatDay(one.on, today)}</p>
              {kind.receipt && <SaidList fields={kind.receipt} values={one.fields} />}
            </div>
          ))}
        </PanelPart>
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
