import type { Values } from '@wangdi/domain/kinds/fields.ts'
import { verbOf } from '@wangdi/domain/kinds/kind.ts'
import { allMissingIn, settle } from '@wangdi/domain/kinds/when.ts'
import { phoneRounds } from '@wangdi/domain/sync/phone-kinds.ts'
import { roundOnPhone } from '@wangdi/domain/sync/round.rules.ts'
import { useNow } from '@wangdi/ui/marks/clock.ts'
import { dayOf, formatTime } from '@wangdi/ui/words/format.ts'
import { Toast } from 'antd-mobile'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { v7 as newId } from 'uuid'
import { Bar } from '../shell/Bar.tsx'
import { useKnown } from '../shell/phone.ts'
import { go } from '../shell/route.ts'
import { useRecord } from '../shell/use-record.ts'
import { Fields } from './form/Fields.tsx'
import { StepFoot } from './form/StepFoot.tsx'
import { useDraft } from './form/use-draft.ts'
import { useSay } from './say.ts'

/** One look at one thing, step by step; once it is kept, on to the next that nobody was at. */
export function LookPage({ name, thing: id }: { name: string; thing: string }) {
  const { t } = useTranslation('kinds')
  const say = useSay()
  const { held } = useKnown()
  const record = useRecord()
  const today = dayOf(useNow())
  const kind = phoneRounds.find((one) => one.name === name)
  const thing = held.thing.get(id)
  const { draft, set, savedAt, forget } = useDraft<{ readonly values?: Values }>(`look ${name} ${id}`, {})
  const [tried, setTried] = useState(false)
  if (!kind || !thing)
    return (
      <>
        <Bar>{t('asked')}</Bar>
        <main className="f-main f-say">{t('turn.gone')}</main>
      </>
    )
  const values = draft.values ?? {}
  const missing = allMissingIn(kind.fields, values, kind.version).map(({ path }) => path)
  const looks = [...held.check.values()].filter((one) => one.kind === kind.name && one.thing === id)
  const last = looks.sort((a, b) => (a.at < b.at ? -1 : 1)).at(-1)
  const next = roundOnPhone(held, kind, today).all.find((one) => one.standing === 'not-reached' && one.thing.id !== id)

  async function save() {
    if (!kind || !thing) return
    if (missing.length > 0) {
      setTried(true)
      document.getElementById(`f-step-${missing[0]?.split('.')[0] ?? ''}`)?.scrollIntoView({ block: 'center' })
      return
    }
    const said = { id: newId(), thing: id, v: kind.version, fields: settle(kind.fields, values, kind.version).values }
    const title = { building: say(kind.words), room: '', text: thing.title }
    if (!(await record(verbOf(kind, 'record'), said, title))) return
    await forget()
    Toast.show({ content: t('kept') })
    go(next ? `/look/${kind.name}?thing=${next.thing.id}` : `/turn/${kind.name}`, { replace: true })
  }

  return (
    <>
      <Bar>{say(kind.words)}</Bar>
      <main className="f-body">
        <section className="f-who f-who-head">
          <h2>{thing.title}</h2>
          {last && <p>{t('turn.last', { time: formatTime(last.at) })}</p>}
        </section>
        <div className="f-main f-form-steps">
          <Fields fields={kind.fields} values={values} missing={tried ? missing : []} onChange={(now) => set({ values: now })} />
        </div>
      </main>
      <StepFoot
        left={missing.length}
        savedAt={savedAt}
        word={next ? t('turn.saveNext', { title: next.thing.title }) : t('ui:save')}
        onSave={() => void save()}
      />
    </>
  )
}
