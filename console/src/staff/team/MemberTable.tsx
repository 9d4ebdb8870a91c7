import { type HeldPost, posts, type TeamMember } from '@wangdi/domain/staff/team/team.ts'
import { Tag } from '@wangdi/ui/marks/Tag.tsx'
import { useTranslation } from 'react-i18next'
import { useSaying } from '../../shell/say.ts'

/** Members by post; those who may change them get the ways to. */
export function MemberTable({
  members,
  onChange,
  onEnd,
}: {
  members: readonly TeamMember[]
  onChange: ((member: TeamMember) => void) | undefined
  onEnd: ((member: TeamMember) => void) | undefined
}) {
  const { t } = useTranslation('team')
  const say = useSaying()
  const order = Object.keys(posts)
  const sorted = members.toSorted((a, b) => order.indexOf(a.post) - order.indexOf(b.post))
  return (
    <div className="list-scroll">
      <table className="list-table">
        <thead>
          <tr>
            <th>{t('post')}</th>
            <th>{t('name')}</th>
            <th>{t('phone')}</th>
            <th>{t('duty')}</th>
            <th>{t('deputy')}</th>
            {onChange && <th>{t('act')}</th>}
          </tr>
        </thead>
        <tbody>
          {sorted.map((member) => (
            <tr key={member.id}>
              <td className="nowrap">
                <Tag tone="strong">{say(posts[member.post as keyof typeof posts])}</Tag>
              </td>
              <td>
                {member.name} <span className="quiet small nowrap">{t('since', { day: member.from })}</span>
              </td>
              <td className="nowrap">{member.phone ?? '—'}</td>
              <td>{member.duty || '—'}</td>
              <td>{member.deputy ?? <span className="quiet">{t('noDeputy')}</span>}</td>
              {onChange && onEnd && (
                <td className="nowrap">
                  <button type="button" className="w-link" onClick={() => onChange(member)}>
                    {t('change')}
                  </button>{' '}
                  <button type="button" className="w-link" onClick={() => onEnd(member)}>
                    {t('end')}
                  </button>
                </td>
              )}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

/** How many hold each post: what levels above the county see, who are told no names. */
export function HeldTable({ held }: { held: readonly HeldPost[] }) {
  const { t } = useTranslation('team')
  const say = useSaying()
  return (
    <div className="list-scroll">
      <table className="list-table">
        <thead>
          <tr>
            <th>{t('post')}</th>
            <th>{t('held')}</th>
            <th>{t('withDeputy')}</th>
          </tr>
        </thead>
        <tbody>
          {held.map(({ post, held: count, with_deputy }) => (
            <tr key={post}>
              <td className="nowrap">
                <Tag tone="strong">{say(posts[post as keyof typeof posts])}</Tag>
              </td>
              <td>{count}</td>
              <td>{with_deputy}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <p className="quiet small">{t('noNames')}</p>
    </div>
  )
}
