import { existsSync, rmSync } from 'node:fs'
import { expect, test } from 'vitest'
import type { Ending, KillableServer } from './killable-server.ts'
import type { Phase } from './phase.ts'
import { runAlone } from './run-alone.ts'

const held: Phase = async () => ({ holds: true, sentence: 'All was there.', figures: {} })

/** Runs a phase with servers that are none, and says what was told and ended, in order. */
async function run(phase: Phase, { minutes = 1, ending = 0 as Ending } = {}) {
  const happened: string[] = []
  const server: KillableServer = {
    url: '',
    data: '',
    strike: async () => {},
    stop: async () => {
      happened.push('server stopped')
      return ending
    },
  }
  let folder = ''
  const verdict = await runAlone('trial', (site) => phase({ ...site, folder: (folder = site.folder) }), {
    minutes,
    say: (line) => happened.push(line),
    startServer: async () => server,
  })
  const isLeft = existsSync(folder)
  rmSync(folder, { recursive: true, force: true })
  return { verdict, happened, isLeft }
}

test('a phase that never ends is left after its minutes, told with the last thing it said, and cleared away', async () => {
  const cleared: string[] = []
  const { verdict, happened, isLeft } = await run(
    async (site) => {
      site.later(async () => site.say('never heard'))
      site.later(async () => void cleared.push('disk unmounted'))
      await site.start('/nowhere')
      site.say('waiting for an answer')
      return new Promise(() => {})
    },
    { minutes: 0.0005 },
  )
  expect(verdict.holds).toBe(false)
  expect(verdict.sentence).toContain('not within 0.03 s: the end of the phase; the last it said: waiting for an answer')
  expect(happened).toContain('server stopped')
  expect(happened).not.toContain('trial: never heard')
  expect(cleared).toEqual(['disk unmounted'])
  expect(isLeft).toBe(true)
})

test('a phase that holds leaves nothing; one whose server does not end cleanly does not hold', async () => {
  expect(await run(held)).toMatchObject({ verdict: { holds: true }, isLeft: false })
  const withServer: Phase = async (site) => {
    await site.start('/nowhere')
    return held(site)
  }
  expect(await run(withServer)).toMatchObject({ verdict: { holds: true }, isLeft: false })
  const stuck = await run(withServer, { ending: 'no end within 60 s' })
  expect(stuck.verdict).toMatchObject({ holds: false, figures: { afterwards: 'the server ended with no end within 60 s' } })
})
