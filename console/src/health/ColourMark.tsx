import type { Colour } from '@wangdi/domain/health/health.ts'
import { Icon } from '@wangdi/ui/marks/Icon.tsx'
import { CircleHelp, Circle, OctagonAlert, TriangleAlert } from 'lucide-react'
import { useTranslation } from 'react-i18next'

const drawings = { red: OctagonAlert, yellow: TriangleAlert, green: Circle } as const

/** A colour as drawing, word and colour together; null is that facts are missing. */
export function ColourMark({ colour, absent }: { colour: Colour | null; absent?: string }) {
  const { t } = useTranslation('health')
  return (
    <span className={`tier-mark ${colour ?? 'unknown'}`}>
      <Icon of={colour ? drawings[colour] : CircleHelp} size={14} />
      {colour ? t(`colour.${colour}`) : (absent ?? t('unknown'))}
    </span>
  )
}
