import { problems as common, refuse } from '@wangdi/domain/problem.ts'
import {
  dropOrderDraft,
  listOrderDrafts,
  publishOrder,
  readOrderChoices,
  saveOrderDraft,
} from '@wangdi/domain/regimes/orders/orders.api.ts'
import type { OrderContent } from '@wangdi/domain/regimes/orders/control-order.ts'
import { problems } from '@wangdi/domain/regimes/orders/orders.problems.ts'
import { isAtSpot, needsServicePlan, whyNotPublished } from '@wangdi/domain/regimes/orders/publish.rules.ts'
import type { Id, PlaceCode } from '@wangdi/domain/schema.ts'
import { getPlaceWithAncestors } from '../../places/index.ts'
import type { Db } from '../../platform/db.ts'
import { serve } from '../../platform/serve.ts'
import { dropDraft, findDraft, holdPart, labelOf, listDrafts, listParts, saveDraft } from './draft.queries.ts'
import { choicesOn, limitsOn } from './limits.ts'
import { saveOrder } from './order.queries.ts'

const placeOfDraft = async (db: Db, { id }: { id: Id }) => {
  const draft = await findDraft(db, id)
  if (!draft) throw common.notFound({})
  return { place: draft.place }
}

/** The place as the notice will name it; empty while the draft does not say it yet, refused where there is no such part. */
async function nameOf(db: Db, place: PlaceCode, { at, kind, spot }: OrderContent, today: string): Promise<string> {
  if (at.scope === 'community') {
    const { place: community } = await getPlaceWithAncestors(db, place, today)
    return isAtSpot(kind) ? `${community.name} ${spot}`.trim() : community.name
  }
  if (at.scope === 'village-group' ? !at.group : !at.building || (at.scope === 'unit' && !at.unit)) return ''
  await holdPart(db, at)
  const label = labelOf(await listParts(db, place), at)
  if (label === undefined) throw problems.notThere({})
  return label
}

/** Orders while they are written: what the plan allows, drafts, and their publication by an authority. */
export const draftVerbs = [
  serve(readOrderChoices, {
    run: async ({ db, input, today }) => {
      const day = input.on ?? today
      const parts = await listParts(db, input.place)
      return { place: input.place, day, ...(await choicesOn(db, input.place, day)), ...parts }
    },
  }),

  serve(saveOrderDraft, {
    run: async ({ db, actor, input, at, today, note }) => {
      const { id, place, version, content } = input
      const label = await nameOf(db, place, content, today)
      const kept = await saveDraft(db, { id, place, content, label, version, by_account: actor.account, at })
      if (kept === undefined) {
        const other = await findDraft(db, id)
        throw other ? common.moved({ by: other.by, at: other.at, version: other.version }) : common.notFound({})
      }
      note({ draft: id })
      return { id, version: kept }
    },
  }),

  serve(dropOrderDraft, {
    about: placeOfDraft,
    run: async ({ db, input, note }) => {
      await dropDraft(db, input.id)
      note({ draft: input.id })
      return { id: input.id }
    },
  }),

  serve(listOrderDrafts, {
    run: async ({ db, input }) => ({ drafts: await listDrafts(db, input.place) }),
  }),

  serve(publishOrder, {
    about: placeOfDraft,
    run: async ({ db, actor, input, at, today, note }) => {
      const draft = await findDraft(db, input.id)
      if (!draft) throw common.notFound({})
      if (draft.version !== input.version) throw common.moved({ by: draft.by, at: draft.at, version: draft.version })
      const { content, place, label } = draft
      const limits = await limitsOn(db, place, content.from, { ...content, acts: [] })
      refuse(whyNotPublished(content, limits, today))
      const { approval, service_plan, spot: _, ...said } = content
      const made = await saveOrder(db, {
        ...said,
        id: draft.id,
        place,
        label,
        authority: actor.place,
        issuer: said.issuer.trim(),
        number: said.number.trim(),
        service_plan: needsServicePlan(content.kind) ? service_plan : null,
        beyond: limits.length > 0 ? { ...approval, limits } : null,
        drafted_by: draft.drafted_by,
        published_by: actor.account,
        published_at: at,
      })
      if (!made) throw problems.numberTaken({ number: content.number })
      await dropDraft(db, draft.id)
      note({ order: draft.id })
      return { id: draft.id }
    },
  }),
]
