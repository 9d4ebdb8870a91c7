import type { Values } from '@wangdi/domain/kinds/fields.ts'
import type { Step } from '@wangdi/domain/kinds/request/flow.ts'
import { allMissingIn, settle } from '@wangdi/domain/kinds/when.ts'
import { verbOf } from '@wangdi/domain/kinds/kind.ts'
import { Toast } from 'antd-mobile'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { go } from '../shell/route.ts'
import { useRecord } from '../shell/use-record.ts'
import type { Entry } from '../sync/outbox.ts'
import { Chips } from './form/Chips.tsx'
import { Fields } from './form/Fields.tsx'
import { useDraft } from './form/use-draft.ts'
import type { OnPhone } from './on-phone.ts'
import { useSay } from './say.ts'

interface Told {
  readonly values?: Values
  readonly ground?: string
  readonly result?: string
}

const isPlain = ({ needs }: Step) => needs === undefined

/** What may be done with a request now: one filled key for what needs no reason, with what it asks above it; a key each for the rest. */
export function Acts({ one, title }: { one: OnPhone; title: Entry['title'] }) {
  const say = useSay()
  const [open, setOpen] = useState<string>()
  const main = one.may.find(([, step]) => isPlain(step))
  const rest = one.may.filter(([act]) => act !== main?.[0])
  const opened = one.may.find(([act]) => act === open)
  if (one.may.length === 0) return null
  if (opened) return <ActForm one={one} title={title} act={opened} onClose={() => setOpen(undefined)} />
  return (
    <ActForm one={one} title={title} act={main}>
      {rest.map(([act, step]) => (
        <button key={act} type="button" className="f-btn f-btn-line" onClick={() => setOpen(act)}>
          {say(step.words)}
        </button>
      ))}
    </ActForm>
  )
}

const reasons = ['short', 'shut', 'silent', 'barred', 'unwell'] as const

// One act as a form: what the kind asks with it, a result or a reason where the flow needs one. Kept as it is typed.
function ActForm({
  one: { row, kind, isGiven },
  title,
  act: told,
  onClose,
  children,
}: {
  one: OnPhone
  title: Entry['title']
  act: OnPhone['may'][number] | undefined
  onClose?: () => void
  children?: React.ReactNode
}) {
  const { t } = useTranslation('kinds')
  const say = useSay()
  const record = useRecord()
  const [act = '', step] = told ?? []
  const { draft, set, forget } = useDraft<Told>(`act ${row.id} ${act}`, {})
  const [tried, setTried] = useState(false)
  if (!step) return <footer className="f-foot f-foot-two">{children}</footer>
  const asks = kind.asks?.[act] ?? {}
  const missing = allMissingIn(asks, draft.values ?? {}, row.version).map(({ path }) => path)
  const ground = (draft.ground ?? '').trim()
  const lacks = {
    ground: step.needs === 'ground' && ground === '',
    result: step.needs === 'result' && draft.result === undefined,
  }

  async function save() {
    setTried(true)
    if (!step || missing.length > 0 || lacks.ground || lacks.result) return
    const { values } = settle(asks, draft.values ?? {}, row.version)
    const said = {
      id: row.id,
      ...(draft.result !== undefined && { result: draft.result }),
      ...(ground !== '' && { ground }),
      ...(Object.keys(values).length > 0 && { fields: values }),
    }
    const entry = await record(verbOf(kind, act), said, { ...title, text: `${title.text} · ${say(step.words)}` })
    if (!entry) return
    await forget()
    Toast.show({ content: t('kept') })
    go(isGiven ? '/given' : '/asked', { replace: true })
  }

  return (
    <>
      <section className="f-main f-form-steps" aria-label={say(step.words)}>
        {step.needs === 'result' && (
          <section className="f-step">
            <h2 className="f-lab">{say(step.words)}</h2>
            <Chips
              label={say(step.words)}
              all={Object.entries(kind.results ?? {}).map(([name, words]) => [name, say(words)])}
              isOn={(name) => draft.result === name}
              press={(result) => set({ result })}
            />
            {tried && lacks.result && <Missing />}
          </section>
        )}
        <Fields fields={asks} values={draft.values ?? {}} missing={tried ? missing : []} onChange={(values) => set({ values })} />
        {onClose && (
          <section className="f-step">
            <h2 className="f-lab">
              {t(step.needs === 'ground' ? 'why' : 'note')} {step.needs === 'ground' && <small>{t('whyWhat')}</small>}
            </h2>
            {step.needs === 'ground' && isGiven && (
              <Chips
                label={t('why')}
                all={reasons.map((name) => [t(`reasons.${name}`), t(`reasons.${name}`)])}
                isOn={(reason) => ground === reason}
                press={(reason) => set({ ground: reason })}
              />
            )}
            <textarea
              className="f-input"
              aria-label={t(step.needs === 'ground' ? 'why' : 'note')}
              rows={2}
              maxLength={500}
              placeholder={t('speak')}
              value={draft.ground ?? ''}
              onChange={({ target }) => set({ ground: target.value })}
            />
            {tried && lacks.ground && <Missing />}
          </section>
        )}
      </section>
      <footer className="f-foot f-foot-two">
        {onClose ? (
          <button type="button" className="f-btn f-btn-line" onClick={onClose}>
            {t('ui:cancel')}
          </button>
        ) : (
          children
        )}
        <button type="button" className="f-btn" onClick={() => void save()}>
          {say(step.words)}
        </button>
      </footer>
    </>
  )
}

function Missing() {
  const { t } = useTranslation('kinds')
  return (
    <p className="f-hint f-red" role="alert">
      {t('must')}
    </p>
  )
}
