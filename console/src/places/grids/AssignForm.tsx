import { assignGrid } from '@wangdi/domain/staff/grid-duty.api.ts'
import { listColleagues } from '@wangdi/domain/staff/accounts/account.api.ts'
import { useNow } from '@wangdi/ui/marks/clock.ts'
import { ErrorLine } from '@wangdi/ui/states/ErrorLine.tsx'
import { dayOf } from '@wangdi/ui/words/format.ts'
import { useQuery } from '@tanstack/react-query'
import { Input, Modal, Radio, Select } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Asked } from '../../lists/Asked.tsx'
import { ask, useCommand } from '../../shell/call.ts'
import type { GridLine } from './GridTable.tsx'

const nobody = 'nobody'

/** Gives a grid to a worker from a day on, or to a stand-in until a day; nobody makes it a vacancy that is seen. */
export default function AssignForm({ community, grid, onClose }: { community: string; grid: GridLine; onClose: () => void }) {
  const { t } = useTranslation('grids')
  const today = dayOf(useNow())
  const command = useCommand(assignGrid, ['plan', 'staff', 'places'])
  const answer = useQuery(ask(listColleagues, {}))
  const [kind, setKind] = useState<'worker' | 'stand-in'>('worker')
  const [who, setWho] = useState<string>()
  const [from, setFrom] = useState(today)
  const [until, setUntil] = useState('')
  const ready = who !== undefined && from !== '' && (kind === 'worker' || (until !== '' && who !== nobody))
  const save = () =>
    ready &&
    command.mutate(
      { community, grid: grid.id, account: who === nobody ? null : who, kind, from, until: kind === 'worker' ? null : until },
      { onSuccess: onClose },
    )
  return (
    <Modal
      open
      width={460}
      title={t('assigning.title', { grid: grid.name })}
      okText={t('assigning.save')}
      okButtonProps={{ disabled: !ready, loading: command.isPending }}
      onOk={save}
      onCancel={onClose}
    >
      <Asked answer={answer} rows={4}>
        {({ colleagues }) => {
          const workers = colleagues.filter((one) => one.role === 'grid-worker' && one.place === community)
          return (
            <div className="list-form">
              <Radio.Group
                aria-label={t('assigning.kind')}
                value={kind}
                options={[
                  { value: 'worker', label: t('assigning.worker') },
                  { value: 'stand-in', label: t('assigning.standIn') },
                ]}
                onChange={(event) => setKind(event.target.value)}
              />
              {kind === 'worker' && <p className="quiet small">{t('assigning.workerHint')}</p>}
              {workers.length === 0 && <p className="quiet">{t('assigning.noPeople')}</p>}
              <label>
                {t('assigning.who')}
                <Select
                  showSearch
                  optionFilterProp="label"
                  value={who}
                  onChange={setWho}
                  options={[
                    ...workers.map((one) => ({ value: one.id, label: one.name })),
                    ...(kind === 'worker' ? [{ value: nobody, label: t('assigning.nobody') }] : []),
                  ]}
                />
              </label>
              <div className="pair">
                <label>
                  {t('assigning.from')}
                  <Input type="date" min={today} value={from} onChange={(event) => setFrom(event.target.value)} />
                </label>
                {kind === 'stand-in' && (
                  <label>
                    {t('assigning.until')}
                    <Input type="date" min={from || today} value={until} onChange={(event) => setUntil(event.target.value)} />
                  </label>
                )}
              </div>
              {command.error ? <ErrorLine problem={command.error} /> : null}
            </div>
          )
        }}
      </Asked>
    </Modal>
  )
}
