// npm run test:long [-- NUMBER]: a hundred thousand records over all kinds, right and wrong, sent to a running house over HTTP; it takes
// the better part of an hour. The same test is part of `npm test` with as many as there is time for.
import { ensureInstalled, fail, nodeProgram, run } from '../../../tools/install.mjs'

const records = process.argv[2] ?? '100000'
if (!/^[1-9]\d{0,6}$/.test(records)) fail(`${records} is no number of records`)
await ensureInstalled()
const args = ['--disable-warning=ExperimentalWarning', 'node_modules/vitest/vitest.mjs', 'run', '--project', 'server']
process.exitCode = await run(nodeProgram(), [...args, 'server/test/kinds/fuzz.test.ts'], { WANGDI_FUZZ: records })
