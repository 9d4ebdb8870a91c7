import type { Field } from '@wangdi/domain/kinds/fields.ts'
import { isPointing } from '@wangdi/domain/kinds/pointing/pointers.ts'
import { wordsOfValue } from '@wangdi/domain/kinds/said-in-words.ts'
import { Link } from '@tanstack/react-router'
import { useSaying } from '../../shell/say.ts'
import { useSession } from '../../shell/session.ts'
import { useNames } from './aim.ts'

/** What a field says; what it points at opens where the reader may open it. */
export function PointedWords({ field, value }: { field: Field; value: unknown }) {
  const say = useSaying()
  const names = useNames()
  const { access } = useSession()
  const words = wordsOfValue(field, value, names)
  const text = words ? say(words) : ''
  const id = String(value)
  if (!isPointing(field) || names[id] === undefined) return text
  if (field.type === 'person' && 'people.get' in access)
    return (
      <Link className="kinds-chip" to="/people/$id" params={{ id } as never}>
        {text}
      </Link>
    )
  if ((field.type !== 'thing' && field.type !== 'link') || !field.of || !(`${field.of}.see` in access)) return text
  return (
    <Link
      className="kinds-chip"
      to={`/k/${field.of.replace('.', '/')}`}
      search={(field.type === 'thing' ? { thing: id } : { request: id, paper: id }) as never}
    >
      {text}
    </Link>
  )
}
