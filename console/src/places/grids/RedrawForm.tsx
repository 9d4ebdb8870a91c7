import { assignDwellings, readCommunity } from '@wangdi/domain/places/places.api.ts'
import { useNow } from '@wangdi/ui/marks/clock.ts'
import { ErrorLine } from '@wangdi/ui/states/ErrorLine.tsx'
import { dayOf, formatNumber } from '@wangdi/ui/words/format.ts'
import { useQuery } from '@tanstack/react-query'
import { Input, Modal, Select } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Asked } from '../../lists/Asked.tsx'
import { ask, useCommand } from '../../shell/call.ts'
import type { Chosen } from './chosen.ts'
import { Parts } from './Parts.tsx'

const nowhere = 'nowhere'

/** 划网格: draws buildings, units or groups into a grid from a day on; people and visits are not touched. */
export default function RedrawForm({ community, onClose }: { community: string; onClose: () => void }) {
  const { t } = useTranslation('grids')
  const today = dayOf(useNow())
  const command = useCommand(assignDwellings, ['plan', 'places', 'rounds'])
  const answer = useQuery(ask(readCommunity, { community }))
  const [chosen, setChosen] = useState<ReadonlyMap<string, Chosen>>(new Map())
  const [to, setTo] = useState<string>()
  const [from, setFrom] = useState(today)
  const doors = [...chosen.values()].reduce((sum, one) => sum + one.doors, 0)
  const parts = [...chosen.values()].map((one) => one.part)
  const save = () =>
    to &&
    command.mutate(
      {
        community,
        grid: to === nowhere ? null : to,
        from,
        buildings: parts.flatMap((part) => (part.is === 'building' ? [part.building] : [])),
        units: parts.flatMap((part) => (part.is === 'unit' ? [{ building: part.building, unit: part.unit }] : [])),
        groups: parts.flatMap((part) => (part.is === 'group' ? [{ estate: part.estate, group: part.group }] : [])),
      },
      { onSuccess: () => setChosen(new Map()) },
    )
  return (
    <Modal
      open
      width={640}
      title={t('redrawing.title')}
      okText={t('redrawing.save')}
      okButtonProps={{ disabled: chosen.size === 0 || !to || from === '', loading: command.isPending }}
      onOk={save}
      onCancel={onClose}
    >
      <Asked answer={answer} rows={8}>
        {(place) => (
          <div className="list-form">
            <p className="quiet">{t('redrawing.lead')}</p>
            <Parts place={place} chosen={chosen} onChosen={setChosen} />
            <div className="pair">
              <label>
                {t('redrawing.to')}
                <Select
                  value={to}
                  onChange={setTo}
                  options={[
                    ...place.grids
                      .filter((grid) => grid.until === null || grid.until > from)
                      .map(({ id, name }) => ({ value: id, label: name })),
                    { value: nowhere, label: t('redrawing.nowhere') },
                  ]}
                />
              </label>
              <label>
                {t('redrawing.from')}
                <Input type="date" min={today} value={from} onChange={(event) => setFrom(event.target.value)} />
              </label>
            </div>
            <p role="status" className={command.data && chosen.size === 0 ? 'grids-moved' : 'quiet'}>
              {command.data && chosen.size === 0
                ? t('redrawing.moved', {
                    moved: formatNumber(command.data.moved),
                    unchanged: formatNumber(command.data.unchanged),
                  })
                : chosen.size > 0
                  ? t('redrawing.chosen', { count: doors, shown: formatNumber(doors) })
                  : t('redrawing.nothing')}
            </p>
            {command.error ? <ErrorLine problem={command.error} /> : null}
          </div>
        )}
      </Asked>
    </Modal>
  )
}
