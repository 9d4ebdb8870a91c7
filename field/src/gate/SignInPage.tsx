import type { DemoLogin, SignInReply } from '@wangdi/domain/staff/sign-in.api.ts'
import type { Session } from '@wangdi/domain/staff/session.api.ts'
import { ApiProblem, send } from '@wangdi/ui/call/send.ts'
import { Brand } from '@wangdi/ui/marks/Brand.tsx'
import { ErrorLine } from '@wangdi/ui/states/ErrorLine.tsx'
import { useWait } from '@wangdi/ui/states/useWait.ts'
import { Input } from 'antd-mobile'
import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { setClock } from '../sync/http.ts'
import { carriedBy, type Me } from '../shell/phone.ts'

/** Signs in over the network and says who it is; `owner` is whose phone it is already. */
export function SignInPage({ owner, onSignedIn }: { owner?: Me | undefined; onSignedIn: (me: Me) => void }) {
  const { t } = useTranslation('gate')
  const [login, setLogin] = useState('')
  const [password, setPassword] = useState('')
  const [busy, setBusy] = useState(false)
  const [problem, setProblem] = useState<unknown>()
  const wait = useWait(problem)
  const [stop, setStop] = useState<'noSync' | 'firstPassword' | 'secondFactor' | 'otherOwner'>()
  const [demo, setDemo] = useState<DemoLogin[]>([])
  useEffect(() => {
    send({ at: 'GET /demo/logins' }, {}).then(
      (reply) => setDemo((reply as { logins: DemoLogin[] }).logins.filter(({ role }) => carries.includes(role))),
      () => {},
    )
  }, [])

  async function signIn() {
    setBusy(true)
    setProblem(undefined)
    setStop(undefined)
    try {
      const { state } = (await send({ at: 'POST /auth/sign-in' }, { login, password })) as SignInReply
      if (state === 'second-factor-needed') return setStop('secondFactor')
      const asked = Date.now()
      const session = (await send({ at: 'GET /session' }, {})) as Session
      setClock(session.now, Math.round((Date.now() - asked) / 2))
      if (session.needs) return setStop(session.needs === 'password' ? 'firstPassword' : 'secondFactor')
      const { id, name, role, place } = session.account
      if (owner && owner.account !== id) {
        await send({ at: 'POST /auth/sign-out' }, {})
        return setStop('otherOwner')
      }
      const { doors, given } = carriedBy(session)
      if (!doors && !given) return setStop('noSync')
      onSignedIn({ account: id, name, role, place, access: session.access })
    } catch (thrown) {
      setProblem(
        thrown instanceof ApiProblem ? thrown : new ApiProblem('page.broken', 0, { zh: String(thrown), en: String(thrown) }),
      )
    } finally {
      setBusy(false)
    }
  }

  return (
    <main className="f-gate">
      <Brand size={48} />
      <h1>{t('app')}</h1>
      <p>{owner ? t('again') : t('noNetwork')}</p>
      <form
        className="f-form"
        onSubmit={(event) => {
          event.preventDefault()
          if (wait === 0) void signIn()
        }}
      >
        <label>
          <span>{t('login')}</span>
          <Input value={login} onChange={setLogin} autoComplete="username" autoCapitalize="off" name="login" />
        </label>
        <label>
          <span>{t('password')}</span>
          <Input value={password} onChange={setPassword} type="password" autoComplete="current-password" name="password" />
        </label>
        {problem !== undefined && <ErrorLine problem={problem} />}
        {stop && (
          <p className="f-say" role="alert">
            {t(stop, { name: owner?.name ?? '' })} {stop !== 'otherOwner' && <a href="/">{t('toConsole')}</a>}
          </p>
        )}
        <button type="submit" className="f-btn" disabled={busy || wait > 0 || login === '' || password === ''}>
          {busy ? t('signingIn') : wait > 0 ? t('waitSeconds', { seconds: wait }) : t('signIn')}
        </button>
      </form>
      {demo.length > 0 && (
        <section className="f-demo">
          <h2>{t('demoLogins')}</h2>
          {demo.map((one) => (
            <button
              key={one.login}
              type="button"
              onClick={() => {
                setLogin(one.login)
                setPassword(one.password)
              }}
            >
              <b>{one.name}</b> {one.placeName} <small>{one.login}</small>
            </button>
          ))}
        </section>
      )}
    </main>
  )
}

// Roles whose work is at the doors; the demo offers only them here.
const carries: readonly string[] = ['grid-worker', 'community-doctor', 'community-worker', 'community-director', 'volunteer']
