import './imports.css'
import { type ImportReply, previewImport } from '@wangdi/domain/people/import.api.ts'
import type { RosterKind } from '@wangdi/domain/people/roster/fields.ts'
import { ErrorLine } from '@wangdi/ui/states/ErrorLine.tsx'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { OfCommunity } from '../../lists/ChooseCommunity.tsx'
import { call } from '../../shell/call.ts'
import { ChooseFile } from './ChooseFile.tsx'
import type { Chosen } from './chosen.ts'
import { History } from './History.tsx'
import { Preview } from './Preview.tsx'
import { Result } from './Result.tsx'

/** 导入名册: choose a roster, look at what would happen, correct the heads, import, see what was not taken and why. */
export default function ImportPage() {
  const { t } = useTranslation('imports')
  return <OfCommunity title={t('title')}>{(community) => <Import key={community} community={community} />}</OfCommunity>
}

function Import({ community }: { community: string }) {
  const { t } = useTranslation('imports')
  const [chosen, setChosen] = useState<Chosen>()
  const [result, setResult] = useState<ImportReply>()
  const [busy, setBusy] = useState(false)
  const [problem, setProblem] = useState<unknown>()
  const goOn = async (change: { sheet: string } | { kind: RosterKind }) => {
    if (!chosen) return
    setProblem(undefined)
    const { kind, file, name, sheet } = { ...chosen, ...change }
    const asked = sheet === undefined ? {} : { sheet }
    try {
      const preview = await call(previewImport, { place: community, kind, file, ...asked })
      setChosen({ kind, file, name, ...asked, preview })
      setResult(undefined)
    } catch (why) {
      setProblem(why)
    }
  }
  return (
    <>
      <div className="title">
        <h1>{t('title')}</h1>
        <span className="note">{t('note')}</span>
      </div>
      <div className="list-stack">
        {result && chosen ? (
          <Result
            result={result}
            name={chosen.name}
            onAgain={() => {
              setChosen(undefined)
              setResult(undefined)
            }}
            onSheet={(sheet) => void goOn({ sheet })}
          />
        ) : (
          !busy && <ChooseFile community={community} chosen={chosen} onChosen={setChosen} />
        )}
        {problem ? <ErrorLine problem={problem} /> : null}
        {chosen && !result && (
          <Preview
            key={`${chosen.file} ${chosen.kind} ${chosen.sheet ?? ''}`}
            community={community}
            chosen={chosen}
            onLooked={setChosen}
            onKind={(kind) => void goOn({ kind })}
            onBusy={setBusy}
            onImported={setResult}
          />
        )}
        <History community={community} />
      </div>
    </>
  )
}
