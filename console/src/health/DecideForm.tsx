import { confirmColour, getHealth } from '@wangdi/domain/health/health.api.ts'
import type { Colour } from '@wangdi/domain/health/health.ts'
import { factWords } from '../regimes/fact-words.ts'
import { useNow } from '@wangdi/ui/marks/clock.ts'
import { ErrorLine } from '@wangdi/ui/states/ErrorLine.tsx'
import { dayOf, formatMoment } from '@wangdi/ui/words/format.ts'
import { useQuery } from '@tanstack/react-query'
import { Input, Modal, Radio } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { v7 as newId } from 'uuid'
import { ask, useCommand } from '../shell/call.ts'
import { useSaying } from '../shell/say.ts'
import { useSession } from '../shell/session.ts'
import { ColourMark } from './ColourMark.tsx'
import type { TierLine } from './TierTable.tsx'
import { WhyColour } from './WhyColour.tsx'

const colours = ['red', 'yellow', 'green'] as const

/** A doctor confirms the proposed colour or takes another with a reason; others see why. */
export default function DecideForm({ row, onClose }: { row: TierLine; onClose: () => void }) {
  const { t } = useTranslation('health')
  const say = useSaying()
  const { access } = useSession()
  const today = dayOf(useNow())
  const may = 'health.confirm-colour' in access
  const command = useCommand(confirmColour, ['health', 'plan'])
  const { data } = useQuery(ask(getHealth, { person: row.person }))
  const proposal = data?.proposal ?? row.proposal
  const proposed = proposal.value as Colour | null
  const [id] = useState(() => newId())
  const [chosen, setChosen] = useState<Colour>()
  const [reason, setReason] = useState('')
  const colour = chosen ?? proposed ?? undefined
  const differs = colour !== undefined && colour !== proposed
  const text = reason.trim()
  const missing = proposal.missing.map((fact) => say(factWords(fact))).join(t('comma'))
  return (
    <Modal
      open
      width={520}
      title={t('decide.title', { name: row.name })}
      okText={t('decide.save')}
      okButtonProps={{ disabled: !colour || (differs && text === ''), loading: command.isPending, hidden: !may }}
      onOk={() =>
        colour && command.mutate({ id, person: row.person, colour, ...(text ? { reason: text } : {}) }, { onSuccess: onClose })
      }
      onCancel={onClose}
    >
      <div className="list-form">
        <div>
          <p>
            <span className="quiet">{t('decide.proposal')}</span> <ColourMark colour={proposed} absent={t('noProposal')} />
          </p>
          {proposed === null && <p className="tier-missing">{t('decide.none', { missing: missing || say(proposal.text) })}</p>}
          <WhyColour proposal={proposal} />
        </div>
        {may ? (
          <>
            <Radio.Group
              vertical
              aria-label={t('decide.colour')}
              value={colour}
              options={colours.map((one) => ({ value: one, label: t(`colourLong.${one}`) }))}
              onChange={(event) => setChosen(event.target.value)}
            />
            <label>
              {t(differs ? 'decide.reasonMust' : 'decide.reasonMay')}
              <Input.TextArea value={reason} rows={2} maxLength={400} onChange={(event) => setReason(event.target.value)} />
            </label>
          </>
        ) : (
          <p className="quiet">{t('decide.onlyDoctor')}</p>
        )}
        {data && data.decisions.length > 0 && (
          <div>
            <h3 className="tier-small">{t('decide.history')}</h3>
            <ul>
              {data.decisions.map((one) => (
                <li key={one.id}>
                  {t('decide.historyLine', { at: formatMoment(one.at, today), by: one.by, colour: t(`colour.${one.colour}`) })}{' '}
                  {one.proposed && one.proposed !== one.colour && (
                    <span className="quiet small">{t('decide.proposedThen', { colour: t(`colour.${one.proposed}`) })}</span>
                  )}{' '}
                  {one.reason && <span className="quiet">{one.reason}</span>}
                </li>
              ))}
            </ul>
          </div>
        )}
        {command.error ? <ErrorLine problem={command.error} /> : null}
      </div>
    </Modal>
  )
}
