import { ageGroups, type AgeGroup, keyGroups, type KeyGroup } from '@wangdi/domain/people/key-group.ts'
import { Tag } from '@wangdi/ui/marks/Tag.tsx'
import { useTranslation } from 'react-i18next'
import { PanelPart } from '../../lists/SidePanel.tsx'
import { PersonLink } from '../../lists/ways/PersonLink.tsx'
import { useSaying } from '../../shell/say.ts'
import type { Household } from './Responsible.tsx'

/** Who lives here, by family name and stars, each the way to the person for who may know them; sex, age, relation and marks that say no illness. */
export function Members({ members, selected }: { members: Household['members']; selected?: string | undefined }) {
  const { t } = useTranslation('household')
  const say = useSaying()
  return (
    <PanelPart title={t('members')}>
      {members.length === 0 && <p className="quiet">{t('noMembers')}</p>}
      <ul className="household-members">
        {members.map((member) => (
          <li key={member.id} aria-current={member.id === selected || undefined}>
            <PersonLink person={member.id} name={member.name} />
            <span className="quiet">
              {[member.sex && t(member.sex), member.age].filter((part) => part !== null && part !== '').join(' ')}
            </span>
            <span className="quiet relation">{member.relation}</span>
            <span className="tags">
              {member.groups.map((group) => (
                <Tag key={group} tone={group in keyGroups ? 'strong' : 'plain'}>
                  {say(group in keyGroups ? keyGroups[group as KeyGroup] : ageGroups[group as AgeGroup])}
                </Tag>
              ))}
            </span>
          </li>
        ))}
      </ul>
    </PanelPart>
  )
}
