import '../staff.css'
import { listPartyDuties } from '@wangdi/domain/staff/party-duties/party-duty.api.ts'
import { parties, type PartyDuty } from '@wangdi/domain/staff/party-duties/party-duty.ts'
import { Icon } from '@wangdi/ui/marks/Icon.tsx'
import { warning } from '@wangdi/ui/marks/icons.ts'
import { useNow } from '@wangdi/ui/marks/clock.ts'
import { Tag } from '@wangdi/ui/marks/Tag.tsx'
import { Empty } from '@wangdi/ui/states/Empty.tsx'
import { StaleLine } from '@wangdi/ui/states/StaleLine.tsx'
import { dayOf, formatDay } from '@wangdi/ui/words/format.ts'
import { useQuery } from '@tanstack/react-query'
import { Link, useSearch } from '@tanstack/react-router'
import { Button } from 'antd'
import { lazy, Suspense, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Asked } from '../../lists/Asked.tsx'
import { Counted, rowsSaid } from '../../lists/Counted.tsx'
import { ask } from '../../shell/call.ts'
import { useLookedAt } from '../../shell/looked-at.ts'
import { useSaying } from '../../shell/say.ts'
import { useSession } from '../../shell/session.ts'
import { FourTimes } from './FourTimes.tsx'

const DutyForm = lazy(() => import('./DutyForm.tsx'))
const SignForm = lazy(() => import('./SignForm.tsx'))
const EndForm = lazy(() => import('./EndForm.tsx'))

type Act = { do: 'save'; duty: PartyDuty | undefined } | { do: 'sign' | 'end'; duty: PartyDuty }

/** 四方责任: who of the four parties answers for what at a place, and what is signed. */
export default function PartyDutiesPage() {
  const { t } = useTranslation('party-duties')
  const say = useSaying()
  const place = useLookedAt()
  const { access } = useSession()
  const [act, setAct] = useState<Act>()
  const answer = useQuery(ask(listPartyDuties, { place }))
  const may = 'staff.save-party-duty' in access && place.length >= 6
  const close = () => setAct(undefined)
  const onlyUnsigned = (useSearch({ strict: false }) as { show?: unknown }).show === 'unsigned'
  return (
    <>
      <div className="title">
        <h1>{t('title')}</h1>
        <span className="note">{t('note')}</span>
        <div className="actions">
          {answer.data && (
            <StaleLine at={answer.dataUpdatedAt} onRefresh={() => void answer.refetch()} busy={answer.isFetching} />
          )}
          {may && (
            <Button type="primary" onClick={() => setAct({ do: 'save', duty: undefined })}>
              {t('add')}
            </Button>
          )}
        </div>
      </div>
      <div className="list-stack">
        <section className="card" aria-label={t('title')}>
          <Asked answer={answer}>
            {({ duties, without, unsigned }) => (
              <div {...rowsSaid(onlyUnsigned ? 'duties-unsigned' : 'duties', onlyUnsigned ? unsigned : duties.length)}>
                {duties.length > 0 && without.length > 0 && (
                  <p className="staff-warning">
                    <Icon of={warning} />{' '}
                    {t('without', { parties: without.map((one) => say(parties[one as keyof typeof parties])).join(t('comma')) })}
                  </p>
                )}
                {unsigned > 0 && (
                  <p className="staff-warning">
                    <Icon of={warning} />{' '}
                    <Counted n={unsigned} of={{ to: '/party-duties', search: { show: 'unsigned' }, rows: 'duties-unsigned' }}>
                      {t('unsigned', { count: unsigned, n: unsigned })}
                    </Counted>{' '}
                    {onlyUnsigned && <Link to="/party-duties">{t('whole')}</Link>}
                  </p>
                )}
                {duties.length === 0 ? (
                  <Empty>{t('none')}</Empty>
                ) : (
                  <DutyTable
                    duties={onlyUnsigned ? duties.filter((one) => one.signed_on === null) : duties}
                    onAct={may ? setAct : undefined}
                  />
                )}
              </div>
            )}
          </Asked>
        </section>
        {'reports.four-times' in access && place.length >= 6 && <FourTimes place={place} />}
      </div>
      {act && (
        <Suspense>
          {act.do === 'save' && <DutyForm place={place} duty={act.duty} onClose={close} />}
          {act.do === 'sign' && <SignForm duty={act.duty} onClose={close} />}
          {act.do === 'end' && <EndForm duty={act.duty} onClose={close} />}
        </Suspense>
      )}
    </>
  )
}

function DutyTable({ duties, onAct }: { duties: readonly PartyDuty[]; onAct: ((act: Act) => void) | undefined }) {
  const { t } = useTranslation('party-duties')
  const say = useSaying()
  const today = dayOf(useNow())
  const order = Object.keys(parties)
  const sorted = duties.toSorted((a, b) => order.indexOf(a.party) - order.indexOf(b.party))
  return (
    <div className="list-scroll">
      <table className="list-table stack">
        <thead>
          <tr>
            <th>{t('party')}</th>
            <th>{t('holder')}</th>
            <th>{t('duty')}</th>
            <th>{t('signed')}</th>
            {onAct && <th>{t('act')}</th>}
          </tr>
        </thead>
        <tbody>
          {sorted.map((duty) => (
            <tr key={duty.id}>
              <td className="nowrap">
                <Tag tone="strong">{say(parties[duty.party as keyof typeof parties])}</Tag>
              </td>
              <td data-label={t('holder')}>{duty.holder}</td>
              <td data-label={t('duty')}>{duty.duty}</td>
              <td className="nowrap" data-label={t('signed')}>
                {duty.signed_on ? (
                  t('signedBy', { by: duty.signed_by, day: formatDay(duty.signed_on, today) })
                ) : (
                  <Tag tone="due">{t('notSigned')}</Tag>
                )}
              </td>
              {onAct && (
                <td className="nowrap">
                  {duty.signed_on === null && (
                    <>
                      <button type="button" className="w-link" onClick={() => onAct({ do: 'sign', duty })}>
                        {t('sign')}
                      </button>{' '}
                    </>
                  )}
                  <button type="button" className="w-link" onClick={() => onAct({ do: 'save', duty })}>
                    {t('change')}
                  </button>{' '}
                  <button type="button" className="w-link" onClick={() => onAct({ do: 'end', duty })}>
                    {t('end')}
                  </button>
                </td>
              )}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
