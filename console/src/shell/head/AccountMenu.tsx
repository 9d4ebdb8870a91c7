import type { Words } from '@wangdi/domain/problem.ts'
import { Icon } from '@wangdi/ui/marks/Icon.tsx'
import { language as languageIcon, person, signOut as signOutIcon, unfold } from '@wangdi/ui/marks/icons.ts'
import { useLanguage } from '@wangdi/ui/words/useLanguage.ts'
import { changeLanguage } from '@wangdi/ui/words/words.ts'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useLeave } from '../leaving/LeaveQuestion.tsx'
import { useSignOut } from '../sign-in/use-sign-out.ts'
import { useSaying } from '../say.ts'
import { usePopup } from './use-popup.ts'

/** Who is signed in; behind it the change of language and the way out. */
export function AccountMenu({ name, role }: { name: string; role: Words }) {
  const { t } = useTranslation('shell')
  const say = useSaying()
  const language = useLanguage()
  const signOut = useSignOut()
  const { leave, question } = useLeave()
  const [open, setOpen] = useState(false)
  const box = usePopup<HTMLDivElement>(open, () => setOpen(false))
  return (
    <div className="head-account" ref={box}>
      <button
        type="button"
        aria-expanded={open}
        aria-label={`${t('account')} ${name} ${say(role)}`}
        onClick={() => setOpen(!open)}
      >
        <Icon of={person} />
        <b>{name}</b> <span className="role">{say(role)}</span>
        <Icon of={unfold} size={12} />
      </button>
      {open && (
        <div className="head-account-menu">
          <p>
            {name} · {say(role)}
          </p>
          <button
            type="button"
            lang={language === 'en' ? 'zh-CN' : 'en'}
            onClick={() => void changeLanguage(language === 'en' ? 'zh-CN' : 'en')}
          >
            <Icon of={languageIcon} />
            {t('otherLanguage')}
          </button>
          <Link to={'/own-sessions' as never} onClick={() => setOpen(false)}>
            <Icon of={person} />
            {t('ownSessions')}
          </Link>
          <button type="button" onClick={() => leave(signOut)}>
            <Icon of={signOutIcon} />
            {t('signOut')}
          </button>
        </div>
      )}
      {question}
    </div>
  )
}
