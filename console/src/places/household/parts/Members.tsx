import { StateMark } from '@wangdi/ui/marks/StateMark.tsx'
import { Tag } from '@wangdi/ui/marks/Tag.tsx'
import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { rowsSaid } from '../../../lists/Counted.tsx'
import { PanelPart } from '../../../lists/SidePanel.tsx'
import { PersonLink } from '../../../lists/ways/PersonLink.tsx'
import { isKeyGroup, useGroupWords } from './groups.ts'
import type { Household } from './Responsible.tsx'
import { useStays } from './stays.ts'

/**
 * Who lives here, by family name and stars, each the way to the person for who may know them; sex, age, relation, marks that say no
 * illness, and the day of observation for those who may see it.
 */
export function Members({ home, selected }: { home: Household; selected?: string | undefined }) {
  const { t } = useTranslation('household')
  const wordOf = useGroupWords()
  const { members } = home
  const stays = useStays(home).data?.rows ?? []
  return (
    <PanelPart title={t('members')}>
      {members.length === 0 && <p className="quiet">{t('noMembers')}</p>}
      <ul className="household-members" {...rowsSaid('members', members.length)}>
        {members.map((member) => {
          const stay = stays.find(({ person }) => person === member.id)
          return (
            <li key={member.id} aria-current={member.id === selected || undefined}>
              <PersonLink person={member.id} name={member.name} />
              <span className="quiet">
                {[member.sex && t(member.sex), member.age].filter((part) => part !== null && part !== '').join(' ')}
              </span>
              <span className="quiet relation">{member.relation}</span>
              <span className="tags">
                {stay && stay.day !== null && (
                  <Link
                    to={'/observation/$id' as string}
                    params={{ id: stay.id } as never}
                    title={t('observedDay', { day: stay.day, days: stay.days })}
                  >
                    <StateMark state="observation" shape="tag" size={12}>
                      {t(`observedAt.${stay.where ?? 'home'}`)} {stay.day}/{stay.days}
                    </StateMark>
                  </Link>
                )}
                {member.groups.map((group) => (
                  <Tag key={group} tone={isKeyGroup(group) ? 'strong' : 'plain'}>
                    {wordOf(group)}
                  </Tag>
                ))}
              </span>
            </li>
          )
        })}
      </ul>
    </PanelPart>
  )
}
