import { previewImport } from '@wangdi/domain/people/import.api.ts'
import type { RosterKind } from '@wangdi/domain/people/roster/fields.ts'
import { ErrorLine } from '@wangdi/ui/states/ErrorLine.tsx'
import { Radio, Spin } from 'antd'
import { useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { call } from '../../shell/call.ts'
import { useSaying } from '../../shell/say.ts'
import { useSession } from '../../shell/session.ts'
import type { Chosen } from './chosen.ts'
import { mostBytes, sendRosterFile } from './roster-file.ts'

const kinds = [
  ['residents', 'people.import-residents'],
  ['elders', 'people.import-elders'],
  ['arrivals', 'people.import-arrivals'],
] as const satisfies readonly (readonly [RosterKind, string])[]

/** Chooses kind and file, sends the file and looks into it; arrivals say why they are closed. */
export function ChooseFile({
  community,
  chosen,
  onChosen,
}: {
  community: string
  chosen: Chosen | undefined
  onChosen: (chosen: Chosen | undefined) => void
}) {
  const { t } = useTranslation('imports')
  const say = useSaying()
  const { access, functions } = useSession()
  const [first, setKind] = useState<RosterKind>('residents')
  // A look at a file may have changed to another kind.
  const kind = chosen?.kind ?? first
  const [step, setStep] = useState<{ doing: 'sending' | 'reading'; name: string }>()
  const [problem, setProblem] = useState<unknown>()
  const [refusal, setRefusal] = useState<string>()
  const field = useRef<HTMLInputElement>(null)
  const going = useRef<AbortController>(undefined)
  useEffect(() => () => going.current?.abort(), [])
  const closed = functions.arrivals.open ? undefined : functions.arrivals.why
  const take = async (file: File | undefined) => {
    if (!file) return
    setProblem(undefined)
    setRefusal(undefined)
    onChosen(undefined)
    if (file.size > mostBytes) return setRefusal(t('choose.tooBig'))
    going.current?.abort()
    const { signal } = (going.current = new AbortController())
    try {
      setStep({ doing: 'sending', name: file.name })
      const sent = await sendRosterFile(file, signal)
      setStep({ doing: 'reading', name: file.name })
      const preview = await call(previewImport, { place: community, kind, file: sent.file }, { signal })
      onChosen({ kind, name: file.name, file: sent.file, preview })
    } catch (why) {
      if (!signal.aborted) setProblem(why)
    } finally {
      if (!signal.aborted) setStep(undefined)
      if (field.current) field.current.value = ''
    }
  }
  return (
    <section className="card" aria-label={t('choose.title')}>
      <div className="card-head">
        <h2>{t('choose.title')}</h2>
        {chosen && <span className="sub">{chosen.name}</span>}
      </div>
      <div className="import-choose">
        <Radio.Group
          aria-label={t('choose.kind')}
          value={kind}
          onChange={(event) => {
            setKind(event.target.value)
            onChosen(undefined)
          }}
          options={kinds
            .filter(([, verb]) => verb in access)
            .map(([one]) => ({
              value: one,
              label: t(`choose.kinds.${one}`),
              disabled: one === 'arrivals' && closed !== undefined,
            }))}
        />
        {closed && <p className="quiet small">{t('choose.closed', { why: say(closed) })}</p>}
        <label
          className="import-file"
          onDragOver={(event) => event.preventDefault()}
          onDrop={(event) => {
            event.preventDefault()
            void take(event.dataTransfer.files[0])
          }}
        >
          <input
            ref={field}
            className="only-read"
            type="file"
            accept=".xlsx,.xls,.csv,.txt,.tsv,.htm,.html,.xml"
            aria-label={t('choose.file')}
            disabled={step !== undefined}
            onChange={(event) => void take(event.target.files?.[0])}
          />
          {step ? (
            <span role="status">
              <Spin size="small" /> {t(`choose.${step.doing}`, { name: step.name })}
            </span>
          ) : (
            <>
              <b>{chosen ? t('choose.other') : t('choose.drop')}</b>
              <span className="quiet small">{t('choose.file')}</span>
            </>
          )}
        </label>
        {refusal && (
          <p className="import-refused" role="alert">
            {refusal}
          </p>
        )}
        {problem ? <ErrorLine problem={problem} /> : null}
      </div>
    </section>
  )
}
