import { Badge, TabBar } from 'antd-mobile'
import { Building2, CalendarCheck, ClipboardList, User } from 'lucide-react'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { isOpen } from '../sync/outbox.ts'
import { useKnown } from './phone.ts'
import { go } from './route.ts'

/** The four places of the app, with the number of records that wait; `above` stays in thumb reach over them. */
export function Tabs({ at, above }: { at: 'today' | 'buildings' | 'records' | 'mine'; above?: ReactNode }) {
  const { t } = useTranslation('shell')
  const waiting = useKnown().entries.filter(isOpen).length
  const size = { size: 24, strokeWidth: 1.75, 'aria-hidden': true } as const
  return (
    <nav className="f-tabs">
      {above}
      <TabBar activeKey={at} onChange={(key) => go(key === 'today' ? '/' : `/${key}`)}>
        <TabBar.Item key="today" title={t('today')} icon={<CalendarCheck {...size} />} />
        <TabBar.Item key="buildings" title={t('buildings')} icon={<Building2 {...size} />} />
        <TabBar.Item
          key="records"
          title={t('records')}
          icon={
            waiting > 0 ? (
              <Badge content={<span aria-label={t('waiting', { count: waiting, n: waiting })}>{waiting}</span>}>
                <ClipboardList {...size} />
              </Badge>
            ) : (
              <ClipboardList {...size} />
            )
          }
        />
        <TabBar.Item key="mine" title={t('mine')} icon={<User {...size} />} />
      </TabBar>
    </nav>
  )
}
