import { saveGrid } from '@wangdi/domain/places/places.api.ts'
import { useNow } from '@wangdi/ui/marks/clock.ts'
import { ErrorLine } from '@wangdi/ui/states/ErrorLine.tsx'
import { dayOf } from '@wangdi/ui/words/format.ts'
import { Input, Modal } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { v7 as newId } from 'uuid'
import { useCommand } from '../../shell/call.ts'
import type { GridLine } from './GridTable.tsx'

/** Opens a grid from a day on; with a `grid` given, ends that one from a day on. `count` places a new one last. */
export default function GridForm({
  community,
  grid,
  count,
  onClose,
}: {
  community: string
  grid?: GridLine
  count: number
  onClose: () => void
}) {
  const { t } = useTranslation('grids')
  const today = dayOf(useNow())
  const command = useCommand(saveGrid, ['plan', 'places'])
  const [id] = useState(() => grid?.id ?? newId())
  const [name, setName] = useState(grid?.name ?? '')
  const [day, setDay] = useState(today)
  const save = () => {
    const saved = grid
      ? { id, community, name: grid.name, ordinal: grid.ordinal, from: grid.from, until: day }
      : { id, community, name: name.trim(), ordinal: count + 1, from: day, until: null }
    command.mutate(saved, { onSuccess: onClose })
  }
  return (
    <Modal
      open
      width={420}
      title={grid ? t('ending.title', { grid: grid.name }) : t('opening.title')}
      okText={grid ? t('ending.save') : t('opening.save')}
      okButtonProps={{ disabled: name.trim() === '' || day === '', loading: command.isPending, danger: grid !== undefined }}
      onOk={save}
      onCancel={onClose}
    >
      <div className="list-form">
        {grid ? (
          <p className="quiet">{t('ending.lead')}</p>
        ) : (
          <label>
            {t('opening.name')}
            <Input value={name} maxLength={40} onChange={(event) => setName(event.target.value)} />
          </label>
        )}
        <label>
          {grid ? t('ending.until') : t('opening.from')}
          <Input type="date" min={today} value={day} onChange={(event) => setDay(event.target.value)} />
        </label>
        {command.error ? <ErrorLine problem={command.error} /> : null}
      </div>
    </Modal>
  )
}
