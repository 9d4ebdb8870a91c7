import { type LookUpPlaces, placesNotListed } from '../own/places.ts'
import type { Finding } from '../answer.ts'
import { compilePacks, subjectOf } from '../packs.ts'
import { sayFailed } from '../pack/cases/case-words.ts'
import { type CaseResult, runCase, unreached } from '../pack/cases/cases.ts'
import { edgesWithoutCase, sayEdges, sayUnreached } from '../pack/coverage.ts'
import type { LineOf } from '../pack/located.ts'
import type { Pack } from '../pack/schema.ts'
import { readDraftText } from './text.ts'
import { checkTogether } from '../pack/together.ts'

/** The two texts an editor works on. */
export interface DraftTexts {
  body: string
  cases: string
}

/** What a draft comes to: the pack when its form is right, everything that is wrong, and each case with its line. */
export interface CheckedDraft {
  pack?: Pack
  /** Where rules and keys stand in the text of the pack. */
  lineOf?: LineOf | undefined
  /** What must be mended before it is submitted. */
  findings: readonly Finding[]
  /** In what it restricts more than wider rules: whoever publishes it anyway does so by name, and says on what ground. */
  beyond: readonly Finding[]
  /** Words whose English is missing: it may follow until publishing. */
  english: readonly Finding[]
  /** What would make it better: rules and dates that no case tries. */
  advice: readonly Finding[]
  cases: readonly (CaseResult & { line: number | undefined })[]
}

/** The names that findings carry: in which of the two texts something stands. */
export const draftFiles = { body: 'pack.yaml', cases: 'cases.yaml' } as const

const isBeyond = ({ code }: Finding) => code === 'local.restricts-more'

/**
 * Checks a draft beside the other packs of the library: its form, facts, dates and sources, its cases, ids used elsewhere, and
 * what it restricts beyond what wider rules allow (层层加码). `others` are the newest versions of all packs; places are looked up
 * where a list of them is at hand.
 */
export function checkDraft(texts: DraftTexts, others: readonly Pack[], lookUp?: LookUpPlaces): CheckedDraft {
  const read = readDraftText({
    ...{ file: draftFiles.body, text: texts.body },
    ...{ cases_file: draftFiles.cases, cases: texts.cases },
  })
  const { pack, lineOf } = read
  const { english } = read
  if (!pack) return { findings: read.findings, beyond: [], english, advice: [], cases: [] }
  const beside = others.filter(({ id }) => id !== pack.id)
  const packs = compilePacks([...beside, pack])
  const cases = read.cases.map((asked, nth) => ({ ...runCase(packs, asked, subjectOf(pack)), line: read.caseLines[nth] }))
  const failed = cases
    .filter(({ differences }) => differences.length > 0)
    .map(({ name, differences, line }): Finding => {
      const text = sayFailed(name, differences)
      return { file: draftFiles.cases, code: 'case.failed', text, ...(line !== undefined && { line }) }
    })
  // The draft stands last, so that an id used twice is told of the draft.
  const own = { file: draftFiles.body, pack, lineOf }
  const together = checkTogether([...beside.map((other) => ({ file: other.id, pack: other })), own], [own]).filter(
    ({ file }) => file === draftFiles.body,
  )
  const bare = sayUnreached(own, unreached(pack, cases))
  const edges = sayEdges(draftFiles.cases, edgesWithoutCase(pack, read.cases))
  const [beyond, wrong] = [together.filter(isBeyond), together.filter((each) => !isBeyond(each))]
  const unlisted = lookUp ? placesNotListed(own, lookUp) : []
  return {
    pack,
    lineOf,
    findings: [...read.findings, ...unlisted, ...failed, ...wrong],
    beyond,
    english,
    advice: [...bare, ...edges],
    cases,
  }
}
