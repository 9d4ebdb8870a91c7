import { listDocuments } from '@wangdi/domain/documents/documents.api.ts'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { Select } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { ask } from '../../shell/call.ts'
import { useSaying } from '../../shell/say.ts'

/** Chooses documents of the library by words of title, issuer or number; `but` is not offered. */
export function DocumentChoice({
  place,
  but,
  chosen,
  most,
  label,
  onChange,
}: {
  place: string
  but?: string
  chosen: string[]
  most: number
  label: string
  onChange: (chosen: string[]) => void
}) {
  const { t } = useTranslation('library')
  const say = useSaying()
  const [words, setWords] = useState('')
  const sought = words.trim().slice(0, 60)
  const asked = ask(listDocuments, { place, size: 50, ...(sought && { words: sought }) })
  const { data, isFetching } = useQuery({ ...asked, placeholderData: keepPreviousData })
  const options = (data?.rows ?? [])
    .filter(({ id }) => id !== but)
    .map(({ id, title, number }) => ({ value: id, label: `${say(title)} ${number}` }))
  return (
    <Select
      aria-label={label}
      mode="multiple"
      maxCount={most}
      showSearch={{ filterOption: false, onSearch: setWords }}
      placeholder={t('chooseDocument')}
      loading={isFetching}
      value={chosen}
      options={options}
      onChange={onChange}
    />
  )
}
