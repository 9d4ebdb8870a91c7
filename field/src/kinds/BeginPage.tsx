import type { Values } from '@wangdi/domain/kinds/fields.ts'
import { verbOf } from '@wangdi/domain/kinds/kind.ts'
import { firstActOf } from '@wangdi/domain/kinds/request/request.rules.ts'
import { urgencies, type Urgency } from '@wangdi/domain/kinds/terms/term.rules.ts'
import { allMissingIn, settle } from '@wangdi/domain/kinds/when.ts'
import { doorPlate } from '@wangdi/domain/places/door-plate.ts'
import { phoneKindOf } from '@wangdi/domain/sync/phone-kinds.ts'
import { DoorPlate } from '@wangdi/ui/marks/DoorPlate.tsx'
import { useNow } from '@wangdi/ui/marks/clock.ts'
import { dayOf } from '@wangdi/ui/words/format.ts'
import { Toast } from 'antd-mobile'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { v7 as newId } from 'uuid'
import { headOf, householdsOf } from '../places/door.ts'
import { Bar } from '../shell/Bar.tsx'
import { useKnown } from '../shell/phone.ts'
import { go } from '../shell/route.ts'
import { useRecord } from '../shell/use-record.ts'
import { Chips } from './form/Chips.tsx'
import { DoorAbove } from './pointing/door-above.ts'
import { Fields } from './form/Fields.tsx'
import { StepFoot } from './form/StepFoot.tsx'
import { useDraft } from './form/use-draft.ts'
import { useSay } from './say.ts'

interface Begun {
  readonly values?: Values
  readonly urgency?: Urgency
}

/** Takes a request of a kind down at a door, step by step; nothing is preset, and what is typed is kept as it is typed. */
export function BeginPage({ name, dwelling }: { name: string; dwelling: string }) {
  const { t } = useTranslation('kinds')
  const shell = useTranslation('shell').t
  const say = useSay()
  const { held, setting } = useKnown()
  const record = useRecord()
  const today = dayOf(useNow())
  const kind = phoneKindOf(name)
  const household = householdsOf(held, setting, today).get(dwelling)
  const { draft, set, savedAt, forget } = useDraft<Begun>(`begin ${name} ${dwelling}`, {})
  const [tried, setTried] = useState(false)
  if (!kind || !household)
    return (
      <>
        <Bar>{t('asked')}</Bar>
        <main className="f-main f-say">{shell('notFound')}</main>
      </>
    )
  const values = draft.values ?? {}
  const soonest = (Object.keys(urgencies) as Urgency[]).filter((one) => kind.terms[one])
  const urgency = draft.urgency ?? (soonest.length === 1 ? soonest[0] : undefined)
  const missing = allMissingIn(kind.fields, values, kind.version).map(({ path }) => path)
  const left = missing.length + (urgency ? 0 : 1)

  async function save() {
    if (left > 0 || !kind || !household) {
      setTried(true)
      const first = missing[0]?.split('.')[0] ?? 'urgency'
      document.getElementById(`f-step-${first}`)?.scrollIntoView({ block: 'center' })
      return
    }
    const said = { id: newId(), v: kind.version, dwelling, way: 'desk', urgency, fields: settle(kind.fields, values).values }
    const title = { ...doorPlate(household.door), text: t('begin', { what: say(kind.words) }) }
    if (!(await record(verbOf(kind, firstActOf(kind)), said, title))) return
    await forget()
    Toast.show({ content: t('kept') })
    go('/asked', { replace: true })
  }

  return (
    <>
      <Bar>{t('begin', { what: say(kind.words) })}</Bar>
      <main className="f-body">
        <section className="f-who f-who-head">
          <div className="f-door-head">
            <DoorPlate {...doorPlate(household.door)} />
            <h2>{headOf(household)?.name ?? ''}</h2>
          </div>
        </section>
        <div className="f-main f-form-steps">
          <DoorAbove value={dwelling}>
            <Fields
              fields={kind.fields}
              values={values}
              missing={tried ? missing : []}
              onChange={(next) => set({ values: next })}
            />
          </DoorAbove>
          <section className="f-step" id="f-step-urgency">
            <h2 className="f-lab">{t('urgency')}</h2>
            <Chips
              label={t('urgency')}
              all={soonest.map((one) => [one, say(urgencies[one])])}
              isOn={(one) => urgency === one}
              press={(one) => set({ urgency: one as Urgency })}
            />
          </section>
        </div>
      </main>
      <StepFoot left={left} savedAt={savedAt} word={t('save')} onSave={() => void save()} />
    </>
  )
}
