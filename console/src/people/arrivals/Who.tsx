import { searchPeople } from '@wangdi/domain/people/people.api.ts'
import type { DocumentKind } from '@wangdi/domain/people/person.ts'
import { addWords } from '@wangdi/ui/words/words.ts'
import { useQuery } from '@tanstack/react-query'
import { Input, Radio, Select } from 'antd'
import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { ask } from '../../shell/call.ts'
import { words } from '../person/person.words.ts'

addWords('person', words)
const kinds = ['identity-card', 'passport', 'hk-macao-permit', 'taiwan-permit', 'residence-permit', 'other'] as const
const waitMs = 300

/** Who came: chosen from the people on file, or typed as a new person. */
export interface WhoTyped {
  readonly is: 'known' | 'new'
  readonly person?: string
  readonly name: string
  readonly kind: DocumentKind
  readonly document: string
  readonly phone: string
}

/** Finds the person on file, or takes name, document and phone of a new one. */
export function Who({ place, typed, onTyped }: { place: string; typed: WhoTyped; onTyped: (typed: WhoTyped) => void }) {
  const { t } = useTranslation('arrivals')
  const set = (part: Partial<WhoTyped>) => onTyped({ ...typed, ...part })
  return (
    <>
      <Radio.Group
        aria-label={t('form.who')}
        value={typed.is}
        options={[
          { value: 'known', label: t('form.known') },
          { value: 'new', label: t('form.fresh') },
        ]}
        onChange={(event) => set({ is: event.target.value })}
      />
      {typed.is === 'known' ? (
        <FindPerson
          place={place}
          value={typed.person}
          onChange={(person) => {
            const { person: _, ...rest } = typed
            onTyped(person ? { ...rest, person } : rest)
          }}
        />
      ) : (
        <NewPerson typed={typed} onSet={set} />
      )}
    </>
  )
}

function FindPerson({
  place,
  value,
  onChange,
}: {
  place: string
  value: string | undefined
  onChange: (person: string | undefined) => void
}) {
  const { t } = useTranslation('arrivals')
  const [typed, setTyped] = useState('')
  const [text, setText] = useState('')
  useEffect(() => {
    const timer = setTimeout(() => setText(typed.trim()), waitMs)
    return () => clearTimeout(timer)
  }, [typed])
  const { data, isFetching } = useQuery({ ...ask(searchPeople, { place, text, size: 20 }), enabled: text !== '' })
  return (
    <label>
      {t('form.find')}
      <Select
        showSearch
        allowClear
        filterOption={false}
        loading={isFetching}
        notFoundContent={text ? t('form.noOne') : null}
        value={value ?? null}
        options={(data?.rows ?? []).map((row) => ({
          value: row.id,
          label: [row.name, row.door, row.phone].filter(Boolean).join(' '),
        }))}
        onSearch={setTyped}
        onChange={(person) => onChange(person ?? undefined)}
      />
    </label>
  )
}

function NewPerson({ typed, onSet }: { typed: WhoTyped; onSet: (part: Partial<WhoTyped>) => void }) {
  const { t } = useTranslation('arrivals')
  const { t: tPerson } = useTranslation('person')
  return (
    <>
      <div className="pair">
        <label>
          {t('form.name')}
          <Input value={typed.name} maxLength={80} autoComplete="off" onChange={(event) => onSet({ name: event.target.value })} />
        </label>
        <label>
          {t('form.phone')}
          <Input
            value={typed.phone}
            maxLength={20}
            autoComplete="off"
            onChange={(event) => onSet({ phone: event.target.value })}
          />
        </label>
      </div>
      <div className="pair">
        <label>
          {t('form.documentKind')}
          <Select
            value={typed.kind}
            options={kinds.map((kind) => ({ value: kind as DocumentKind, label: tPerson(`kinds.${kind}`) }))}
            onChange={(kind) => onSet({ kind })}
          />
        </label>
        <label>
          {t('form.document')}
          <Input
            value={typed.document}
            maxLength={30}
            autoComplete="off"
            onChange={(event) => onSet({ document: event.target.value })}
          />
        </label>
      </div>
    </>
  )
}
