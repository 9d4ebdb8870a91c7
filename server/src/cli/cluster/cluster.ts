// `wangdi cluster prepare`: the rows of each county on one node of a Citus cluster.
import { clusterProblems, findCluster, type LaidOut, prepareCluster, type Preparation } from '../../platform/cluster/prepare.ts'
import { readConfig } from '../../platform/config.ts'
import { makeLog } from '../../platform/log.ts'
import { openKeys } from '../../platform/secrets/keys.ts'
import { openDatabases } from '../../start/databases.ts'
import { readOptions, say, type Verb } from '../verb.ts'

const homes = {
  county: { zh: '按县分布', en: 'by county' },
  everywhere: { zh: '每个节点一份', en: 'on every node' },
  coordinator: { zh: '留在协调节点', en: 'on the coordinator' },
} as const

async function prepare(dryRun: boolean): Promise<Preparation> {
  const config = readConfig(process.env)
  const { databaseUrl } = config
  if (databaseUrl === undefined) throw clusterProblems.noDatabase({})
  await findCluster(databaseUrl)
  if (!dryRun) {
    // The tables and the logins of this version first: what is new among them is laid out, too.
    const log = makeLog(process.env['WANGDI_LOG'] ?? 'warn')
    await (await openDatabases(config, openKeys(config.data), log)).stop()
  }
  return prepareCluster(databaseUrl, { dryRun, say })
}

const lineOf = ({ table, home, column, done, rows }: LaidOut, dryRun: boolean) =>
  [
    table.padEnd(24),
    `${homes[home].zh} ${homes[home].en}${column === null || column === 'county' ? '' : ` (${column})`}`,
    done === 'was-there' ? '' : `${dryRun ? '待办 to do' : '办好 done'}，${rows} 行 rows`,
  ]
    .join('  ')
    .trimEnd()

/** Distributes an empty or a filled database by county, or says what there is left to do; run again after each upgrade. */
export const clusterVerb: Verb = {
  usage: 'cluster prepare [--dry-run] [--json]',
  words: { zh: '把数据库按县分布到集群各节点', en: 'Lay the database out over the nodes of a cluster, by county' },
  async run(args) {
    const { values } = readOptions(args, { 'dry-run': { type: 'boolean' } }, [], ['prepare'])
    const dryRun = values['dry-run'] === true
    const prepared = await prepare(dryRun)
    const { version, workers, changed, tables } = prepared
    return {
      value: { dry_run: dryRun, ...prepared },
      lines: [
        `Citus ${version}，${workers.length} 个工作节点 workers: ${workers.join(' ')}`,
        ...tables.map((table) => lineOf(table, dryRun)),
        changed === 0 ? '都已分布好 · nothing left to do' : `${changed} 张表 tables ${dryRun ? '待分布 to do' : '已分布 done'}`,
      ],
    }
  },
}
