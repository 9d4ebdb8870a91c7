import type { readHousehold } from '@wangdi/domain/plan/building-view.api.ts'
import { formatDay } from '@wangdi/ui/words/format.ts'
import { useTranslation } from 'react-i18next'
import type { Static } from 'typebox'
import { PanelPart } from '../../../lists/SidePanel.tsx'
import { Unmask } from '../../../lists/unmask/Unmask.tsx'

export type Household = Static<typeof readHousehold.reply>

/** Housing, the telephone of the household, and who answers for it. */
export function Responsible({ home, today }: { home: Household; today: string }) {
  const { t } = useTranslation('household')
  const reachable = home.members.find((member) => member.phone !== null)
  const { worker, standIn, doctor, grid } = home
  return (
    <PanelPart>
      <dl className="list-facts">
        <dt>{t('housing')}</dt>
        <dd>{t('people', { use: t(`use.${home.use}`), count: home.members.length })}</dd>
        <dt>{t('phone')}</dt>
        <dd className="household-phone">
          {reachable ? (
            <Unmask person={reachable.id} field="phone" masked={reachable.phone} />
          ) : (
            <span className="quiet">{t('noPhone')}</span>
          )}
        </dd>
        <dt>{t('worker')}</dt>
        <dd>
          {worker ? worker.name : <span className="household-nobody">{t('nobody')}</span>}
          {grid && <span className="quiet"> · {grid.name}</span>}
          {worker?.phone && <span className="quiet"> {worker.phone}</span>}
        </dd>
        {standIn && (
          <>
            <dt>{t('standIn')}</dt>
            <dd>
              {standIn.until ? t('standInUntil', { name: standIn.name, until: formatDay(standIn.until, today) }) : standIn.name}
              {standIn.phone && <span className="quiet"> {standIn.phone}</span>}
            </dd>
          </>
        )}
        <dt>{t('doctor')}</dt>
        <dd>
          {doctor ? doctor.name : <span className="quiet">{t('noDoctor')}</span>}
          {doctor?.phone && <span className="quiet"> {doctor.phone}</span>}
        </dd>
      </dl>
    </PanelPart>
  )
}
