import { existsSync } from 'node:fs'
import { resolve } from 'node:path'
import { importArrivals, importElders, importResidents, type ImportOutcome } from '@wangdi/domain/people/import.api.ts'
import { problems } from '@wangdi/domain/people/people.problems.ts'
import { type RosterKind, rosterKinds } from '@wangdi/domain/people/roster/fields.ts'
import { rowSentence } from '@wangdi/domain/people/roster/judgement.ts'
import { isDay, shanghaiDay } from '@wangdi/domain/day.ts'
import { v7 as newId } from 'uuid'
import { judgeAlone, people } from '../people/index.ts'
import { withHouse } from './open-house.ts'
import { type Answer, readOptions, say, type Verb, WrongUsage } from './verb.ts'

const endpoints = { residents: importResidents, arrivals: importArrivals, elders: importElders } as const

/** Imports a roster, or with --dry-run judges its file alone, without a database. */
export const importVerb: Verb = {
  usage:
    'import residents|arrivals|elders --place CODE --file FILE [--sheet NAME] [--today DATE] [--dry-run] [--as ACCOUNT] [--json]',
  words: { zh: '导入名单', en: 'Imports a roster (.xlsx, .xls or .csv)' },
  async run(args) {
    const text = { type: 'string' } as const
    const { values, positionals } = readOptions(
      args,
      { place: text, file: text, sheet: text, today: text, as: text, 'dry-run': { type: 'boolean' } },
      ['place', 'file'],
      Object.keys(rosterKinds),
    )
    const [kind] = positionals as [RosterKind]
    const { place = '', file = '', sheet, today } = values
    if (!/^[0-9]{12}$/.test(place)) throw new WrongUsage('--place is the 12-digit code of a community')
    if (today !== undefined && !isDay(today)) throw new WrongUsage('--today is a day such as 2026-11-20')
    if (!existsSync(file)) throw problems.noRoster({})
    const task = { kind, place, path: resolve(file), sheet, today }
    if (values['dry-run']) return answer(await judgeAlone({ ...task, today: today ?? shanghaiDay(Date.now()) }))
    if (values.as === undefined) throw new WrongUsage('--as ACCOUNT is needed (or --dry-run)')
    return answer(await importAs(values.as, task))
  },
}

interface Task {
  readonly kind: RosterKind
  readonly place: string
  readonly path: string
  readonly sheet: string | undefined
  readonly today: string | undefined
}

const importAs = (login: string, { kind, place, path, sheet, today }: Task): Promise<ImportOutcome> =>
  withHouse(async ({ getActor, perform, tools }) => {
    const actor = await getActor(login)
    const served = people.find(({ endpoint }) => endpoint.name === endpoints[kind].name)
    if (!served) throw new Error('the verb is not served')
    say(`导入 ${rosterKinds[kind].zh} …`)
    const file = (await tools.uploads?.lend(actor.account, path)) ?? newId()
    const reply = await perform(served, actor, { id: newId(), place, file, ...(sheet === undefined ? {} : { sheet }) })
    return reply as ImportOutcome
  }, today)

function answer(outcome: ImportOutcome): Answer {
  const { rows, hidden_rows, accepted, rejected, duplicates, not_people, doubtful, warnings, vacant_dwellings, sheets, matched } =
    outcome
  const found = matched === undefined ? '' : `，其中已在册 ${matched}`
  return {
    // Null: the file alone was judged, so nobody was looked for.
    value: { ...outcome, matched: matched ?? null },
    lines: [
      `读了 ${rows} 行：收 ${accepted} 人${found}，没收 ${rejected.length} 行，重复 ${duplicates.length} 行，不是人的 ${not_people.length} 行；待核对 ${doubtful.length} 行，提醒 ${warnings.length} 条，空置 ${vacant_dwellings} 户`,
      ...(hidden_rows === 0 ? [] : [`其中 ${hidden_rows} 行在表里是隐藏的，也读了`]),
      ...sheets
        .filter(({ state }) => state === 'same-heads')
        .map(({ name }) => `工作表“${name}”表头一样，没有读：加 --sheet ${name} 再导`),
      ...rejected.map(rowSentence),
    ],
  }
}
