import { endUnit, listUnits } from '@wangdi/domain/places/units/unit.api.ts'
import { type Unit, type UnitKind, unitKinds } from '@wangdi/domain/places/units/unit.ts'
import { Empty } from '@wangdi/ui/states/Empty.tsx'
import { ErrorLine } from '@wangdi/ui/states/ErrorLine.tsx'
import { StaleLine } from '@wangdi/ui/states/StaleLine.tsx'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { Link, useNavigate, useSearch } from '@tanstack/react-router'
import { Button, Modal, Select } from 'antd'
import { lazy, Suspense, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Asked } from '../../lists/Asked.tsx'
import { OfCommunity } from '../../lists/ChooseCommunity.tsx'
import { Pager } from '../../lists/Pager.tsx'
import { ask, useCommand } from '../../shell/call.ts'
import { useSaying } from '../../shell/say.ts'
import { useSession } from '../../shell/session.ts'
import { UnitTable } from './UnitTable.tsx'

const UnitForm = lazy(() => import('./UnitForm.tsx'))

type Act = { do: 'save'; unit: Unit | undefined } | { do: 'end'; unit: Unit }

/** 辖区单位: firms, schools and other crowded places of a community, with whom to call there. */
export default function UnitsPage() {
  const { t } = useTranslation('units')
  return <OfCommunity title={t('title')}>{(community) => <Units key={community} community={community} />}</OfCommunity>
}

function Units({ community }: { community: string }) {
  const { t } = useTranslation('units')
  const say = useSaying()
  const { access } = useSession()
  const navigate = useNavigate()
  const [kind, setKind] = useState<UnitKind | ''>('')
  const [page, setPage] = useState(0)
  const [act, setAct] = useState<Act>()
  const sought = (useSearch({ strict: false }) as { visit?: unknown }).visit
  const toVisit = (['firms', 'elder-care'] as const).find((one) => one === sought)
  const asked = { community, page, ...(kind && { kind }), ...(toVisit && { to_visit: toVisit }) }
  const answer = useQuery({ ...ask(listUnits, asked), placeholderData: keepPreviousData })
  const may = 'places.save-unit' in access
  const kinds = Object.entries(unitKinds).map(([value, words]) => ({ value: value as UnitKind, label: say(words) }))
  return (
    <>
      <div className="title">
        <h1>{t('title')}</h1>
        <div className="actions">
          {answer.data && (
            <StaleLine at={answer.dataUpdatedAt} onRefresh={() => void answer.refetch()} busy={answer.isFetching} />
          )}
          {may && (
            <Button type="primary" onClick={() => setAct({ do: 'save', unit: undefined })}>
              {t('add')}
            </Button>
          )}
        </div>
      </div>
      <section className="card" aria-label={t('label')}>
        <div className="list-filters">
          <label>
            {t('kind')}
            <Select<UnitKind | ''>
              value={kind}
              style={{ width: 140 }}
              options={[{ value: '', label: t('all') }, ...kinds]}
              onChange={(chosen) => {
                setKind(chosen)
                setPage(0)
              }}
            />
          </label>
          {toVisit && (
            <span>
              {t(`toVisit.${toVisit}`)} <Link to="/units">{t('whole')}</Link>
            </span>
          )}
        </div>
        <Asked answer={answer}>
          {({ rows, total }) =>
            rows.length === 0 ? (
              <Empty>{t(toVisit ? 'allVisited' : kind ? 'noneOfKind' : 'none')}</Empty>
            ) : (
              <>
                <UnitTable
                  units={rows}
                  onVisit={(unit) => void navigate({ to: '/inspections', search: { unit: unit.id } as never })}
                  onChange={may ? (unit) => setAct({ do: 'save', unit }) : undefined}
                  onEnd={may ? (unit) => setAct({ do: 'end', unit }) : undefined}
                />
                <Pager
                  page={page}
                  total={total}
                  rows={toVisit ? `units-${toVisit}` : 'units'}
                  unit={(count) => t('unit', { count })}
                  order={t('order')}
                  busy={answer.isFetching}
                  onPage={setPage}
                />
              </>
            )
          }
        </Asked>
      </section>
      {act && (
        <Suspense>
          {act.do === 'save' ? (
            <UnitForm community={community} unit={act.unit} onClose={() => setAct(undefined)} />
          ) : (
            <EndForm unit={act.unit} onClose={() => setAct(undefined)} />
          )}
        </Suspense>
      )}
    </>
  )
}

function EndForm({ unit, onClose }: { unit: Unit; onClose: () => void }) {
  const { t } = useTranslation('units')
  const command = useCommand(endUnit, ['places.units'])
  return (
    <Modal
      open
      width={420}
      title={t('endTitle', { name: unit.name })}
      okText={t('end')}
      okButtonProps={{ loading: command.isPending }}
      onOk={() => command.mutate({ id: unit.id, version: unit.version }, { onSuccess: onClose })}
      onCancel={onClose}
    >
      <p>{t('endLead')}</p>
      {command.error ? <ErrorLine problem={command.error} /> : null}
    </Modal>
  )
}
