import { writeChosen } from '@wangdi/policy/engine/settings/chosen.ts'

const prefix = 'setting.'

/** Under which name a number that a county chose is kept among the statements of a place. */
export const chosenName = (setting: string): string => prefix + setting

/** The word that takes a chosen number back: what the rules propose holds again. */
export const takenBack = 'proposed'

/** Whether a statement is a number that the county chose, and no fact of the situation. */
export const isChosen = ({ name }: { name: string }): boolean => name.startsWith(prefix)

/** The numbers chosen, as the one fact that the rules read; undefined where none is. */
export function chosenFact(stated: Iterable<{ name: string; value: string | number }>): string | undefined {
  const chosen = [...stated]
    .filter((each) => isChosen(each) && each.value !== takenBack)
    .map(({ name, value }) => [name.slice(prefix.length), Number(value)] as const)
  return chosen.length > 0 ? writeChosen(new Map(chosen)) : undefined
}
