import './kinds.css'
import { listOfDoor } from '@wangdi/domain/kinds/request/of-door.api.ts'
import type { AskedRow } from '@wangdi/domain/kinds/request/request.api.ts'
import type { RequestKind } from '@wangdi/domain/kinds/request/request.ts'
import { addWords } from '@wangdi/ui/words/words.ts'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import type { Static } from 'typebox'
import { useTranslation } from 'react-i18next'
import { Asked } from '../lists/Asked.tsx'
import { rowsSaid } from '../lists/Counted.tsx'
import { PanelPart } from '../lists/SidePanel.tsx'
import { ask } from '../shell/call.ts'
import { useSaying } from '../shell/say.ts'
import { AskedMark, DetailsText, DueText } from './AskedTable.tsx'
import { declared } from '@wangdi/domain/declared.ts'
import { words } from './kinds.words.ts'

addWords('kinds', words)

type Row = Static<typeof AskedRow>

/** What concerns a door, of all kinds that whoever reads may see: what is open, each a way to it, and what is over folded away. */
export default function OfDoor({ dwelling }: { dwelling: string }) {
  const { t } = useTranslation('kinds')
  const answer = useQuery(ask(listOfDoor, { dwelling }))
  const { data } = answer
  return (
    <PanelPart title={data ? t('ofDoor.title', { count: data.open.length, n: data.open.length }) : t('ofDoor.heading')}>
      <Asked answer={answer} rows={2} height={32}>
        {({ open, ended, things, moreOpen, moreEnded }) => (
          <div {...rowsSaid('of-door-open', open.length)}>
            {open.length === 0 && <p className="quiet">{t('ofDoor.none')}</p>}
            {open.length > 0 && <Rows rows={open} />}
            {moreOpen && <p className="quiet small">{t('ofDoor.more')}</p>}
            {things.length > 0 && <Things things={things} />}
            {ended.length > 0 && (
              <details className="kinds-of-door-ended" {...rowsSaid('of-door-ended', ended.length)}>
                <summary>{t(moreEnded ? 'ofDoor.lastEnded' : 'ofDoor.ended', { count: ended.length, n: ended.length })}</summary>
                <Rows rows={ended} />
              </details>
            )}
          </div>
        )}
      </Asked>
    </PanelPart>
  )
}

/** What of registers names this door, each a way to it. */
function Things({ things }: { things: Static<typeof listOfDoor.reply>['things'] }) {
  const { t } = useTranslation('kinds')
  const say = useSaying()
  return (
    <>
      <p className="quiet small">{t('ofDoor.things')}</p>
      <ul className="kinds-of-door" {...rowsSaid('of-door-things', things.length)}>
        {things.map(({ id, kind, title }) => (
          <li key={id}>
            <Link className="w-link" to={`/k/${kind.replace('.', '/')}`} search={{ thing: id } as never}>
              {say(declared.find(({ name }) => name === kind)?.words ?? { zh: kind, en: kind })}
            </Link>
            <span className="kinds-of-door-what">{title}</span>
          </li>
        ))}
      </ul>
    </>
  )
}

const kindOf = (row: Row) => declared.find(({ name, mechanism }) => name === row.kind && mechanism === 'request')

function Rows({ rows }: { rows: readonly Row[] }) {
  const say = useSaying()
  return (
    <ul className="kinds-of-door">
      {rows.map((row) => {
        const kind = kindOf(row) as RequestKind | undefined
        if (!kind) return null
        return (
          <li key={row.id}>
            <Link className="w-link" to={`/k/${row.kind.replace('.', '/')}`} search={{ request: row.id } as never}>
              {say(kind.words)}
            </Link>
            <span className="kinds-of-door-what">
              <DetailsText kind={kind} row={row} />
            </span>
            {row.due_at && (
              <span className="nowrap">
                <DueText row={row} />
              </span>
            )}
            <AskedMark kind={kind} row={row} />
          </li>
        )
      })}
    </ul>
  )
}
