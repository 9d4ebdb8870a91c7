import type { Finding } from '@wangdi/policy/engine/answer.ts'
import type { Packs } from '@wangdi/policy/engine/packs.ts'
import { getPacks, packsAtHand, type ReadPacks } from '../platform/packs.ts'
import { say } from './verb.ts'

const folderOf = ({ file }: Finding) => file.slice(0, file.indexOf('/'))

/** What keeps packs out of every answer: one line for each fault of a pack that did not load, with pack, file and line. */
export function linesOfLeftOut({ faults, withCases }: Pick<ReadPacks, 'faults' | 'withCases'>): string[] {
  const loaded = new Set(withCases.map(({ file }) => file))
  return faults
    .filter((finding) => finding.file === `${folderOf(finding)}/pack.yaml` && !loaded.has(finding.file))
    .map((finding) => {
      const where = `policy/packs/${finding.file}${finding.line === undefined ? '' : `:${finding.line}`}`
      const name = folderOf(finding)
      return `${name} 有错，没有用上 · ${name} has a fault and is left out: ${where} ${finding.text.zh} · ${finding.text.en}`
    })
}

/**
 * The packs that questions are asked of: those that come with the system, or those that were published in the database. What was left out is
 * said on standard error, so that nobody takes the answer for whole.
 */
export async function packsToAsk(published = false): Promise<Packs> {
  if (published) {
    const { withHouse } = await import('./open-house.ts')
    return withHouse(({ tools }) => Promise.resolve(tools.packs.now()))
  }
  const packs = getPacks()
  for (const line of linesOfLeftOut(packsAtHand())) say(line)
  return packs
}
