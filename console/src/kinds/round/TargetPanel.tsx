import type { Values } from '@wangdi/domain/kinds/fields.ts'
import type { RoundVerbs, TargetWhole } from '@wangdi/domain/kinds/round/round.api.ts'
import { roundActs, type RoundKind } from '@wangdi/domain/kinds/round/round.ts'
import { allMissingIn, settle } from '@wangdi/domain/kinds/when.ts'
import type { Endpoint } from '@wangdi/domain/endpoint.ts'
import { useNow } from '@wangdi/ui/marks/clock.ts'
import { ErrorLine } from '@wangdi/ui/states/ErrorLine.tsx'
import { dayOf, formatMoment } from '@wangdi/ui/words/format.ts'
import { useQuery } from '@tanstack/react-query'
import { Button, Modal } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Static } from 'typebox'
import { v7 as newId } from 'uuid'
import { Asked } from '../../lists/Asked.tsx'
import { PanelPart, SidePanel } from '../../lists/SidePanel.tsx'
import { ask, useCommand } from '../../shell/call.ts'
import { useSaying } from '../../shell/say.ts'
import { PhotoRoadContext } from '../file/photo-road.ts'
import { Fields } from '../form/Fields.tsx'
import { NamesOfRecords } from '../pointing/aim.ts'
import { SaidList } from '../panel/SaidList.tsx'
import { RecordButton } from '../paper/RecordSheet.tsx'
import { wholeDate } from '../paper/whole-date.ts'
import { StandingMark } from './StandingMark.tsx'

type Whole = Static<typeof TargetWhole>
/** What is recorded: a new look, or one that takes the place of another. */
interface Doing {
  readonly endpoint: Endpoint
  readonly replaces?: string
  readonly fields?: Values
}

/** One of those to be gone to: what was recorded of it, and the key to record or correct. */
export function TargetPanel({
  kind,
  verbs,
  id,
  onClose,
}: {
  kind: RoundKind
  verbs: RoundVerbs
  id: string
  onClose: () => void
}) {
  const { t } = useTranslation('kinds')
  const say = useSaying()
  const today = dayOf(useNow())
  const answer = useQuery(ask(verbs.get, { id }))
  const whole = answer.data as Whole | undefined
  const [doing, setDoing] = useState<Doing>()
  const { replace } = verbs
  return (
    <SidePanel
      title={whole?.title ?? say(kind.words)}
      mark={whole && <StandingMark kind={kind} standing={whole.standing} />}
      label={t('panel')}
      onClose={onClose}
    >
      <Asked answer={{ ...answer, data: whole }}>
        {({ checks, names, may }) => (
          <PhotoRoadContext value={{ kind: kind.name }}>
            <NamesOfRecords value={names}>
              {may.includes('record') && (
                <p className="list-actions kinds-actions">
                  <Button type="primary" onClick={() => setDoing({ endpoint: verbs.record })}>
                    {say(roundActs.record)}
                  </Button>
                </p>
              )}
              <PanelPart>
                <RecordButton
                  kind={kind}
                  title={whole?.title}
                  values={checks.find(({ replaced }) => !replaced)?.fields ?? {}}
                  facts={[[t('state'), <StandingMark key="state" kind={kind} standing={whole?.standing ?? ''} />]]}
                  acts={checks
                    .filter(({ replaced }) => !replaced)
                    .map(({ at, by, findings }) =>
                      [formatMoment(at, wholeDate), by, ...findings.map((one) => t('round.findings', { what: say(one) }))].join(
                        ' ',
                      ),
                    )}
                />
              </PanelPart>
              <PanelPart title={t('round.history')}>
                {checks.length === 0 && <p className="quiet">{t('round.never')}</p>}
                <ol className="kinds-acts">
                  {checks.map((check) => (
                    <li key={check.id}>
                      <span className="quiet">{formatMoment(check.at, today)}</span> {check.by}
                      {check.replaced && <span className="quiet"> · {t('round.replaced')}</span>}
                      <SaidList fields={kind.fields} values={check.fields} />
                      {check.findings.length > 0 && (
                        <p>{t('round.findings', { what: check.findings.map((one) => say(one)).join(' · ') })}</p>
                      )}
                      {!check.replaced && replace && may.includes('replace') && (
                        <Button
                          size="small"
                          onClick={() => setDoing({ endpoint: replace, replaces: check.id, fields: check.fields })}
                        >
                          {say(roundActs.replace)}
                        </Button>
                      )}
                    </li>
                  ))}
                </ol>
              </PanelPart>
              {doing && <CheckForm kind={kind} thing={id} doing={doing} onClose={() => setDoing(undefined)} />}
            </NamesOfRecords>
          </PhotoRoadContext>
        )}
      </Asked>
    </SidePanel>
  )
}

/** The form of a look; nothing of the moment is filled in before. */
function CheckForm({ kind, thing, doing, onClose }: { kind: RoundKind; thing: string; doing: Doing; onClose: () => void }) {
  const { t } = useTranslation('kinds')
  const say = useSaying()
  const [id] = useState(() => newId())
  const [values, setValues] = useState<Values>(doing.fields ?? {})
  const [tried, setTried] = useState(false)
  const recording = useCommand(doing.endpoint, [kind.name, ...(kind.finding ? [kind.finding, 'kinds'] : [])])
  const missing = allMissingIn(kind.fields, values).map(({ path }) => path)
  const save = () => {
    setTried(true)
    if (missing.length > 0) return
    const fields = settle(kind.fields, values).values
    const of = doing.replaces ? { replaces: doing.replaces } : { thing }
    recording.mutate({ id, ...of, v: kind.version, fields }, { onSuccess: onClose })
  }
  return (
    <Modal
      open
      width={640}
      title={say(doing.replaces ? roundActs.replace : roundActs.record)}
      okText={t('ui:save')}
      okButtonProps={{ loading: recording.isPending }}
      onOk={save}
      onCancel={onClose}
    >
      <PhotoRoadContext value={{ kind: kind.name, act: doing.replaces ? 'replace' : 'record' }}>
        <Fields fields={kind.fields} values={values} missing={tried ? missing : []} onChange={setValues} />
      </PhotoRoadContext>
      {recording.error ? <ErrorLine problem={recording.error} /> : null}
    </Modal>
  )
}
