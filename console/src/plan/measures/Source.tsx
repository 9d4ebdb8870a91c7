import type { Words } from '@wangdi/domain/problem.ts'
import { originOf, origins } from '@wangdi/policy/engine/clauses/origin.ts'
import { createContext, useContext } from 'react'
import { useSaying } from '../../shell/say.ts'

/** How people call the documents of the rules in use, by the document's full name. */
export const ShortTitles = createContext<ReadonlyMap<string, Words>>(new Map())

/** Whose demand a rule is, then where it stands: the document as people call it, cut when it is long, and its section, always whole. */
export function Source({ source }: { source: { document: string; section: string } }) {
  const say = useSaying()
  const short = useContext(ShortTitles).get(source.document)
  const origin = originOf(source)
  return (
    <span className="plan-source" title={`${source.document}·${source.section}`}>
      <span className={`origin ${origin}`}>{say(origins[origin])}</span>{' '}
      {origin !== 'ours' && (
        <>
          <span className="document">{short ? say(short) : source.document}</span>·
        </>
      )}
      {source.section}
    </span>
  )
}
