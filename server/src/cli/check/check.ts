// `wangdi check folds`: whether what is stored of each record is what its acts give by themselves.
import { declared } from '@wangdi/domain/declared.ts'
import { checkFolds, type FoldsChecked } from '../../kinds/index.ts'
import { inTransaction, openDb } from '../../platform/db.ts'
import { readConfig } from '../../platform/config.ts'
import { makeLog } from '../../platform/log.ts'
import { openKeys } from '../../platform/secrets/keys.ts'
import { openDatabases } from '../../start/databases.ts'
import { readOptions, type Verb, WrongUsage } from '../verb.ts'

// Asked of the database itself, past row security: a head that nobody may see can have drifted too. Nothing that it says is told.
async function foldsOf(county: string): Promise<FoldsChecked> {
  const log = makeLog(process.env['WANGDI_LOG'] ?? 'warn')
  const config = readConfig(process.env)
  const { ownerUrl, stop } = await openDatabases(config, openKeys(config.data), log, { join: true })
  const owner = openDb(ownerUrl, log, 1)
  try {
    return await inTransaction(owner, { county, area: county, place: county, health: true }, (db) => checkFolds(db, declared))
  } finally {
    await owner.destroy()
    await stop()
  }
}

/** Compares the stored heads of a county with the folds of their acts; exit 1 where any differ. */
export const checkVerb: Verb = {
  usage: 'check folds --county CODE [--json]',
  words: {
    zh: '核对一个县各类记录存的状态和办理经过是否一致',
    en: 'Compare what is stored of the records of a county with their acts',
  },
  async run(args) {
    const { values } = readOptions(args, { county: { type: 'string' } }, ['county'], ['folds'])
    const { county = '' } = values
    if (!/^[0-9]{6}$/.test(county)) throw new WrongUsage('--county is the 6-digit code of a county')
    const { compared, undeclared, differ } = await foldsOf(county)
    const { requests, things, documents } = compared
    return {
      value: { county, compared, undeclared, differ },
      lines: [
        `核对了事项 ${requests}、登记 ${things}、文书 ${documents} · compared requests ${requests}, things ${things}, documents ${documents}`,
        ...(undeclared > 0
          ? [`不再使用的种类，没有核对：${undeclared} · of kinds no longer declared, not compared: ${undeclared}`]
          : []),
        ...differ.map(({ kind, id, columns }) => `${kind} ${id} ${columns.join(' ')}`),
        differ.length === 0 ? '都一致 · none differ' : `不一致：${differ.length} · differ: ${differ.length}`,
      ],
      ...(differ.length > 0 && { exit: 1 as const }),
    }
  },
}
