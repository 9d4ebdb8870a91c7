import { ageGroups, keyGroups } from '@wangdi/domain/people/key-group.ts'
import { useLanguage } from '@wangdi/ui/words/useLanguage.ts'
import { useTranslation } from 'react-i18next'
import { Call } from '../shell/Call.tsx'
import type { Resident } from './door.ts'

/** The marks of a person in words, the age group left out where the age says it. */
export function Marks({ person }: { person: Resident }) {
  const { t } = useTranslation('places')
  const language = useLanguage()
  const name = (kind: string) => {
    const words = kind in keyGroups ? keyGroups[kind as keyof typeof keyGroups] : ageGroups[kind as keyof typeof ageGroups]
    return words?.[language === 'en' ? 'en' : 'zh'] ?? kind
  }
  return (
    <>
      {person.colour && <span className={`f-tag f-tag-${person.colour.colour}`}>{t(`colour.${person.colour.colour}`)}</span>}
      {person.marks.map((kind) => (
        <span className="f-tag" key={kind}>
          {name(kind)}
        </span>
      ))}
    </>
  )
}

/** The people of a door, one a line, each with a call. */
export function Members({ people }: { people: readonly Resident[] }) {
  const { t } = useTranslation('places')
  return people.map((person) => (
    <li key={person.id}>
      <b>{person.name}</b>
      {person.age !== undefined && <small>{t('age', { count: person.age, n: person.age })}</small>}
      <Marks person={person} />
      <Call name={person.name} phone={person.phone} />
    </li>
  ))
}
