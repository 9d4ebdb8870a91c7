import type { SubjectWords } from '@wangdi/ui/words/words.ts'
import { words as gate } from './gate/gate.words.ts'
import { words as kinds } from './kinds/kinds.words.ts'
import { words as observation } from './observation/observation.words.ts'
import { words as people } from './people/people.words.ts'
import { words as places } from './places/places.words.ts'
import { words as records } from './records/records.words.ts'
import { words as rounds } from './rounds/rounds.words.ts'
import { words as shell } from './shell/shell.words.ts'
import { words as today } from './today/today.words.ts'

/** The words of every subject of the phone app. */
export const fieldWords: Readonly<Record<string, SubjectWords>> = {
  gate,
  shell,
  today,
  places,
  rounds,
  observation,
  people,
  records,
  kinds,
}
