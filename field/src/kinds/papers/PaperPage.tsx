import type { DocumentKind } from '@wangdi/domain/kinds/document/document.ts'
import type { HeldPaper } from '@wangdi/domain/kinds/document/held-paper.ts'
import type { Field, Values } from '@wangdi/domain/kinds/fields.ts'
import { verbOf } from '@wangdi/domain/kinds/kind.ts'
import { wordsOfValue } from '@wangdi/domain/kinds/said-in-words.ts'
import { allMissingIn, settle } from '@wangdi/domain/kinds/when.ts'
import { phonePapers } from '@wangdi/domain/sync/phone-kinds.ts'
import { Toast } from 'antd-mobile'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Bar } from '../../shell/Bar.tsx'
import { useKnown, usePhone } from '../../shell/phone.ts'
import { useRecord } from '../../shell/use-record.ts'
import { Fields } from '../form/Fields.tsx'
import { StepFoot } from '../form/StepFoot.tsx'
import { useDraft } from '../form/use-draft.ts'
import { PaperLine } from './PapersPage.tsx'
import { useSay } from '../say.ts'

/** One document that holds: what it says, and entering that it was received; both without network. */
export function PaperPage({ id }: { id: string }) {
  const { t } = useTranslation('kinds')
  const say = useSay()
  const { me } = usePhone()
  const { held } = useKnown()
  const paper = held.paper.get(id)
  const kind = paper && phonePapers.find(({ name }) => name === paper.kind)
  const [receiving, setReceiving] = useState(false)
  const record = useRecord()
  if (!paper || !kind)
    return (
      <>
        <Bar>{t('papers.title')}</Bar>
        <main className="f-main f-say">{t('papers.gone')}</main>
      </>
    )
  const isOurs = paper.community === me.place
  const isReceived = isOurs ? kind.acts.includes('receive') : kind.below === true
  const act = isOurs ? ('receive' as const) : ('acknowledge' as const)
  const mayReceive = isReceived && me.access[verbOf(kind, act)] !== undefined && (isOurs || paper.received === 0)
  // What those above gave out is received by one press, once: nothing is asked.
  async function receive() {
    if (isOurs) return setReceiving(true)
    if (!paper || !kind) return
    const title = { building: say(kind.words), room: '', text: paper.title }
    if (await record(verbOf(kind, act), { id, place: me.place, version: paper.version }, title))
      Toast.show({ content: t('kept') })
  }
  return (
    <>
      <Bar>{say(kind.words)}</Bar>
      <main className="f-body">
        <section className="f-who f-who-head">
          <h2>{paper.title}</h2>
          <p>
            <PaperLine paper={paper} isReceived={isReceived} />
          </p>
        </section>
        <div className="f-main f-visit">
          {Object.entries(kind.fields).flatMap(([name, field]) =>
            name === kind.title || paper.fields[name] === undefined
              ? []
              : [<Said key={name} field={field} value={paper.fields[name]} />],
          )}
        </div>
        {receiving && <Receipt kind={kind} paper={paper} onKept={() => setReceiving(false)} />}
      </main>
      {mayReceive && !receiving && (
        <footer className="f-foot">
          <button type="button" className="f-btn f-btn-main" onClick={() => void receive()}>
            {t(isOurs ? 'papers.receive' : 'papers.acknowledge')}
          </button>
        </footer>
      )}
    </>
  )
}

/** What a field says, over the whole width: documents are read. */
function Said({ field, value }: { field: Field; value: unknown }) {
  const say = useSay()
  const lines =
    field.type === 'rows' && Array.isArray(value) ? value.map((row) => wordsOfValue(field, [row])) : [wordsOfValue(field, value)]
  return (
    <section className="f-card f-paper">
      <h3>{say(field.words)}</h3>
      {lines.map((line, nth) => line && <p key={nth.toString()}>{say(line)}</p>)}
    </section>
  )
}

function Receipt({ kind, paper, onKept }: { kind: DocumentKind; paper: HeldPaper; onKept: () => void }) {
  const { t } = useTranslation('kinds')
  const say = useSay()
  const record = useRecord()
  const { draft, set, savedAt, forget } = useDraft<{ readonly values?: Values }>(`receive ${paper.id} ${paper.version}`, {})
  const [tried, setTried] = useState(false)
  const fields = kind.receipt ?? {}
  const values = draft.values ?? {}
  const missing = allMissingIn(fields, values, kind.version).map(({ path }) => path)
  async function save() {
    if (missing.length > 0) {
      setTried(true)
      document.getElementById(`f-step-${missing[0]?.split('.')[0] ?? ''}`)?.scrollIntoView({ block: 'center' })
      return
    }
    const said = { id: paper.id, version: paper.version, v: kind.version, fields: settle(fields, values, kind.version).values }
    const title = { building: say(kind.words), room: '', text: paper.title }
    if (!(await record(verbOf(kind, 'receive'), said, title))) return
    await forget()
    Toast.show({ content: t('kept') })
    onKept()
  }
  return (
    <>
      <div className="f-main f-form-steps">
        <h2 className="f-lab">{t('papers.receive')}</h2>
        <Fields fields={fields} values={values} missing={tried ? missing : []} onChange={(now) => set({ values: now })} />
      </div>
      <StepFoot left={missing.length} savedAt={savedAt} word={t('ui:save')} onSave={() => void save()} />
    </>
  )
}
