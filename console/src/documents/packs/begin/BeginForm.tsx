import { listVersions, type VersionLine } from '@wangdi/domain/documents/packs.api.ts'
import { isWithin } from '@wangdi/domain/place-code.ts'
import { type Subject, subjects } from '@wangdi/policy/subjects.ts'
import { type Template, templates } from '@wangdi/policy/templates/templates.ts'
import { useQuery } from '@tanstack/react-query'
import { Button } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { ask } from '../../../shell/call.ts'
import { useSaying } from '../../../shell/say.ts'
import { useSession } from '../../../shell/session.ts'
import { PlaceChoice } from './PlaceChoice.tsx'

/** From what a draft begins, as it stands in the address of its page. */
export interface Begun {
  readonly new: string
  readonly template?: Template['id']
  readonly subject?: Subject
  readonly of?: string
  readonly version?: number
  /** Whether the version is the one before, or only copied. */
  readonly copy?: boolean
}

type Way = Template['id'] | 'version'

/** Before the first line: for whom the rules are, about what, and from which template or version the text begins. */
export function BeginForm({ place: looked, onBegin }: { place: string; onBegin: (begun: Begun) => void }) {
  const { t } = useTranslation('packs')
  const say = useSaying()
  const { account } = useSession()
  const [place, setPlace] = useState(looked)
  const [way, setWay] = useState<Way>('with-tiers')
  const [subject, setSubject] = useState<Subject>('dengue')
  const [from, setFrom] = useState<VersionLine>()
  const versions = useQuery(ask(listVersions, { place: account.place })).data?.packs ?? []
  const template = templates.find(({ id }) => id === way)
  const needsPlace = template?.below === true && place === ''
  const isReady = way === 'version' ? from !== undefined : !needsPlace
  const begin = () => {
    if (template) return onBegin({ new: place, template: template.id, subject })
    if (from) onBegin({ new: place, of: from.pack, version: from.version, copy: true })
  }
  return (
    <form
      className="card pack-begin list-form"
      onSubmit={(event) => {
        event.preventDefault()
        begin()
      }}
    >
      <PlaceChoice place={place} onChange={setPlace} />
      <fieldset>
        <legend>{t('beginWith')}</legend>
        {templates.map(({ id, words, means }) => (
          <Choice key={id} checked={way === id} name={say(words)} means={say(means)} onChoose={() => setWay(id)} />
        ))}
        <Choice
          checked={way === 'version'}
          name={t('fromVersion')}
          means={t('fromVersionMeans')}
          onChoose={() => setWay('version')}
        />
      </fieldset>
      {way === 'version' ? (
        <label>
          {t('version')}
          <select
            value={from ? `${from.pack} ${from.version}` : ''}
            onChange={(event) => setFrom(versions.find(({ pack, version }) => `${pack} ${version}` === event.target.value))}
          >
            <option value="">{t('chooseOne')}</option>
            {versions.map((line) => (
              <option key={`${line.pack} ${line.version}`} value={`${line.pack} ${line.version}`}>
                {say(line.title)} · {t('versionN', { count: line.version, n: line.version })}
              </option>
            ))}
          </select>
        </label>
      ) : (
        <label>
          {t('subject')}
          <select value={subject} onChange={(event) => setSubject(event.target.value as Subject)}>
            {Object.entries(subjects).map(([id, words]) => (
              <option key={id} value={id}>
                {say(words)}
              </option>
            ))}
          </select>
        </label>
      )}
      {needsPlace && <p className="pack-not">{t('needsPlace')}</p>}
      <div className="list-actions">
        {way === 'version' && from && isWithin(from.place, account.place) && (
          <Button onClick={() => onBegin({ new: from.place, of: from.pack, version: from.version })}>{t('change')}</Button>
        )}
        <Button type="primary" htmlType="submit" disabled={!isReady}>
          {t('begin')}
        </Button>
      </div>
    </form>
  )
}

function Choice({ checked, name, means, onChoose }: { checked: boolean; name: string; means: string; onChoose: () => void }) {
  return (
    <label className="pack-way">
      <input type="radio" name="way" checked={checked} onChange={onChoose} />
      <span>
        <b>{name}</b> <small>{means}</small>
      </span>
    </label>
  )
}
