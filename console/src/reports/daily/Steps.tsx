import { useTranslation } from 'react-i18next'

/** The four steps of a report, with the one that it stands at. */
export function Steps({ frozen, ready }: { frozen: boolean; ready: boolean }) {
  const { t } = useTranslation('reports')
  const at = frozen ? 3 : ready ? 2 : 1
  return (
    <ol className="report-steps">
      {(['draft', 'check', 'frozen', 'received'] as const).map((step, nth) => (
        <li key={step} className={nth <= at ? 'on' : undefined} aria-current={nth === at ? 'step' : undefined}>
          {nth + 1} {t(`step.${step}`)}
        </li>
      ))}
    </ol>
  )
}
