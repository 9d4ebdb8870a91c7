import { detailFieldsOf, kindOf, requestKinds } from '@wangdi/domain/requests/kinds.ts'
import { resultsOf } from '@wangdi/domain/kinds/request/act.rules.ts'
import { flowOf } from '@wangdi/domain/kinds/request/flows.ts'
import { getRequest } from '@wangdi/domain/requests/requests.api.ts'
import type { Act, RequestRow } from '@wangdi/domain/requests/requests.ts'
import { useNow } from '@wangdi/ui/marks/clock.ts'
import { dayOf, formatDay, formatMoment } from '@wangdi/ui/words/format.ts'
import { useQuery } from '@tanstack/react-query'
import { Button } from 'antd'
import { lazy, Suspense, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Asked } from '../../lists/Asked.tsx'
import { PanelPart, SidePanel } from '../../lists/SidePanel.tsx'
import { PersonLink } from '../../lists/ways/PersonLink.tsx'
import { ask } from '../../shell/call.ts'
import { PlaceName } from '../../shell/PlaceName.tsx'
import { useSaying } from '../../shell/say.ts'
import { useSession } from '../../shell/session.ts'
import { RequestMark } from '../RequestTable.tsx'
import { ActButtons } from './ActButtons.tsx'

const OwnData = lazy(() => import('./OwnData.tsx'))

/** One request: what it is about, who asks where this office may know it, what was done, and what this office may do now. */
export function RequestPanel({ id, onClose }: { id: string; onClose: () => void }) {
  const { t } = useTranslation('requests')
  const { access } = useSession()
  const [showing, setShowing] = useState(false)
  const answer = useQuery(ask(getRequest, { id }))
  const request = answer.data?.request
  const say = useSaying()
  return (
    <SidePanel
      title={request ? say(requestKinds[request.kind].words) : ''}
      mark={request && <RequestMark row={request} />}
      label={t('panel.label')}
      onClose={onClose}
    >
      <Asked answer={answer} rows={4}>
        {(data) => (
          <>
            <Facts request={data.request} />
            <PanelPart title={t('panel.who')}>
              {data.who ? (
                <p>
                  <PersonLink person={data.who.person} name={data.who.name} /> {data.who.phone}{' '}
                  <span className="quiet">{t(`relation.${data.who.relation}`)}</span>
                  {data.who.shown && <small className="quiet"> {data.who.shown}</small>}
                </p>
              ) : (
                <p className="quiet">{t(data.anonymous ? 'panel.nameless' : 'panel.hidden')}</p>
              )}
              {data.who?.person && data.request.state === 'open' && 'requests.own-data' in access && (
                <Button onClick={() => setShowing(true)}>{t('panel.ownData')}</Button>
              )}
            </PanelPart>
            <PanelPart title={t('panel.acts')}>
              <ol className="requests-acts">
                {data.acts.map((act) => (
                  <Done key={act.id} act={act} request={data.request} />
                ))}
              </ol>
              <ActButtons id={id} kind={data.request.kind} may={data.may} />
            </PanelPart>
          </>
        )}
      </Asked>
      {showing && (
        <Suspense>
          <OwnData id={id} onClose={() => setShowing(false)} />
        </Suspense>
      )}
    </SidePanel>
  )
}

function Facts({ request }: { request: RequestRow }) {
  const { t } = useTranslation('requests')
  const say = useSaying()
  const today = dayOf(useNow())
  const said = Object.entries(detailFieldsOf(request.kind)).flatMap(([name, { words, values }]) => {
    const value = request.details[name]
    if (!value) return []
    return [{ name, label: say(words), value: values?.[value] ? say(values[value]) : value }]
  })
  return (
    <PanelPart title={request.number}>
      <dl className="list-facts">
        <dt>{t('list.against')}</dt>
        <dd>
          <PlaceName code={request.against} />
        </dd>
        {said.map(({ name, label, value }) => (
          <div key={name} className="requests-detail">
            <dt>{label}</dt>
            <dd>{value}</dd>
          </div>
        ))}
        <dt>{t('panel.way')}</dt>
        <dd>
          {formatDay(request.day, today)} {t(`way.${request.way}`)}
        </dd>
        {request.due_on && (
          <>
            <dt>{t('panel.due')}</dt>
            <dd className={request.late ? 'w-soon' : ''}>{t('dueOn', { day: formatDay(request.due_on, today) })}</dd>
          </>
        )}
      </dl>
    </PanelPart>
  )
}

function Done({ act, request }: { act: Act; request: RequestRow }) {
  const { t } = useTranslation('requests')
  const say = useSaying()
  const today = dayOf(useNow())
  const kind = kindOf(request.kind)
  const step = flowOf(kind.flow).acts[act.kind]
  const result = act.result ? resultsOf(kind, act.kind)?.[act.result] : undefined
  return (
    <li>
      <p>
        <b>{step ? say(step.words) : act.kind}</b> {result && say(result)}{' '}
        <small className="quiet">{`${act.by} ${formatMoment(act.at, today)}`}</small>
      </p>
      {act.words ? (
        <p className="requests-words">{act.words}</p>
      ) : (
        act.kind !== 'accepted' && <p className="quiet small">{t('panel.unread')}</p>
      )}
    </li>
  )
}
