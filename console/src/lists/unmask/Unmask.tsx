import { unmaskPerson } from '@wangdi/domain/people/people.api.ts'
import { ErrorLine } from '@wangdi/ui/states/ErrorLine.tsx'
import { addWords } from '@wangdi/ui/words/words.ts'
import { Input, Modal, Radio } from 'antd'
import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { call } from '../../shell/call.ts'
import { useSession } from '../../shell/session.ts'
import { words } from './unmask.words.ts'

addWords('unmask', words)

const shownMs = 60_000
const reasons = ['call', 'verify', 'emergency', 'correct'] as const

/** A masked number with the way to see it whole: a reason is asked, the look is recorded, and after a minute it is hidden again. */
export function Unmask({ person, field, masked }: { person: string; field: 'document' | 'phone'; masked: string | null }) {
  const { t } = useTranslation('unmask')
  const { access } = useSession()
  const [asking, setAsking] = useState(false)
  const [value, setValue] = useState<string>()
  useEffect(() => {
    if (value === undefined) return
    const timer = setTimeout(() => setValue(undefined), shownMs)
    return () => clearTimeout(timer)
  }, [value])
  if (masked === null) return <span className="quiet">—</span>
  return (
    <span className="unmask">
      <span role="status">{value ?? masked}</span>
      {value !== undefined ? (
        <button type="button" className="w-link" onClick={() => setValue(undefined)}>
          {t('hide')}
        </button>
      ) : (
        'people.unmask' in access && (
          <button type="button" className="w-link" onClick={() => setAsking(true)}>
            {t('show')}
          </button>
        )
      )}
      {asking && (
        <Ask
          person={person}
          field={field}
          onClose={() => setAsking(false)}
          onValue={(shown) => {
            setValue(shown)
            setAsking(false)
          }}
        />
      )}
    </span>
  )
}

function Ask({
  person,
  field,
  onClose,
  onValue,
}: {
  person: string
  field: 'document' | 'phone'
  onClose: () => void
  onValue: (value: string) => void
}) {
  const { t } = useTranslation('unmask')
  const [reason, setReason] = useState<(typeof reasons)[number]>()
  const [note, setNote] = useState('')
  const [busy, setBusy] = useState(false)
  const [problem, setProblem] = useState<unknown>()
  const see = async () => {
    if (!reason) return
    setBusy(true)
    try {
      const text = note.trim()
      onValue((await call(unmaskPerson, { id: person, field, reason, ...(text ? { note: text } : {}) })).value)
    } catch (why) {
      setProblem(why)
      setBusy(false)
    }
  }
  return (
    <Modal
      open
      width={420}
      title={t(field === 'phone' ? 'titlePhone' : 'titleDocument')}
      okText={t('see')}
      okButtonProps={{ disabled: !reason, loading: busy }}
      onOk={() => void see()}
      onCancel={onClose}
    >
      <div className="list-form">
        <p className="quiet">{t('lead')}</p>
        <Radio.Group
          vertical
          aria-label={t('reason')}
          value={reason}
          options={reasons.map((one) => ({ value: one, label: t(one) }))}
          onChange={(event) => setReason(event.target.value)}
        />
        <label>
          {t('note')}
          <Input value={note} maxLength={100} onChange={(event) => setNote(event.target.value)} />
        </label>
        {problem ? <ErrorLine problem={problem} /> : null}
      </div>
    </Modal>
  )
}
