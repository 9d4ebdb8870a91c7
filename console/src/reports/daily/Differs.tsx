import type { OwnLine } from '@wangdi/domain/reports/daily-report.ts'
import { firstDifference } from '@wangdi/domain/reports/daily-report.rules.ts'
import { useTranslation } from 'react-i18next'
import type { ReportReply } from './report-reply.ts'

/** What of a line is not as it was frozen: the first figure that differs, by the name of its column. */
export function Differs({ of, own }: { of: ReportReply['differences'][number]; own?: OwnLine | undefined }) {
  const { t } = useTranslation('reports')
  const first = firstDifference(of, own)
  if (!first) return null
  const shown = { frozen: first.frozen ?? '—', live: first.live ?? '—' }
  return <>{t('differs', { column: t(`column.${first.column}`), ...shown })}</>
}
