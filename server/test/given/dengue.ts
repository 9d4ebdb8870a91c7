// The made-up notice on dengue that the tests of policy keep, published whole by two persons.
import { readFileSync } from 'node:fs'
import { publishDraft, readDraft, saveDraft, submitDraft } from '@wangdi/domain/documents/packs.api.ts'
import { v7 as newId } from 'uuid'
import type { House } from '../house.ts'

const textOf = (name: string) => readFileSync(new URL(`../../../policy/test/dengue/${name}`, import.meta.url), 'utf8')

/** Publishes the notice on dengue for the whole country from a day on, which lies after today. */
export const publishDengue = (house: House, from: string): Promise<void> =>
  publishNotice(house, from, { pack: 'dengue-2026', body: textOf('pack.yaml'), cases: textOf('cases.yaml') })

/** Publishes a notice for the whole country from a day on, which lies after today. */
export async function publishNotice(
  house: House,
  from: string,
  texts: { readonly pack: string; readonly body: string; readonly cases: string },
): Promise<void> {
  const [first, second] = [await house.as('policy-editor', '', '方圆'), await house.as('policy-editor', '', '高远')]
  const id = newId()
  await first.call(saveDraft, { id, place: '', edition: 0, ...texts })
  const { findings } = await first.call(readDraft, { id })
  if (findings.length > 0) throw new Error(findings.map(({ text }) => text.en).join('; '))
  const { edition } = await first.call(submitDraft, { id, edition: 1 })
  await second.call(publishDraft, { id, edition, from })
}
