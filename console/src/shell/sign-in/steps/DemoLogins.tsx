import { roles } from '@wangdi/domain/roles.ts'
import { type DemoLogin, roads } from '@wangdi/domain/staff/sign-in.api.ts'
import { Tag } from '@wangdi/ui/marks/Tag.tsx'
import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { call } from '../../call.ts'
import { useSaying } from '../../say.ts'

/** The logins of demo data; none where there is no demo. With `live` they are asked again while codes change. */
export function useDemoLogins(live = false): readonly DemoLogin[] {
  const { data } = useQuery({
    queryKey: ['demo.logins'],
    queryFn: () =>
      call(roads.demoLogins, {}).then(
        ({ logins }) => logins,
        () => [],
      ),
    staleTime: 5000,
    refetchInterval: live ? 8000 : false,
  })
  return data ?? []
}

/** The logins of demo data, to be tried with one press; nothing is shown where there is no demo. */
export function DemoLogins({ onPick }: { onPick: (demo: DemoLogin) => void }) {
  const { t } = useTranslation('sign-in')
  const say = useSaying()
  const data = useDemoLogins()
  if (data.length === 0) return null
  return (
    <section className="demo-logins" aria-label={t('demo')}>
      <Tag tone="dashed">{t('demo')}</Tag>
      <ul>
        {data.map((demo) => (
          <li key={demo.login}>
            <button type="button" onClick={() => onPick(demo)}>
              <b>{say(roles[demo.role])}</b>
              <span>
                {demo.name} · {demo.placeName}
              </span>
            </button>
          </li>
        ))}
      </ul>
    </section>
  )
}
