import { Link } from '@tanstack/react-router'
import { useSession } from '../../shell/session.ts'

/** The name of a person: the way to that person, for who may know them; the name alone where nobody in the register is meant. */
export function PersonLink({ person, name }: { person: string | null | undefined; name: string }) {
  const { access } = useSession()
  if (!person || !('people.get' in access)) return <span className="list-name">{name}</span>
  return (
    <Link className="list-name" to={'/people/$id' as string} params={{ id: person } as never}>
      {name}
    </Link>
  )
}
