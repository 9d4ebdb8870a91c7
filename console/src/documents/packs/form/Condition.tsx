import { type Held, readInline, renderInline } from '@wangdi/policy/engine/library/edit/render.ts'
import type { OwnNames } from '@wangdi/policy/engine/library/form/own-names.ts'
import { wordsOfField } from '@wangdi/policy/engine/library/form/fields.words.ts'
import { facts as vocabulary, type FactWords, valueWords } from '@wangdi/policy/vocabulary.ts'
import type { Words } from '@wangdi/policy/words.ts'
import { Button } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useSaying } from '../../../shell/say.ts'
import { ManyChoices, OneChoice, type Option } from './Choices.tsx'
import type { Path } from '../background/questions.ts'
import { useEditing } from './editing.ts'
import { valueAt } from './value-at.ts'
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

/** What joins conditions: all of a list, any of it, and what must not be so. */
const joints = ['any', 'all', 'not'] as const
type Joint = (typeof joints)[number]
const wordsOfJoint = (name: Joint): Words => wordsOfField([name])?.words ?? { zh: name, en: name }
/** What a new group begins with; whoever writes puts another in its place. */
const beginning: Held = { response: 'open' }
const begun: Readonly<Record<Joint, Held>> = { any: [beginning], all: [beginning], not: beginning }
/** Conditions that are nested deeper than notices nest them are written as in the text. */
const deepest = 4

function jointOf(name: string, wanted: Held): Joint | undefined {
  const isList = Array.isArray(wanted) && wanted.every((each) => isRecord(each))
  if (name === 'not') return isRecord(wanted) ? 'not' : undefined
  return (name === 'any' || name === 'all') && isList ? name : undefined
}

/**
 * When a rule holds: one line for each fact, all of which must be so, and groups of which any, all or none must be so, with lines of
 * their own.
 */
export function Condition({ path, label, depth = 0 }: { path: Path; label: string; depth?: number }) {
  const { raw, own, fixed, set } = useEditing()
  const { t } = useTranslation('packs')
  const when = valueAt(raw, path)
  const say = useSaying()
  const all = factsOf(own)
  const entries = isRecord(when) ? Object.entries(when) : []
  const groups: Option[] = joints.map((value) => ({ value, words: wordsOfJoint(value) }))
  const isLeft = ({ value }: Option) => !entries.some(([name]) => name === value)
  const left = [...all, ...(depth < deepest ? groups : [])].filter(isLeft)
  const firstValue = ({ values }: Fact): Held =>
    values === 'number' ? { at_least: 1 } : values === 'other' ? '' : (values[0]?.value ?? '')
  return (
    <div className="pack-when" role="group" aria-label={label}>
      {entries.map(([name, wanted]) => {
        const joint = depth < deepest ? jointOf(name, wanted) : undefined
        const at = [...path, name]
        if (joint)
          return <Group key={name} path={at} joint={joint} label={`${label} ${say(wordsOfJoint(joint))}`} depth={depth + 1} />
        return <Line key={name} path={at} fact={all.find(({ value }) => value === name)} name={name} wanted={wanted} />
      })}
      <OneChoice
        label={t('addCondition')}
        none={t('addCondition')}
        disabled={fixed}
        value=""
        optional
        options={left}
        onChange={(name) => {
          const joint = joints.find((each) => each === name)
          if (joint) return set([...path, joint], begun[joint])
          const fact = all.find(({ value }) => value === name)
          if (fact) set([...path, fact.value], firstValue(fact))
        }}
      />
    </div>
  )
}

interface GroupShown {
  readonly path: Path
  readonly joint: Joint
  readonly label: string
  readonly depth: number
}

/** Conditions that are joined: those of a list each for itself, or the one that must not be so. */
function Group({ path, joint, label, depth }: GroupShown) {
  const { raw, fixed, set } = useEditing()
  const { t } = useTranslation('packs')
  const say = useSaying()
  const words = wordsOfField([joint])
  const held = valueAt(raw, path)
  const cases = Array.isArray(held) ? held.map((_, nth) => [...path, nth]) : [path]
  const isList = joint !== 'not'
  const named = (nth: number) => (isList ? t('situation', { n: nth + 1 }) : '')
  return (
    <fieldset className="pack-inner" aria-label={label}>
      <legend>
        <b>{say(wordsOfJoint(joint))}</b> <small className="quiet">{words && say(words.means)}</small>{' '}
        <Button size="small" disabled={fixed} aria-label={t('takeOut', { what: label })} onClick={() => set(path, undefined)}>
          {t('takeAway')}
        </Button>
      </legend>
      {cases.map((at, nth) => (
        <div key={nth} className={isList ? 'pack-inner' : undefined}>
          {isList && (
            <div className="pack-when-line">
              <span>{named(nth)}</span>
              <Button
                size="small"
                disabled={fixed}
                aria-label={t('takeOut', { what: `${label} ${named(nth)}` })}
                onClick={() => set(at, undefined)}
              >
                {t('takeAway')}
              </Button>
            </div>
          )}
          <Condition path={at} label={`${label} ${named(nth)}`.trim()} depth={depth} />
        </div>
      ))}
      {isList && (
        <div className="pack-when-line">
          <Button size="small" disabled={fixed} onClick={() => set([...path, cases.length], beginning)}>
            {t('addSituation')}
          </Button>
        </div>
      )}
    </fieldset>
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
