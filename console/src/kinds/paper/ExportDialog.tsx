import { wordsFor } from '@wangdi/domain/counted/units.ts'
import type { Kind } from '@wangdi/domain/kinds/declared/kind-faults.ts'
import { paperColumnsOf, usualColumnsOf } from '@wangdi/domain/kinds/paper/columns.ts'
import { exportLimits, exportReasons, type ExportReason } from '@wangdi/domain/kinds/paper/export.api.ts'
import type { Endpoint } from '@wangdi/domain/endpoint.ts'
import { ErrorLine } from '@wangdi/ui/states/ErrorLine.tsx'
import { useLanguage } from '@wangdi/ui/words/useLanguage.ts'
import { Input, Modal, Radio } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { giveFile } from '../../people/imports/roster-file.ts'
import { call } from '../../shell/call.ts'
import { useSaying } from '../../shell/say.ts'
import { useSession } from '../../shell/session.ts'
import { Printed } from './Printed.tsx'

/** The list as it is shown: where, which chip in words, narrowed by what, and how many are counted. */
export interface ShownList {
  readonly place: string
  readonly show: string
  readonly shown: string
  readonly choices: Readonly<Record<string, string>>
  /** In words: counting stops at 1,000. */
  readonly count: string
}

interface Out {
  readonly mark: string
  readonly file: { readonly name: string; readonly type: string; readonly base64: string } | null
  readonly sheet: { readonly heads: readonly string[]; readonly rows: readonly (readonly string[])[] } | null
}
const forms = ['xlsx', 'csv', 'print'] as const

/** Asks what a list is taken out for and which columns, and takes it out: as a file, or on paper. */
export default function ExportDialog({
  kind,
  endpoint,
  list,
  onClose,
}: {
  kind: Kind
  endpoint: Endpoint
  list: ShownList
  onClose: () => void
}) {
  const { t } = useTranslation('paper')
  const say = useSaying()
  const { account } = useSession()
  const language = useLanguage() === 'en' ? 'en' : 'zh'
  const columns = paperColumnsOf(kind)
  const naming = columns.filter(({ names }) => names).map(({ words }) => say(words))
  const [reason, setReason] = useState<ExportReason>()
  const [note, setNote] = useState('')
  const [chosen, setChosen] = useState<readonly string[]>(usualColumnsOf(kind))
  const [as, setAs] = useState<(typeof forms)[number]>('xlsx')
  const [busy, setBusy] = useState(false)
  const [problem, setProblem] = useState<unknown>()
  const [printed, setPrinted] = useState<Out>()
  const lacksNote = reason === 'other' && note.trim() === ''
  const take = async () => {
    setBusy(true)
    setProblem(undefined)
    try {
      const { place, show, choices } = list
      const asked = { place, show, ...choices, columns: chosen, reason, as, language, ...(note.trim() && { note: note.trim() }) }
      const out = (await call(endpoint, asked as never)) as unknown as Out
      if (out.file) {
        giveFile(out.file)
        onClose()
      } else setPrinted(out)
    } catch (why) {
      setProblem(why)
    }
    setBusy(false)
  }
  const toggle = (name: string) =>
    setChosen(columns.map((one) => one.name).filter((one) => (one === name ? !chosen.includes(one) : chosen.includes(one))))
  const unit = say(wordsFor(kind.unit, Number(list.count)))
  return (
    <Modal
      open
      width={620}
      title={t('title', { what: say(kind.words) })}
      okText={t('take', { n: list.count, unit })}
      okButtonProps={{ disabled: !reason || lacksNote || chosen.length === 0, loading: busy }}
      onOk={() => void take()}
      onCancel={onClose}
    >
      <div className="list-form">
        <p>{t('whole', { show: list.shown, n: list.count, unit })}</p>
        <div className="kinds-field">
          <span className="kinds-label">{t('reason')}</span>
          <Radio.Group
            aria-label={t('reason')}
            value={reason}
            options={Object.entries(exportReasons).map(([value, words]) => ({ value, label: say(words) }))}
            onChange={({ target }) => setReason(target.value as ExportReason)}
          />
          <label>
            {t('note')}
            <Input value={note} maxLength={60} onChange={({ target }) => setNote(target.value)} />
          </label>
          {lacksNote && <p className="kinds-missing">{t('noteNeeded')}</p>}
        </div>
        <div className="kinds-field">
          <span className="kinds-label">{t('columns')}</span>
          <div className="kinds-columns">
            {columns.map(({ name, words }) => (
              <button
                key={name}
                type="button"
                className="list-chip"
                aria-pressed={chosen.includes(name)}
                onClick={() => toggle(name)}
              >
                {say(words)}
              </button>
            ))}
          </div>
          {naming.length > 0 && (
            <p className="quiet">
              {t('naming', { columns: naming.join(language === 'zh' ? '、' : ', '), most: exportLimits.named })}
            </p>
          )}
          <p className="quiet">{t('never')}</p>
        </div>
        <div className="kinds-field">
          <span className="kinds-label">{t('as')}</span>
          <Radio.Group
            aria-label={t('as')}
            value={as}
            options={forms.map((value) => ({ value, label: t(`kinds.${value}`) }))}
            onChange={({ target }) => setAs(target.value as typeof as)}
          />
        </div>
        <p className="quiet">{t('mark', { who: account.name })}</p>
        {problem ? <ErrorLine problem={problem} /> : null}
      </div>
      {printed?.sheet && <ListSheet kind={kind} out={printed} sheet={printed.sheet} onPrinted={onClose} />}
    </Modal>
  )
}

function ListSheet({
  kind,
  out,
  sheet,
  onPrinted,
}: {
  kind: Kind
  out: Out
  sheet: NonNullable<Out['sheet']>
  onPrinted: () => void
}) {
  const { t } = useTranslation('paper')
  const say = useSaying()
  return (
    <Printed mark={out.mark} onPrinted={onPrinted}>
      <h1>{t('sheet.list', { what: say(kind.words) })}</h1>
      <p className="kinds-sheet-desk">{out.mark}</p>
      <table>
        <thead>
          <tr>
            {sheet.heads.map((head) => (
              <th key={head}>{head}</th>
            ))}
          </tr>
        </thead>
        <tbody>
          {sheet.rows.map((row, nth) => (
            <tr key={nth.toString()}>
              {row.map((cell, at) => (
                <td key={sheet.heads[at] ?? at}>{cell}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </Printed>
  )
}
