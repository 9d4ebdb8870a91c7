import { execFile } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'

const main = fileURLToPath(new URL('./main.ts', import.meta.url))

function wangdi(...args: string[]): Promise<{ exit: number; lines: string[]; value: Record<string, unknown> }> {
  return new Promise((done) => {
    execFile(
      process.execPath,
      ['--disable-warning=ExperimentalWarning', main, ...args, '--json'],
      { env: { ...process.env, DATABASE_URL: 'postgres://nobody@127.0.0.1:1/none' } },
      (error, stdout) => {
        const lines = stdout.split('\n').filter(Boolean)
        done({
          exit: typeof error?.code === 'number' ? error.code : 0,
          lines,
          value: JSON.parse(lines[0] ?? '{}') as Record<string, unknown>,
        })
      },
    )
  })
}

test('plan answers for any place and day on one line of JSON, without a database', async () => {
  const today = await wangdi('plan', '--place', '410105001003', '--on', '2026-11-17')
  expect(today).toMatchObject({ exit: 0, value: { regime: 'class-b-2023', functions: { observation: false } } })
  expect(today.lines).toHaveLength(1)
  const open = await wangdi(
    'plan',
    '--place',
    '410105001003',
    '--on',
    '2026-11-17',
    '--fact',
    'response=open',
    '--fact',
    'response.rules=precision-2020@2020-05-01,observation-terms@2022-07-15',
    '--fact',
    'county.risk=medium',
    '--fact',
    'community.class=cases',
  )
  expect(open.value).toMatchObject({ regime: 'precision-2020', tier: 'medium', functions: { observation: true } })
})

test('term gives phases in order with their source; the short word for the pack of terms is known', async () => {
  const close = await wangdi(
    'term',
    '--kind',
    'close-contact',
    '--on',
    '2026-11-17',
    '--fact',
    'response=open',
    '--fact',
    'response.rules=terms@2022-07-15',
  )
  expect(close.value).toMatchObject({
    phases: [
      { where: 'central', days: 7 },
      { where: 'monitoring', days: 3 },
    ],
    certain: true,
  })
  expect((await wangdi('term', '--kind', 'close-contact', '--on', '2026-11-17')).value).toMatchObject({ phases: [] })
})

test('wrong usage ends with 2 and says what would be right', async () => {
  expect((await wangdi('term', '--kind', 'nobody', '--on', '2022-07-15')).exit).toBe(2)
  expect((await wangdi('plan', '--place', '41x', '--on', '2022-07-15')).exit).toBe(2)
  expect((await wangdi('plan', '--place', '41', '--on', '2022-02-30')).exit).toBe(2)
  expect((await wangdi('plan', '--place', '41', '--on', '2022-07-15', '--fact', 'weather=rain')).exit).toBe(2)
  expect((await wangdi('fly')).exit).toBe(2)
})

test('the packs that come with the house hold: every rule has a case and a source, every row is carried', async () => {
  expect(await wangdi('pack', 'check')).toMatchObject({ exit: 0, value: { rows_missing: [], lints: [] } })
})
