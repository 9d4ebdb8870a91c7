import type { Held } from '@wangdi/policy/engine/library/edit/render.ts'
import { type Field, fieldsOf } from '@wangdi/policy/engine/library/form/fields.ts'
import { keysIn } from '@wangdi/policy/engine/library/form/schema-nodes.ts'
import { Button } from 'antd'
import { useId } from 'react'
import { useTranslation } from 'react-i18next'
import { useSaying } from '../../../shell/say.ts'
import { ManyChoices, OneChoice } from './Choices.tsx'
import { Condition } from './Condition.tsx'
import type { Path } from '../background/questions.ts'
import { optionsOf, useEditing } from './editing.ts'
import { valueAt } from './value-at.ts'
import { Typed } from './Typed.tsx'

const isRecord = (value: unknown): value is Record<string, Held> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
const textOf = (value: unknown): string => (typeof value === 'string' || typeof value === 'number' ? String(value) : '')
const longKeys = ['text', 'strategy', 'note', 'why', 'differs']

/** One field of a part with its name, what it means, and the way to fill it in. */
export function FieldRow({ path, field }: { path: Path; field: Field }) {
  const { t } = useTranslation('packs')
  const say = useSaying()
  const means = useId()
  const { raw, fixed, set } = useEditing()
  const value = valueAt(raw, path)
  const isOpen = value !== undefined && !field.required && ['group', 'entries', 'one-of'].includes(field.control.is)
  return (
    <div className="pack-field">
      <div className="pack-field-name">
        <b>{say(field.words)}</b>
        {field.required && <span className="pack-must">{t('mustBe')}</span>}
        {isOpen && (
          <Button
            size="small"
            disabled={fixed}
            aria-label={t('takeOut', { what: say(field.words) })}
            onClick={() => set(path, undefined)}
          >
            {t('takeAway')}
          </Button>
        )}
      </div>
      <small id={means}>{say(field.means)}</small>
      <Filling path={path} field={field} label={say(field.words)} means={means} />
    </div>
  )
}

function Filling({ path, field, label, means }: { path: Path; field: Field; label: string; means: string }) {
  const { raw, own, fixed, set } = useEditing()
  const { control, required } = field
  const value = valueAt(raw, path)
  const named = { label, describedBy: means, disabled: fixed }
  const typed = { 'aria-label': label, 'aria-describedby': means, disabled: fixed }
  const put = (said: Held | undefined) => set(path, said)
  const orNone = (text: string) => (text.trim() === '' && !required ? undefined : text)
  switch (control.is) {
    case 'words':
      return <BothLanguages path={path} label={label} means={means} long={longKeys.includes(field.key)} required={required} />
    case 'choice':
      return (
        <OneChoice
          {...named}
          value={textOf(value)}
          optional={!required}
          options={optionsOf(path, control.values, control.own ? own : undefined)}
          onChange={put}
        />
      )
    case 'yes-no':
      return (
        <OneChoice
          {...named}
          value={value === undefined ? '' : String(value)}
          optional={!required}
          options={optionsOf(path, ['true', 'false'], undefined)}
          onChange={(said) => put(said === undefined ? undefined : said === 'true')}
        />
      )
    case 'choices':
      return (
        <ManyChoices
          {...named}
          values={[value ?? []].flat().map(String)}
          options={optionsOf(path, control.values, control.own ? own : undefined)}
          onChange={(values) => put(values.length === 0 ? undefined : values)}
        />
      )
    case 'names':
    case 'numbers':
      return <Names path={path} isNumber={control.is === 'numbers'} {...typed} />
    case 'number':
      return (
        <Typed type="number" {...typed} value={textOf(value)} onCommit={(text) => put(text === '' ? undefined : Number(text))} />
      )
    case 'number-or-setting':
      return (
        <Typed
          {...typed}
          value={isRecord(value) ? textOf(value.setting) : textOf(value)}
          onCommit={(text) => put(/^\d+$/.test(text) ? Number(text) : text === '' ? undefined : { setting: text })}
        />
      )
    case 'when':
      return <Condition path={path} label={label} />
    case 'given-by':
      return <GivenBy path={path} />
    case 'group':
      return value === undefined && !required ? <Begins path={path} label={label} /> : <Fields path={path} />
    case 'one-of':
      return <OneOf path={path} field={field} label={label} means={means} />
    case 'entries':
      return <Entries path={path} label={label} />
    default:
      return (
        <Typed
          {...typed}
          type={control.is === 'day' ? 'date' : 'text'}
          value={textOf(value)}
          onCommit={(text) => put(orNone(text))}
        />
      )
  }
}

function BothLanguages({
  path,
  label,
  means,
  long,
  required,
}: {
  path: Path
  label: string
  means: string
  long: boolean
  required: boolean
}) {
  const { raw, fixed, set } = useEditing()
  const { t } = useTranslation('packs')
  const held = valueAt(raw, path)
  const words = isRecord(held) ? held : {}
  const put = (language: 'zh' | 'en', said: string) => {
    if (language === 'zh' && said === '' && !required) return set(path, undefined)
    set([...path, language], language === 'en' && said === '' ? undefined : said)
  }
  return (
    <span className="pack-both">
      {(['zh', 'en'] as const).map((language) => (
        <label key={language}>
          <span>{t(`language.${language}`)}</span>
          <Typed
            long={long}
            aria-label={`${label} ${t(`language.${language}`)}`}
            aria-describedby={means}
            disabled={fixed || (language === 'en' && words.zh === undefined)}
            value={textOf(words[language])}
            onCommit={(said) => put(language, said)}
          />
        </label>
      ))}
    </span>
  )
}

