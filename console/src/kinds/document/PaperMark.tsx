import { type VersionState, versionStates } from '@wangdi/domain/kinds/document/document.ts'
import { type MarkState, StateMark } from '@wangdi/ui/marks/StateMark.tsx'
import { useTranslation } from 'react-i18next'
import { useSaying } from '../../shell/say.ts'

const marks: Readonly<Record<VersionState, MarkState>> = {
  draft: 'due',
  waiting: 'due',
  ready: 'due',
  'in-force': 'done',
  replaced: 'inapplicable',
  withdrawn: 'inapplicable',
}

/** How a version of a document stands, and whether what holds is overdue. */
export function PaperMark({ state, overdue }: { state: string; overdue?: boolean }) {
  const { t } = useTranslation('papers')
  const say = useSaying()
  const known = state as VersionState
  const words = say(versionStates[known])
  const isLate = overdue === true && known === 'in-force'
  return <StateMark state={isLate ? 'not' : marks[known]}>{isLate ? `${words} · ${t('overdue')}` : words}</StateMark>
}
