import { Link } from '@tanstack/react-router'
import { useSession } from '../../shell/session.ts'

/** A door: the way to the household behind it, for who may see it; the words alone where no door is meant. */
export function DoorLink({ dwelling, door }: { dwelling: string | null | undefined; door: string }) {
  const { access } = useSession()
  if (!dwelling || !('plan.household' in access)) return door
  return (
    <Link to={'/households/$dwelling' as string} params={{ dwelling } as never}>
      {door}
    </Link>
  )
}
