import type { Kind } from '@wangdi/domain/kinds/declared/kind-faults.ts'
import type { RegisterKind } from '@wangdi/domain/kinds/register/register.ts'

const known = new Map<string, Kind>()

/** Tells fields that point of a kind; it is told of each as its verbs are made. */
export const joinKnown = (kind: Kind): void => void known.set(kind.name, kind)

/** A kind by its name, once its verbs are made; undefined where none has it. */
export const knownKind = (name: string): Kind | undefined => known.get(name)

/** All registers whose verbs are made. */
export const knownRegisters = (): RegisterKind[] =>
  [...known.values()].filter((kind): kind is RegisterKind => kind.mechanism === 'register')
