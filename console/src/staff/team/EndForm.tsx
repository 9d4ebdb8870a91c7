import { posts, type TeamMember } from '@wangdi/domain/staff/team/team.ts'
import { endMember } from '@wangdi/domain/staff/team/team.api.ts'
import { ErrorLine } from '@wangdi/ui/states/ErrorLine.tsx'
import { Modal } from 'antd'
import { useTranslation } from 'react-i18next'
import { useCommand } from '../../shell/call.ts'
import { useSaying } from '../../shell/say.ts'

/** Asks once more before a post ends. */
export default function EndForm({ member, onClose }: { member: TeamMember; onClose: () => void }) {
  const { t } = useTranslation('team')
  const say = useSaying()
  const command = useCommand(endMember, ['staff'])
  const post = say(posts[member.post as keyof typeof posts])
  return (
    <Modal
      open
      width={420}
      title={t('endTitle', { name: member.name, post })}
      okText={t('end')}
      okButtonProps={{ danger: true, loading: command.isPending }}
      onOk={() => command.mutate({ id: member.id, version: member.version }, { onSuccess: onClose })}
      onCancel={onClose}
    >
      <p>{t('endLead')}</p>
      {command.error ? <ErrorLine problem={command.error} /> : null}
    </Modal>
  )
}
