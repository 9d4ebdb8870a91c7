import './sheet.css'
import type { Sheet } from '@wangdi/domain/observation/notice/sheet.ts'
import { addWords } from '@wangdi/ui/words/words.ts'
import { ObservationSheet } from './ObservationSheet.tsx'
import { ReleaseSheet } from './ReleaseSheet.tsx'
import { words } from './sheet.words.ts'

addWords('sheet', words)

/** The sheets as they are printed, one a person; of releases those who have one. */
export function Sheets({ sheets, kind }: { sheets: readonly Sheet[]; kind: 'observation' | 'release' }) {
  return (
    <main className="notice-sheets">
      {sheets.map((sheet) => {
        if (kind === 'observation') return <ObservationSheet key={sheet.observation} sheet={sheet} />
        return sheet.release && <ReleaseSheet key={sheet.observation} sheet={sheet} release={sheet.release} />
      })}
    </main>
  )
}
