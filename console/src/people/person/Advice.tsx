import { recordAdvice } from '@wangdi/domain/people/people.api.ts'
import { ErrorLine } from '@wangdi/ui/states/ErrorLine.tsx'
import { formatMoment } from '@wangdi/ui/words/format.ts'
import { Button, Radio } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { v7 as newId } from 'uuid'
import { PanelPart } from '../../lists/SidePanel.tsx'
import { useCommand } from '../../shell/call.ts'
import { useSession } from '../../shell/session.ts'
import type { Person } from './person.ts'

const topics = ['infection', 'medicine', 'vaccination', 'chronic-care', 'seek-help'] as const
const ways = ['visit', 'call', 'leaflet', 'message'] as const

/** Health advice that reached the person, and the way to record more. */
export function Advice({ person, today }: { person: Person; today: string }) {
  const { t } = useTranslation('person')
  const { access } = useSession()
  const [recording, setRecording] = useState(false)
  return (
    <PanelPart
      title={t('advice.title')}
      end={
        'people.record-advice' in access &&
        !recording && (
          <button type="button" className="w-link" onClick={() => setRecording(true)}>
            {t('advice.record')}
          </button>
        )
      }
    >
      {person.advice.length === 0 && !recording && <p className="quiet">{t('advice.none')}</p>}
      <ul className="person-advice">
        {person.advice.map((one) => (
          <li key={one.id}>
            <span className="quiet nowrap">{formatMoment(one.at, today)}</span>
            <span>
              {one.by} {t(`advice.ways.${one.way}`, { defaultValue: one.way })}
              {' · '}
              {t(`advice.topics.${one.topic}`, { defaultValue: one.topic })}
            </span>
          </li>
        ))}
      </ul>
      {recording && <Record person={person.id} onDone={() => setRecording(false)} />}
    </PanelPart>
  )
}

function Record({ person, onDone }: { person: string; onDone: () => void }) {
  const { t } = useTranslation('person')
  const command = useCommand(recordAdvice, ['people', 'plan'])
  const [id] = useState(() => newId())
  const [topic, setTopic] = useState<(typeof topics)[number]>()
  const [way, setWay] = useState<(typeof ways)[number]>('call')
  return (
    <div className="list-form person-add">
      <div className="field">
        <span className="quiet small">{t('advice.topic')}</span>
        <Radio.Group
          aria-label={t('advice.topic')}
          value={topic}
          options={topics.map((one) => ({ value: one, label: t(`advice.topics.${one}`) }))}
          onChange={(event) => setTopic(event.target.value)}
        />
      </div>
      <div className="field">
        <span className="quiet small">{t('advice.way')}</span>
        <Radio.Group
          aria-label={t('advice.way')}
          value={way}
          options={ways.map((one) => ({ value: one, label: t(`advice.ways.${one}`) }))}
          onChange={(event) => setWay(event.target.value)}
        />
      </div>
      {command.error ? <ErrorLine problem={command.error} /> : null}
      <div className="list-actions">
        <Button
          type="primary"
          disabled={!topic}
          loading={command.isPending}
          onClick={() => topic && command.mutate({ id, person, topic, way }, { onSuccess: onDone })}
        >
          {t('ui:save')}
        </Button>
        <Button onClick={onDone}>{t('ui:cancel')}</Button>
      </div>
    </div>
  )
}
