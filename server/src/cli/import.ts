import { existsSync } from 'node:fs'
import { resolve } from 'node:path'
import { importArrivals, importElders, importResidents, type ImportOutcome } from '@wangdi/domain/people/import.api.ts'
import { problems } from '@wangdi/domain/people/people.problems.ts'
import { type RosterField, rosterFields, type RosterKind, rosterKinds } from '@wangdi/domain/people/roster/fields.ts'
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
    'import residents|arrivals|elders --place CODE --file FILE [--sheet NAME] [--head-row N] [--columns name=A,phone=C] [--today DATE] [--dry-run] [--as ACCOUNT] [--json]',
  words: { zh: '导入名单', en: 'Imports a roster (.xlsx, .xls or .csv)' },
  async run(args) {
    const text = { type: 'string' } as const
    const { values, positionals } = readOptions(
      args,
      {
        place: text,
        file: text,
        sheet: text,
        'head-row': text,
        columns: text,
        today: text,
        as: text,
        'dry-run': { type: 'boolean' },
      },
      ['place', 'file'],
      Object.keys(rosterKinds),
    )
    const [kind] = positionals as [RosterKind]
    const { place = '', file = '', sheet, today } = values
    if (!/^[0-9]{12}$/.test(place)) throw new WrongUsage('--place is the 12-digit code of a community')
    if (today !== undefined && !isDay(today)) throw new WrongUsage('--today is a day such as 2026-11-20')
    if (!existsSync(file)) throw problems.noRoster({})
    const task = { kind, place, path: resolve(file), sheet, today, ...mappingOf(values['head-row'], values.columns) }
    if (values['dry-run']) return answer(await judgeAlone({ ...task, today: today ?? shanghaiDay(Date.now()) }))
    if (values.as === undefined) throw new WrongUsage('--as ACCOUNT is needed (or --dry-run)')
    return answer(await importAs(values.as, task))
  },
}

// --head-row 0: there is no head line. Columns by their letters, fields by the names of domain/src/people/roster/fields.ts.
function mappingOf(headRow: string | undefined, said: string | undefined): Pick<Task, 'headRow' | 'columns'> {
  if (headRow !== undefined && !/^[0-9]{1,4}$/.test(headRow))
    throw new WrongUsage('--head-row is the number of a line, 0 for none')
  const columns = said?.split(',').map((one) => {
    const [, field = '', letters = ''] = /^([a-zA-Z]+)=([A-Z]{1,2})$/.exec(one.trim()) ?? []
    if (!(field in rosterFields)) throw new WrongUsage(`--columns names fields: ${Object.keys(rosterFields).join(' ')}`)
    const column = [...letters].reduce((sum, letter) => sum * 26 + (letter.codePointAt(0) ?? 0) - 64, 0) - 1
    return { column, field: field as RosterField }
  })
  return { ...(headRow === undefined ? {} : { headRow: Number(headRow) }), ...(columns ? { columns } : {}) }
}

interface Task {
  readonly kind: RosterKind
  readonly place: string
  readonly path: string
  readonly sheet: string | undefined
  readonly today: string | undefined
  readonly headRow?: number
  readonly columns?: { column: number; field: RosterField }[]
}

const importAs = (login: string, { kind, place, path, sheet, today, headRow, columns }: Task): Promise<ImportOutcome> =>
  withHouse(async ({ getActor, perform, tools }) => {
    const actor = await getActor(login)
    const served = people.find(({ endpoint }) => endpoint.name === endpoints[kind].name)
    if (!served) throw new Error('the verb is not served')
    say(`导入 ${rosterKinds[kind].zh} …`)
    const file = (await tools.uploads?.lend(actor.account, path)) ?? newId()
    const reply = await perform(served, actor, {
      id: newId(),
      place,
      file,
      ...(sheet === undefined ? {} : { sheet }),
      ...(headRow === undefined ? {} : { head_row: headRow }),
      ...(columns === undefined ? {} : { columns }),
    })
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
      `读了 ${rows} 行：收 ${accepted} 人${found}，没收下 ${rejected.length} 行，重复 ${duplicates.length} 行，不是人的 ${not_people.length} 行；待核对 ${doubtful.length} 行，提醒 ${warnings.length} 条，空置 ${vacant_dwellings} 户`,
      ...(hidden_rows === 0 ? [] : [`其中 ${hidden_rows} 行在表里是隐藏的，也读了`]),
      ...sheets
        .filter(({ state }) => state === 'same-heads')
        .map(({ name }) => `工作表“${name}”表头一样，没有读：加 --sheet ${name} 再导`),
      ...(rows > 0
        ? []
        : sheets.flatMap(({ name, state }) => (state === 'only-heads' ? [`工作表“${name}”只有表头，下面没有人`] : []))),
      ...rejected.map(rowSentence),
    ],
  }
}
