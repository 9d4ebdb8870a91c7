import './sheet.css'
import './large.css'
import type { Sheet } from '@wangdi/domain/observation/notice/sheet.ts'
import { addWords } from '@wangdi/ui/words/words.ts'
import { ObservationSheet } from './ObservationSheet.tsx'
import { ReleaseSheet } from './ReleaseSheet.tsx'
import { words } from './sheet.words.ts'

addWords('sheet', words)

/** The sheets as they are printed, one a person, in 10.5 or in 18 point; of releases those who have one. */
export function Sheets({ sheets, kind, large }: { sheets: readonly Sheet[]; kind: 'observation' | 'release'; large: boolean }) {
  return (
    <main className={large ? 'notice-sheets notice-large' : 'notice-sheets'}>
      {sheets.map((sheet) => {
        if (kind === 'observation') return <ObservationSheet key={sheet.observation} sheet={sheet} />
        return sheet.release && <ReleaseSheet key={sheet.observation} sheet={sheet} release={sheet.release} />
      })}
    </main>
  )
}
