import type { Values } from '@wangdi/domain/kinds/fields.ts'
import { filesIn } from '@wangdi/domain/kinds/file/file.ts'
import { fieldsFor } from '@wangdi/domain/kinds/kind.ts'
import type { AskedRow, AskedWhole, RequestVerbs } from '@wangdi/domain/kinds/request/request.api.ts'
import { flowOf } from '@wangdi/domain/kinds/request/flows.ts'
import type { RequestKind } from '@wangdi/domain/kinds/request/request.ts'
import { partyWords } from '@wangdi/domain/kinds/words.ts'
import { wordsOfValue } from '@wangdi/domain/kinds/said-in-words.ts'
import { useNow } from '@wangdi/ui/marks/clock.ts'
import { dayOf, formatDeadline, formatMoment } from '@wangdi/ui/words/format.ts'
import { useQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import type { Static } from 'typebox'
import { useTranslation } from 'react-i18next'
import { Asked } from '../../lists/Asked.tsx'
import { PanelPart, SidePanel } from '../../lists/SidePanel.tsx'
import { ask } from '../../shell/call.ts'
import { PlaceName } from '../../shell/PlaceName.tsx'
import { useSaying } from '../../shell/say.ts'
import { AskedMark } from '../AskedTable.tsx'
import { Photos } from '../file/Photos.tsx'
import { PhotoRoadContext } from '../file/photo-road.ts'
import { RecordButton } from '../paper/RecordSheet.tsx'
import { wholeDate } from '../paper/whole-date.ts'
import { AimOfForm, NamesOfRecords, useNames } from '../pointing/aim.ts'
import { SaidList } from './SaidList.tsx'
import { ActButtons } from './ActButtons.tsx'

type Whole = Static<typeof AskedWhole>

/** One request: until when, what was said and who sees it, what was done, and what this office may do now. */
export function AskedPanel({
  kind,
  verbs,
  id,
  onClose,
}: {
  kind: RequestKind
  verbs: RequestVerbs
  id: string
  onClose: () => void
}) {
  const { t } = useTranslation('kinds')
  const say = useSaying()
  const answer = useQuery(ask(verbs.get, { id }))
  const whole = answer.data as Whole | undefined
  const title = whole ? whole.row.door || <PlaceName code={whole.row.about} /> : say(kind.words)
  return (
    <SidePanel title={title} mark={whole && <AskedMark kind={kind} row={whole.row} />} label={t('panel')} onClose={onClose}>
      <Asked answer={{ ...answer, data: whole }}>
        {(data) => (
          <PhotoRoadContext value={{ kind: kind.name }}>
            <NamesOfRecords value={data.names}>
              <TermPart row={data.row} acts={data.acts} />
              <SaidParts kind={kind} fields={data.fields} />
              <PanelPart title={t('acts')}>
                <ol className="kinds-acts">
                  {data.acts.map((act) => (
                    <ActLine key={act.id} kind={kind} act={act} />
                  ))}
                </ol>
              </PanelPart>
              <PanelPart>
                <p className="quiet">
                  {data.row.number} · {t(`way.${data.way}`)}
                </p>
                <AskedPaper kind={kind} whole={data} title={title} />
              </PanelPart>
              <AimOfForm value={{ place: data.row.about, dwelling: data.dwelling ?? undefined }}>
                <ActButtons kind={kind} verbs={verbs} whole={data} />
              </AimOfForm>
            </NamesOfRecords>
          </PhotoRoadContext>
        )}
      </Asked>
    </SidePanel>
  )
}

function AskedPaper({ kind, whole, title }: { kind: RequestKind; whole: Whole; title: ReactNode }) {
  const { t } = useTranslation('kinds')
  const { row } = whole
  return (
    <RecordButton
      kind={kind}
      title={title}
      values={whole.fields}
      facts={[
        [t('number'), row.number],
        [t('place'), <PlaceName key="place" code={row.about} />],
        [t('due'), row.due_at ? formatDeadline(row.due_at, wholeDate) : t('noTerm')],
        [t('state'), <AskedMark key="state" kind={kind} row={row} />],
      ]}
      acts={whole.acts.map((act) => <ActWords key={act.id} kind={kind} act={act} today={wholeDate} />)}
    />
  )
}

function TermPart({ row, acts }: { row: Static<typeof AskedRow>; acts: Whole['acts'] }) {
  const { t } = useTranslation('kinds')
  const say = useSaying()
  const today = dayOf(useNow())
  const due = acts.findLast((act) => act.due)?.due
  const who = row.waits_on && partyWords[row.waits_on as keyof typeof partyWords]
  return (
    <PanelPart title={t('term')} end={row.due_at && formatDeadline(row.due_at, today)}>
      {due && <p>{say(due)}</p>}
      <p className="quiet">{who ? t('whose', { who: (row.waits_on === 'doer' && row.doer) || say(who) }) : t('over')}</p>
    </PanelPart>
  )
}

// What helpers see stands apart, so that whoever gives it out sees what she hands out.
function SaidParts({ kind, fields }: { kind: RequestKind; fields: Values }) {
  const { t } = useTranslation('kinds')
  const helper = fieldsFor(kind.fields, 'helper')
  const rest = Object.fromEntries(Object.entries(kind.fields).filter(([name]) => !(name in helper)))
  if (!kind.blind)
    return (
      <PanelPart title={t('said')}>
        <SaidList fields={kind.fields} values={fields} />
      </PanelPart>
    )
  return (
    <>
      <PanelPart title={t('seen')}>
        <SaidList fields={helper} values={fields} />
      </PanelPart>
      <PanelPart title={t('unseen')}>
        <SaidList fields={rest} values={fields} />
      </PanelPart>
    </>
  )
}

function ActLine({ kind, act }: { kind: RequestKind; act: Whole['acts'][number] }) {
  const today = dayOf(useNow())
  return (
    <li>
      <ActWords kind={kind} act={act} today={today} />
    </li>
  )
}

function ActWords({ kind, act, today }: { kind: RequestKind; act: Whole['acts'][number]; today: string }) {
  const say = useSaying()
  const names = useNames()
  const words = flowOf(kind.flow).acts[act.act]?.words
  const result = act.result && kind.results?.[act.result]
  const asked = Object.entries(kind.asks?.[act.act] ?? {}).flatMap(([name, field]) => {
    const told = wordsOfValue(field, act.fields[name], names)
    return told?.zh ? [`${say(field.words)} ${say(told)}`] : []
  })
  const photos = filesIn(kind.asks?.[act.act] ?? {}, act.fields).map(({ id }) => id)
  return (
    <>
      <span className="quiet">{formatMoment(act.at, today)}</span> {act.by} <b>{words && say(words)}</b>
      {result && ` · ${say(result)}`}
      {asked.length > 0 && ` · ${asked.join(' · ')}`}
      {photos.length > 0 && <Photos ids={photos} />}
      {act.ground && <p className="kinds-ground">{act.ground}</p>}
    </>
  )
}
