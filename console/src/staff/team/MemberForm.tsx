import { type Post, posts, type TeamMember } from '@wangdi/domain/staff/team/team.ts'
import { saveMember } from '@wangdi/domain/staff/team/team.api.ts'
import { ErrorLine } from '@wangdi/ui/states/ErrorLine.tsx'
import { Input, Modal, Select } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { v7 as newId } from 'uuid'
import { useCommand } from '../../shell/call.ts'
import { useSaying } from '../../shell/say.ts'

/** Gives somebody a post, or changes what is known of a member. */
export default function MemberForm({
  place,
  member,
  onClose,
}: {
  place: string
  member: TeamMember | undefined
  onClose: () => void
}) {
  const { t } = useTranslation('team')
  const say = useSaying()
  const [id] = useState(() => member?.id ?? newId())
  const [post, setPost] = useState<Post>((member?.post as Post | undefined) ?? 'lead')
  const [typed, setTyped] = useState({
    name: member?.name ?? '',
    phone: member?.phone ?? '',
    duty: member?.duty ?? '',
    deputy: member?.deputy ?? '',
  })
  const command = useCommand(saveMember, ['staff'])
  const save = () => {
    const { name, phone, duty, deputy } = typed
    const said = {
      id,
      place,
      post,
      name: name.trim(),
      phone: phone.trim() || null,
      duty: duty.trim(),
      deputy: deputy.trim() || null,
    }
    command.mutate(member ? { ...said, version: member.version } : said, { onSuccess: onClose })
  }
  const field = (name: keyof typeof typed, most: number) => (
    <label>
      {t(name)}
      <Input value={typed[name]} maxLength={most} onChange={(event) => setTyped({ ...typed, [name]: event.target.value })} />
    </label>
  )
  return (
    <Modal
      open
      width={440}
      title={member ? t('changing', { name: member.name }) : t('saving')}
      okText={t('ui:save')}
      okButtonProps={{ disabled: typed.name.trim() === '', loading: command.isPending }}
      onOk={save}
      onCancel={onClose}
    >
      <div className="list-form">
        <label>
          {t('post')}
          <Select
            value={post}
            onChange={setPost}
            options={Object.entries(posts).map(([value, words]) => ({ value: value as Post, label: say(words) }))}
          />
        </label>
        {field('name', 40)}
        {field('phone', 20)}
        {field('duty', 200)}
        {field('deputy', 40)}
        {command.error ? <ErrorLine problem={command.error} /> : null}
      </div>
    </Modal>
  )
}
