import { createHash } from 'node:crypto'
import type { DestructionRun } from '@wangdi/domain/rights/destruction/destruction.ts'

/** SHA-256 over what a certificate says, in one fixed order: a printed copy can be compared with the record. */
export function hashOfCertificate(run: DestructionRun): string {
  const {
    id,
    place,
    response,
    from,
    to,
    areas,
    asked_by_account,
    asked_at,
    decided_by,
    decided_at,
    done_by,
    done_at,
    copies_until,
    destroyed,
  } = run
  const said = [
    id,
    place,
    response,
    from,
    to,
    areas,
    asked_by_account,
    asked_at,
    decided_by,
    decided_at,
    done_by,
    done_at,
    copies_until,
  ]
  return createHash('sha256')
    .update(JSON.stringify([...said, destroyed.map(({ kind, rows, hash }) => [kind, rows, hash])]))
    .digest('hex')
}
