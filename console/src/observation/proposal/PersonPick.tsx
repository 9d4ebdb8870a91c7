import { searchPeople } from '@wangdi/domain/people/people.api.ts'
import { Empty } from '@wangdi/ui/states/Empty.tsx'
import { ErrorLine } from '@wangdi/ui/states/ErrorLine.tsx'
import { useMutation } from '@tanstack/react-query'
import { Button, Input } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { call } from '../../shell/call.ts'
import { useLookedAt } from '../../shell/looked-at.ts'

/** Finds the person: name, pinyin initials, or last digits; nothing of it stands in the address. */
export function PersonPick({ onPick }: { onPick: (person: string) => void }) {
  const { t } = useTranslation('observation')
  const place = useLookedAt()
  const [text, setText] = useState('')
  const found = useMutation({ mutationFn: (typed: string) => call(searchPeople, { place, text: typed, size: 20 }) })
  return (
    <section className="card observation-part">
      <form
        className="observation-find"
        role="search"
        aria-label={t('propose.find')}
        onSubmit={(event) => {
          event.preventDefault()
          if (text.trim()) found.mutate(text.trim())
        }}
      >
        <label htmlFor="observation-find">{t('propose.find')}</label>
        <Input
          id="observation-find"
          type="search"
          maxLength={40}
          value={text}
          onChange={(event) => setText(event.target.value)}
        />
        <Button htmlType="submit" type="primary" loading={found.isPending}>
          {t('propose.findGo')}
        </Button>
      </form>
      {found.error ? <ErrorLine problem={found.error} /> : null}
      {found.data?.rows.length === 0 && <Empty>{t('propose.findNone')}</Empty>}
      <ul className="observation-found">
        {found.data?.rows.map((row) => (
          <li key={row.id}>
            <button type="button" onClick={() => onPick(row.id)}>
              <b>{row.name}</b> {row.age !== null && t('age', { count: row.age })} <span className="quiet">{row.door}</span>
            </button>
          </li>
        ))}
      </ul>
    </section>
  )
}