function Names({
  path,
  isNumber,
  ...typed
}: {
  path: Path
  isNumber: boolean
  'aria-label': string
  'aria-describedby': string
  disabled: boolean
}) {
  const { raw, set } = useEditing()
  const held = [valueAt(raw, path) ?? []].flat()
  return (
    <Typed
      {...typed}
      value={held.map(textOf).join(', ')}
      onCommit={(text) => {
        const said = text.split(/[,，、\s]+/).filter(Boolean)
        if (isNumber) return set(path, said.filter((each) => /^\d+$/.test(each)).map(Number))
        set(path, said.length === 0 ? undefined : said)
      }}
    />
  )
}

function GivenBy({ path }: { path: Path }) {
  const { raw, own, fixed, set } = useEditing()
  const say = useSaying()
  const { t } = useTranslation('packs')
  if (own.axes.length === 0) return <small>{t('noAxes')}</small>
  return own.axes.map((axis) => {
    const at = [...path, axis.value]
    return (
      <ManyChoices
        key={axis.value}
        label={say(axis.words)}
        disabled={fixed}
        values={[valueAt(raw, at) ?? []].flat().map(String)}
        options={axis.values}
        onChange={(values) => set(at, values.length === 0 ? undefined : values.length === 1 ? (values[0] ?? '') : values)}
      />
    )
  })
}

function Begins({ path, label }: { path: Path; label: string }) {
  const { fixed, add } = useEditing()
  const { t } = useTranslation('packs')
  return (
    <Button size="small" disabled={fixed} onClick={() => add(path)}>
      {t('addOne', { what: label })}
    </Button>
  )
}

function OneOf({ path, field, label, means }: { path: Path; field: Field; label: string; means: string }) {
  const { raw, fixed, set } = useEditing()
  if (field.control.is !== 'one-of') return null
  const { by, values } = field.control
  const held = valueAt(raw, path)
  const group = isRecord(held) ? held : {}
  const now = by ? textOf(group[by]) : (values.find((key) => key in group) ?? '')
  const keys = keysIn(path)
  const fields = fieldsOf(keys, group).filter(({ key }) => key !== by)
  const choose = (chosen: string | undefined) => {
    if (chosen === undefined) return field.required ? undefined : set(path, undefined)
    if (!by) return set(path, { [chosen]: chosen === 'told' ? true : chosen === 'kind' ? 'close-contact' : 'none' })
    const needs: Readonly<Record<string, Held>> = { 'per-day': { times: 1 }, 'every-days': { days: 7 } }
    set(path, { [by]: chosen, ...(needs[chosen] as object) })
  }
  const words = by ? optionsOf([...path, by], values, undefined) : fieldsOfKeys(keys, values)
  return (
    <>
      <OneChoice
        label={label}
        describedBy={means}
        disabled={fixed}
        value={now}
        optional={!field.required}
        options={words}
        onChange={choose}
      />
      {now !== '' && now !== 'told' && (
        <div className="pack-inner">
          {fields.map((inner) => (
            <FieldRow key={inner.key} path={[...path, inner.key]} field={inner} />
          ))}
        </div>
      )}
    </>
  )
}

const fieldsOfKeys = (keys: readonly string[], values: readonly string[]) =>
  values.map((value) => ({
    value,
    words: fieldsOf(keys, { [value]: true }).find(({ key }) => key === value)?.words ?? { zh: value, en: value },
  }))

function Entries({ path, label }: { path: Path; label: string }) {
  const { raw, fixed, set, add } = useEditing()
  const { t } = useTranslation('packs')
  const held = valueAt(raw, path)
  const entries = Array.isArray(held) ? held : []
  return (
    <>
      {entries.map((_, nth) => (
        <fieldset key={nth} className="pack-inner">
          <legend>{t('nth', { what: label, n: nth + 1 })}</legend>
          <Fields path={[...path, nth]} />
          <Button
            size="small"
            disabled={fixed}
            aria-label={t('takeOut', { what: t('nth', { what: label, n: nth + 1 }) })}
            onClick={() => set([...path, nth], undefined)}
          >
            {t('takeAway')}
          </Button>
        </fieldset>
      ))}
      <Button size="small" disabled={fixed} onClick={() => add([...path, entries.length])}>
        {t('addOne', { what: label })}
      </Button>
    </>
  )
}

/** The fields of what stands at a path. Those that are seldom needed and not written stand folded below the others. */
export function Fields({ path, only }: { path: Path; only?: readonly string[] }) {
  const { raw } = useEditing()
  const { t } = useTranslation('packs')
  const held = valueAt(raw, path)
  const all = fieldsOf(keysIn(path), isRecord(held) ? held : {}).filter(({ key }) => !only || only.includes(key))
  const isFolded = (field: Field) => !field.required && (!isRecord(held) || held[field.key] === undefined)
  const rest = all.filter(isFolded)
  const row = (field: Field) => <FieldRow key={field.key} path={[...path, field.key]} field={field} />
  return (
    <>
      {all.filter((field) => !isFolded(field)).map(row)}
      {rest.length > 0 && (
        <details className="pack-rest">
          <summary>{t('more')}</summary>
          {rest.map(row)}
        </details>
      )}
    </>
  )
}
