import { useLanguage } from '@wangdi/ui/words/useLanguage.ts'
import { go } from './route.ts'

/** An entry that stays when its function is closed: grey, with the reason. */
export function Closable({ entry, why, to }: { entry: string; why: { zh: string; en: string } | null; to: string }) {
  const language = useLanguage()
  if (why)
    return (
      <p className="f-line f-closed" aria-disabled="true">
        <span>{entry}</span> <small>{language === 'en' ? why.en : why.zh}</small>
      </p>
    )
  return (
    <button type="button" className="f-line f-line-key" onClick={() => go(to)}>
      {entry}
    </button>
  )
}
