import { bothLanguages } from '@wangdi/ui/words/words.ts'

export const words = bothLanguages(
  {
    title: '我登录的地方',
    note: '手机或电脑丢了、借人用过，在这里让它退出',
    label: '正登录着的手机和电脑',
    began: '登录时间',
    used: '最近用过',
    until: '到时自动退出',
    act: '操作',
    current: '现在用的这一个',
    end: '让它退出',
    sure: '让 {{began}} 登录的那一个退出？',
    follows: '那部手机或电脑马上退出，要用得重新登录。手机上没传的登记还在手机里，重新登录后再传。',
  },
  {
    title: 'Where I am signed in',
    note: 'A phone or computer was lost or lent: sign it out here.',
    label: 'Phones and computers that are signed in',
    began: 'Signed in',
    used: 'Last used',
    until: 'Signs out by itself',
    act: 'Act',
    current: 'the one in use now',
    end: 'Sign it out',
    sure: 'Sign out the one signed in at {{began}}?',
    follows:
      'It is signed out at once and must sign in again. What a phone has not sent stays on it and is sent after the next sign-in.',
  },
)
