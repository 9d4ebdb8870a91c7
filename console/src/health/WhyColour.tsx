import type { Proposal, Reason } from '@wangdi/policy/engine/answer.ts'
import { Icon } from '@wangdi/ui/marks/Icon.tsx'
import { CircleHelp, Check, X } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { useSaying } from '../shell/say.ts'

const icons = { yes: Check, no: X, unknown: CircleHelp } as const

/** Why a colour is proposed: the sentence of the rule, the conditions that held, and where it stands written. */
export function WhyColour({ proposal }: { proposal: Proposal }) {
  const { t } = useTranslation('health')
  const say = useSaying()
  const { source, why, text } = proposal
  return (
    <div className="tier-why">
      <p>{say(text)}</p>
      {why.length > 0 && (
        <details>
          <summary>{t('decide.why')}</summary>
          <ul>
            {why.map((reason, at) => (
              <Line key={at} reason={reason} />
            ))}
          </ul>
        </details>
      )}
      {source && (
        <p className="quiet small">
          {t('decide.source')} {source.document}·{source.section}
        </p>
      )}
    </div>
  )
}

function Line({ reason }: { reason: Reason }) {
  const say = useSaying()
  return (
    <li className={reason.holds}>
      <Icon of={icons[reason.holds]} size={12} /> {say(reason.text)}
      {reason.parts && reason.parts.length > 0 && (
        <ul>
          {reason.parts.map((part, at) => (
            <Line key={at} reason={part} />
          ))}
        </ul>
      )}
    </li>
  )
}
