// Writes the page of access: who may do which verb, how far, and why nobody else may.
import { writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { access } from '@wangdi/domain/access/access.ts'
import { pageOfAccess } from '@wangdi/domain/access/page.ts'
import { accessTold } from '../../server/test/must-not/access-told.ts'

writeFileSync(fileURLToPath(new URL('../../docs/access.md', import.meta.url)), pageOfAccess(access, accessTold()))
console.log(`${Object.keys(access).length} verbs`)
