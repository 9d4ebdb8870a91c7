import { ageOn } from '@wangdi/domain/day.ts'
import { readNotices } from '@wangdi/domain/observation/notice/notice.api.ts'
import type { NoticeContact, Sheet } from '@wangdi/domain/observation/notice/sheet.ts'
import { releaseHolds } from '@wangdi/domain/observation/release/release.rules.ts'
import { maskDocumentNumber } from '@wangdi/domain/people/identity-number.ts'
import { maskPhone } from '@wangdi/domain/people/phone.ts'
import { shortName } from '@wangdi/domain/places/places.ts'
import { doorText } from '@wangdi/domain/places/door-plate.ts'
import type { CommunityCode, Day, Id } from '@wangdi/domain/schema.ts'
import { getPlaceWithAncestors } from '../../places/index.ts'
import { countyOf, type Db } from '../../platform/db.ts'
import { ofCommunity, serve } from '../../platform/serve.ts'
import type { FieldCipher } from '../../platform/secrets/fields.ts'
import { openDutyPhone } from '../../staff/index.ts'
import { listReleases } from '../release/release.queries.ts'
import { findOffice } from './office.queries.ts'
import { type KeptSheet, listDoctors, listDoorWorkers, listSheets } from './sheet.queries.ts'

async function namesOf(db: Db, communities: readonly CommunityCode[], today: Day): Promise<Map<CommunityCode, string[]>> {
  const names = new Map<CommunityCode, string[]>()
  for (const community of communities) {
    const { place, ancestors } = await getPlaceWithAncestors(db, community, today)
    names.set(
      community,
      [...ancestors.slice(-2), place].map(({ name }) => shortName(name)),
    )
  }
  return names
}

type Worker = { readonly name: string; readonly phone: string | null } | undefined

const contactsOf = (fields: FieldCipher, worker: Worker, doctor: Worker): NoticeContact[] =>
  (
    [
      ['grid-worker', worker],
      ['doctor', doctor],
    ] as const
  ).flatMap(([as, who]) => (who ? [{ as, name: who.name, phone: openDutyPhone(fields, who.phone) }] : []))

type Shown = Pick<Sheet, 'places' | 'contacts' | 'release' | 'office_phone' | 'care_phone'>

function sheetOf(kept: KeptSheet, fields: FieldCipher, today: Day, shown: Shown): Sheet {
  const { id, born, document_cipher, phone_cipher, door, dwelling, decided_at, end, with_them, ...rest } = kept
  const { name, sex, number, issuer, code, decided_by, basis, notice, day_zero, phases, last_day, delivered_on } = rest
  return {
    ...{ observation: id, name, sex, number, issuer, code, decided_by, basis, notice, day_zero, phases, last_day, delivered_on },
    ...shown,
    age: born === null ? null : ageOn(born, today),
    document: document_cipher === null ? null : maskDocumentNumber(fields.open('document', document_cipher)),
    phone: phone_cipher === null ? null : maskPhone(fields.open('phone', phone_cipher)),
    door: doorText(door),
    with_them: dwelling === null ? null : with_them,
    decided_at: decided_at.toISOString(),
    void: end?.reason === 'ordered-in-error',
    ended_on: end?.on ?? null,
    ended_for: end?.reason ?? null,
  }
}

/** The papers of people under observation: of the order, and of the release where there is one. */
export const sheetVerbs = [
  serve(readNotices, {
    about: ofCommunity,
    run: async ({ db, fields, input, today, note, saw }) => {
      const kept = await listSheets(db, input.place, input.observations, today)
      const { office } = await findOffice(db, countyOf(db))
      const communities = [...new Set(kept.map(({ community }) => community))]
      const names = await namesOf(db, communities, today)
      const releases = await listReleases(
        db,
        kept.map(({ id }) => id),
      )
      const doors = kept.flatMap(({ dwelling }): Id[] => (dwelling === null ? [] : [dwelling]))
      const workers = await listDoorWorkers(db, doors, today)
      const doctors = await listDoctors(db, communities)
      note({ sheets: String(kept.length) })
      saw(kept.map(({ person }) => person))
      return {
        sheets: kept.map((one) =>
          sheetOf(one, fields, today, {
            places: names.get(one.community) ?? [],
            // A release that holds no longer is no paper to hand out.
            release: releaseHolds(one.end) ? (releases.get(one.id) ?? null) : null,
            contacts: contactsOf(fields, workers.get(one.dwelling ?? ''), doctors.get(one.community)),
            office_phone: office?.phone ?? '',
            care_phone: office?.care_phone ?? '',
          }),
        ),
      }
    },
  }),
]
