import type { Known, PersonKind } from '@wangdi/domain/observation/observation.ts'

/** What the machine is asked, as the contract wants it: unknown is left out, never guessed. */
export interface Asked {
  readonly person: string
  readonly kind: PersonKind
  readonly day_zero: string
  readonly arrival?: string
  readonly known: Known
}
