import { execFile } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import { controlsVerb } from './controls.ts'
import { importVerb } from './import.ts'
import { packVerb } from './pack.ts'
import { planVerb } from './plan.ts'
import { WrongUsage } from './verb.ts'

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

test('rules that no pack holds, places of no province and words too many are wrong usage, each named', async () => {
  const plan = ['--place', '41', '--on', '2022-07-15']
  const rules = (said: string) => [...plan, '--fact', 'response=open', '--fact', `response.rules=${said}`]
  const asked = [
    { verb: planVerb, args: rules('nonsense@2022-07-15'), says: '没有规则包 nonsense' },
    { verb: planVerb, args: rules('precision-2020@2019-07-15'), says: '在 2019-07-15 这一天没有规则' },
    { verb: planVerb, args: rules('nonsense'), says: 'pack@date' },
    { verb: planVerb, args: ['--place', '999999999999', '--on', '2022-07-15'], says: '没有 999999999999 这个地区' },
    { verb: planVerb, args: ['--place', '4101051', '--on', '2022-07-15'], says: '2、4、6、9 或 12 位' },
    { verb: planVerb, args: ['--place', '410000', '--on', '2022-07-15'], says: '要说整个上一级，写 41' },
    { verb: planVerb, args: [...plan, '--fact', 'county.risk=low', '--fact', 'county.risk=high'], says: 'county.risk 说了两次' },
    { verb: planVerb, args: [...plan, 'extra'], says: 'not understood: extra' },
    { verb: packVerb, args: ['check', 'extra'], says: 'not understood: check extra' },
    { verb: controlsVerb, args: ['nonsense'], says: 'say check; not understood: nonsense' },
    { verb: importVerb, args: ['nonsense'], says: 'not understood: nonsense' },
  ]
  for (const { verb, args, says } of asked) {
    const refused: unknown = await verb.run(args).catch((error: unknown) => error)
    expect([args, refused instanceof WrongUsage && refused.message]).toEqual([args, expect.stringContaining(says)])
  }
})

test('the packs that come with the house hold: every rule has a case and a source, every row is carried', async () => {
  expect(await wangdi('pack', 'check')).toMatchObject({ exit: 0, value: { rows_missing: [], lints: [] } })
})

test('the cases of one pack are run by its name, and a name that no pack has is wrong usage', async () => {
  const one = await wangdi('pack', 'test', 'observation-terms')
  expect(one).toMatchObject({ exit: 0, value: { packs: 1, lints: [] } })
  expect(one.value.cases).toBeGreaterThan(100)
  const whole = await wangdi('pack', 'test', 'precision-2020')
  expect(whole).toMatchObject({ exit: 0, value: { packs: 1, rows_missing: [], lints: [] } })
  expect(whole.value.rows_carried).toBeGreaterThan(50)
  const wrong = await Promise.all([wangdi('pack', 'test'), wangdi('pack', 'test', 'no-such'), wangdi('pack', 'mend')])
  expect(wrong.map(({ exit }) => exit)).toEqual([2, 2, 2])
})

const onTheDayOfTheNine = async (facts: readonly string[], ...controls: string[]) => {
  const asked = await wangdi(
    ...['controls', 'check', '--place', '410105001003', '--on', '2022-06-05'],
    ...facts.flatMap((fact) => ['--fact', fact]),
    ...controls.flatMap((control) => ['--control', control]),
  )
  expect([asked.exit, asked.lines.length]).toEqual([0, 1])
  const findings = asked.value.findings as {
    kind: string
    control: { kind: string }
    limit: string
    source: { document: string }
  }[]
  return findings.map(({ kind, control, limit, source }) => {
    expect([limit === '', source.document === '']).toEqual([false, false])
    return `${control.kind} ${kind}`
  })
}

test('a check of controls and a plan say which fact they lack and who gives it', async () => {
  const asked = ['--place', '410105001003', '--on', '2020-05-01', '--fact', 'county.risk=low']
  const checked = await wangdi('controls', 'check', ...asked, '--control', 'community-closure,order=yes')
  const asks = [{ fact: 'community.class', who: '县疾控判定' }]
  expect(checked).toMatchObject({ exit: 0, value: { findings: [], missing: ['community.class'], asks } })
  expect((await wangdi('plan', ...asked)).value).toMatchObject({ missing: expect.arrayContaining(['community.class']) })
})

test('controls that cross the nine prohibitions of 2022 are findings with limit and source, those the tier asks are none', async () => {
  expect(
    await onTheDayOfTheNine(
      ['county.risk=low', 'community.class=no-case'],
      'go-out-ban,order=yes',
      'newcomer-refusal,order=yes',
      'observation-returned-other,days=7',
      'observation-close-contact,days=15',
      'facility-closure',
      'checkpoint',
      'checkpoint,order=yes',
      'certificate-no-fever',
      'certificate-residence-proof',
    ),
  ).toEqual([
    'go-out-ban beyond-tier',
    'go-out-ban blanket',
    'newcomer-refusal beyond-tier',
    'newcomer-refusal blanket',
    'observation beyond-term',
    'observation beyond-term',
    'facility-closure beyond-tier',
    'checkpoint no-order',
    'certificate forbidden-certificate',
  ])
  expect(
    await onTheDayOfTheNine(
      ['county.risk=high', 'community.class=transmission'],
      'facility-closure',
      'community-closure,days=14,order=yes',
      'community-closure,days=15,order=yes',
    ),
  ).toEqual(['community-closure beyond-term'])
})
