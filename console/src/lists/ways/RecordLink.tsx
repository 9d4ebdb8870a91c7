import { declared } from '@wangdi/domain/declared.ts'
import { Link } from '@tanstack/react-router'
import { useSaying } from '../../shell/say.ts'
import { useSession } from '../../shell/session.ts'
import { recordWay } from './record-way.ts'

/** A record of a declared kind: the way to it, for who may see its list, with the word for its kind; the title alone for others. */
export function RecordLink({ of, id, title }: { of: string; id: string; title: string }) {
  const say = useSaying()
  const { access } = useSession()
  const kind = declared.find(({ name }) => name === of)
  const way = kind && `${of}.see` in access ? recordWay(kind, id) : undefined
  if (!kind || !way) return <span className="list-name">{title}</span>
  return (
    <>
      <Link className="list-name" to={way.to} search={way.search as never}>
        {title}
      </Link>{' '}
      <span className="quiet">{say(kind.words)}</span>
    </>
  )
}
