import { useEffect, useState } from 'react'
import { Select } from 'antd'
import { useTranslation } from 'react-i18next'
import { useNames } from './aim.ts'

/** Something that may be chosen. */
export interface Offered {
  readonly id: string
  readonly words: string
}
const waitMs = 250

/** What is typed, once no key was pressed for a moment. */
export function useTyped(): [string, (typed: string) => void] {
  const [typed, setTyped] = useState('')
  const [text, setText] = useState('')
  useEffect(() => {
    const timer = setTimeout(() => setText(typed.trim()), waitMs)
    return () => clearTimeout(timer)
  }, [typed])
  return [text, setTyped]
}

/** A choice among what was found; what was chosen keeps its words while others are sought. */
export function Chosen({
  id,
  value,
  rows,
  more,
  isAsking,
  hint,
  onType,
  onChange,
}: {
  id: string
  value: unknown
  rows: readonly Offered[]
  /** There are more than are shown. */
  more?: boolean
  isAsking: boolean
  hint?: string
  onType: (typed: string) => void
  onChange: (id: string | undefined) => void
}) {
  const { t } = useTranslation('kinds')
  const names = useNames()
  const [last, setLast] = useState<Offered>()
  const known = typeof value === 'string' ? (last?.id === value ? last.words : names[value]) : undefined
  const kept =
    typeof value === 'string' && !rows.some((row) => row.id === value) ? [{ id: value, words: known ?? t('point.kept') }] : []
  return (
    <Select
      id={id}
      showSearch
      allowClear
      filterOption={false}
      loading={isAsking}
      placeholder={hint}
      notFoundContent={isAsking ? null : t('point.none')}
      value={typeof value === 'string' ? value : null}
      options={[
        ...[...kept, ...rows].map((row) => ({ value: row.id, label: row.words, disabled: false })),
        ...(more ? [{ value: '', label: t('point.more'), disabled: true }] : []),
      ]}
      onSearch={onType}
      onChange={(chosen) => {
        setLast(rows.find((row) => row.id === chosen))
        onChange(chosen ?? undefined)
      }}
    />
  )
}
