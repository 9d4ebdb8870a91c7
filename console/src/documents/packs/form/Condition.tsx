import { type Held, readInline, renderInline } from '@wangdi/policy/engine/library/edit/render.ts'
import type { OwnNames } from '@wangdi/policy/engine/library/form/own-names.ts'
import { facts as vocabulary, type FactWords, valueWords } from '@wangdi/policy/vocabulary.ts'
import type { Words } from '@wangdi/policy/words.ts'
import { Button } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useSaying } from '../../../shell/say.ts'
import { ManyChoices, OneChoice, type Option } from './Choices.tsx'
import { type Path, useEditing, valueAt } from './editing.ts'
import { Typed } from './Typed.tsx'

interface Fact extends Option {
  readonly values: readonly Option[] | 'number' | 'other'
}

const said = (value: string): Option => ({ value, words: valueWords[value] ?? { zh: value, en: value } })
const yesNo = ['yes', 'no'].map(said)

function factsOf(own: OwnNames): Fact[] {
  const brought = own.facts.map(({ value, words, type, values }): Fact => {
    const known = type === 'number' ? 'number' : type === 'yes-no' ? yesNo : type === 'choice' ? values : 'other'
    return { value, words, values: known }
  })
  const levels = own.axes.map(({ value, words, values }): Fact => ({ value, words, values }))
  const house = Object.entries(vocabulary as Readonly<Record<string, FactWords>>).map(([value, { words, values }]): Fact => {
    if (value === 'tier' && own.tiers.length > 0) return { value, words, values: own.tiers }
    return { value, words, values: values === 'number' ? 'number' : typeof values === 'string' ? 'other' : values.map(said) }
  })
  const first = ['tier', 'response']
  const rank = ({ value }: Fact) => (first.includes(value) ? 0 : 1)
  return [...levels, ...brought, ...house.toSorted((a, b) => rank(a) - rank(b))]
}

const bounds = ['at_least', 'at_most', 'above', 'below'] as const
const isRecord = (value: unknown): value is Record<string, Held> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** When a rule holds: one line for each fact, all of which must be so; what is nested deeper is written as in the text. */
export function Condition({ path, label }: { path: Path; label: string }) {
  const { raw, own, fixed, set } = useEditing()
  const { t } = useTranslation('packs')
  const when = valueAt(raw, path)
  const all = factsOf(own)
  const entries = isRecord(when) ? Object.entries(when) : []
  const left = all.filter(({ value }) => !entries.some(([name]) => name === value))
  const firstValue = ({ values }: Fact): Held =>
    values === 'number' ? { at_least: 1 } : values === 'other' ? '' : (values[0]?.value ?? '')
  return (
    <div className="pack-when" role="group" aria-label={label}>
      {entries.map(([name, wanted]) => (
        <Line key={name} path={[...path, name]} fact={all.find(({ value }) => value === name)} name={name} wanted={wanted} />
      ))}
      <OneChoice
        label={t('addCondition')}
        none={t('addCondition')}
        disabled={fixed}
        value=""
        optional
        options={left}
        onChange={(name) => {
          const fact = all.find(({ value }) => value === name)
          if (fact) set([...path, fact.value], firstValue(fact))
        }}
      />
    </div>
  )
}

function Line({ path, fact, name, wanted }: { path: Path; fact: Fact | undefined; name: string; wanted: Held }) {
  const { fixed, set } = useEditing()
  const { t } = useTranslation('packs')
  const say = useSaying()
  const words: Words = fact?.words ?? { zh: name, en: name }
  const label = say(words)
  return (
    <div className="pack-when-line">
      <b>{label}</b>
      {fact && typeof fact.values !== 'string' && !isRecord(wanted) ? (
        <ManyChoices
          label={label}
          disabled={fixed}
          values={[wanted].flat().map(String)}
          options={fact.values}
          onChange={(values) => set(path, values.length === 1 ? (values[0] ?? '') : values.length === 0 ? undefined : values)}
        />
      ) : fact?.values === 'number' ? (
        <Numbers path={path} label={label} wanted={wanted} />
      ) : (
        <AsText path={path} label={label} wanted={wanted} />
      )}
      <Button size="small" disabled={fixed} aria-label={t('takeOut', { what: label })} onClick={() => set(path, undefined)}>
        {t('takeAway')}
      </Button>
    </div>
  )
}

function Numbers({ path, label, wanted }: { path: Path; label: string; wanted: Held }) {
  const { fixed, set } = useEditing()
  const { t } = useTranslation('packs')
  const [bound, number] = isRecord(wanted) ? (Object.entries(wanted)[0] ?? ['at_least', 1]) : ['is', wanted]
  if (isRecord(wanted) && Object.keys(wanted).length > 1) return <AsText path={path} label={label} wanted={wanted} />
  const put = (by: string, value: number) => set(path, by === 'is' ? value : { [by]: value })
  const ways = [...bounds, 'is'].map((value) => ({ value, words: { zh: t(`bound.${value}`), en: t(`bound.${value}`) } }))
  return (
    <>
      <OneChoice
        label={label}
        disabled={fixed}
        optional={false}
        value={bound}
        options={ways}
        onChange={(by) => by && put(by, Number(number))}
      />
      <Typed
        type="number"
        aria-label={label}
        disabled={fixed}
        value={String(number)}
        onCommit={(typed) => /^\d+$/.test(typed) && put(bound, Number(typed))}
      />
    </>
  )
}

function AsText({ path, label, wanted }: { path: Path; label: string; wanted: Held }) {
  const { fixed, set } = useEditing()
  const { t } = useTranslation('packs')
  const [wrong, setWrong] = useState(false)
  return (
    <>
      <Typed
        aria-label={label}
        disabled={fixed}
        value={renderInline(wanted)}
        onCommit={(typed) => {
          const read = readInline(typed)
          setWrong(read === undefined || read === null)
          if (read !== undefined && read !== null) set(path, read)
        }}
      />
      {wrong && (
        <span className="pack-not" role="alert">
          {t('notReadable')}
        </span>
      )}
    </>
  )
}
