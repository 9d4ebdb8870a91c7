import { wordsFor } from '@wangdi/domain/counted/units.ts'
import { type ImportVerbs, type KindImported, type KindPreview, kindFilesPath } from '@wangdi/domain/kinds/intake/import.api.ts'
import type { RegisterKind } from '@wangdi/domain/kinds/register/register.ts'
import { ErrorLine } from '@wangdi/ui/states/ErrorLine.tsx'
import { useLanguage } from '@wangdi/ui/words/useLanguage.ts'
import { addWords } from '@wangdi/ui/words/words.ts'
import { Button, Input, Modal, Select, Spin } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { v7 as newId } from 'uuid'
import { giveFile, sendRosterFile } from '../../people/imports/roster-file.ts'
import { call, useCommand } from '../../shell/call.ts'
import { useSaying } from '../../shell/say.ts'
import { ColumnChoice } from './ColumnChoice.tsx'
import { words } from './intake.words.ts'
import { RowsTold } from './RowsTold.tsx'

addWords('intake', words)

/** How a person reads the sheet: which sheet, where its heads are, and what each column holds; absent, as it was found. */
interface Mapping {
  readonly sheet?: string
  readonly head_row?: number
  readonly columns?: readonly { readonly column: number; readonly field: string }[]
}

/** Brings a sheet into a register: looked at first, columns corrected, then taken; what is not taken says why. */
export default function ImportDialog({
  kind,
  verbs,
  place,
  onClose,
}: {
  kind: RegisterKind
  verbs: ImportVerbs
  place: string
  onClose: () => void
}) {
  const { t } = useTranslation('intake')
  const say = useSaying()
  const language = useLanguage() === 'en' ? 'en' : 'zh'
  const [id] = useState(() => newId())
  const [file, setFile] = useState<string>()
  const [mapping, setMapping] = useState<Mapping>({})
  const [seen, setSeen] = useState<KindPreview>()
  const [busy, setBusy] = useState(false)
  const [problem, setProblem] = useState<unknown>()
  const bringing = useCommand(verbs.bring, [kind.name])
  const done = bringing.data as KindImported | undefined
  const look = async (name: string, how: Mapping) => {
    setBusy(true)
    setProblem(undefined)
    setMapping(how)
    try {
      setSeen((await call(verbs.preview, { place, file: name, language, ...how } as never)) as unknown as KindPreview)
    } catch (why) {
      setProblem(why)
    }
    setBusy(false)
  }
  const choose = async (one: File | undefined) => {
    if (!one) return
    setBusy(true)
    setProblem(undefined)
    setSeen(undefined)
    try {
      const sent = await sendRosterFile(one, new AbortController().signal, kindFilesPath)
      setFile(sent.file)
      await look(sent.file, {})
    } catch (why) {
      setProblem(why)
      setBusy(false)
    }
  }
  const fieldWords = (name: string) => say(kind.fields[name]?.words ?? { zh: name, en: name })
  const isReady = file !== undefined && seen !== undefined && seen.missing.length === 0 && seen.accepted > 0 && !done
  return (
    <Modal
      open
      width={760}
      title={t('title', { what: say(kind.words) })}
      okText={done ? t('close') : t('bring', { n: seen?.accepted ?? 0, unit: say(wordsFor(kind.unit, seen?.accepted ?? 0)) })}
      okButtonProps={{ disabled: !done && !isReady, loading: bringing.isPending }}
      onOk={() => (done ? onClose() : bringing.mutate({ id, place, file, ...mapping } as never))}
      onCancel={onClose}
      {...(done && { cancelButtonProps: { hidden: true } })}
    >
      {done ? (
        <p role="status">{t('done', { ...done, none: done.not_records })}</p>
      ) : (
        <div className="list-form">
          <p className="quiet">{t('lead')}</p>
          <label>
            {t('file')}
            <input
              type="file"
              accept=".xlsx,.xls,.csv,.txt,.htm,.html,.xml"
              onChange={({ target }) => void choose(target.files?.[0])}
            />
          </label>
          {busy && (
            <p role="status">
              <Spin size="small" /> {t('sending')}
            </p>
          )}
          {seen && file && (
            <>
              <div className="pair">
                {seen.sheets.length > 1 && (
                  <label>
                    {t('sheet')}
                    <Select
                      value={seen.sheet}
                      options={seen.sheets.map((name) => ({ value: name, label: name }))}
                      onChange={(sheet) => void look(file, { sheet })}
                    />
                  </label>
                )}
                <HeadRow
                  key={seen.head_row}
                  row={seen.head_row}
                  onRow={(head_row) => void look(file, { ...(mapping.sheet && { sheet: mapping.sheet }), head_row })}
                />
              </div>
              <ColumnChoice
                kind={kind}
                seen={seen}
                onColumns={(columns) => void look(file, { ...mapping, head_row: seen.head_row, columns })}
              />
              {seen.missing.length > 0 ? (
                <p className="kinds-missing" role="alert">
                  {t('missing', { fields: seen.missing.map(fieldWords).join(language === 'zh' ? '、' : ', ') })}
                </p>
              ) : (
                <RowsTold seen={seen} />
              )}
              {seen.rejects_file && (
                <Button size="small" onClick={() => seen.rejects_file && giveFile(seen.rejects_file)}>
                  {t('download')}
                </Button>
              )}
            </>
          )}
        </div>
      )}
      {(problem ?? bringing.error) ? <ErrorLine problem={problem ?? bringing.error} /> : null}
    </Modal>
  )
}

function HeadRow({ row, onRow }: { row: number; onRow: (row: number) => void }) {
  const { t } = useTranslation('intake')
  const [text, setText] = useState(String(row))
  const take = () => {
    const typed = Number(text)
    if (Number.isInteger(typed) && typed >= 0 && typed <= 1000 && typed !== row) onRow(typed)
  }
  return (
    <label>
      {t('headRow')}
      <Input
        inputMode="numeric"
        value={text}
        onChange={({ target }) => setText(target.value)}
        onBlur={take}
        onPressEnter={take}
      />
    </label>
  )
}
