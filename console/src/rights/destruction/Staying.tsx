import { staying } from '@wangdi/domain/rights/destruction/kinds.ts'
import { useTranslation } from 'react-i18next'
import { useSaying } from '../../shell/say.ts'

/** What is not destroyed with a response, each with the ground on which it stays. */
export function Staying() {
  const { t } = useTranslation('destruction')
  const say = useSaying()
  return (
    <details className="card destruction-staying">
      <summary>{t('staying')}</summary>
      <ul className="destruction-list">
        {staying.map(({ words, ground }) => (
          <li key={words.en}>
            {say(words)}
            <small>{say(ground)}</small>
          </li>
        ))}
      </ul>
    </details>
  )
}
