import { problems as common, refuse } from '@wangdi/domain/problem.ts'
import {
  issueResidenceProof,
  listRefusedCertificates,
  listResidenceProofs,
  readResidenceProof,
  refuseCertificate,
} from '@wangdi/domain/rights/certificates/certificates.api.ts'
import { standardAnswer, whyNotProof, whyNotRefused } from '@wangdi/domain/rights/certificates/certificate.rules.ts'
import { problems } from '@wangdi/domain/rights/certificates/certificates.problems.ts'
import type { Id } from '@wangdi/domain/schema.ts'
import { getPlaceWithAncestors } from '../../places/index.ts'
import type { Db } from '../../platform/db.ts'
import { serve } from '../../platform/serve.ts'
import {
  findProof,
  findResident,
  holdResident,
  listProofs,
  listRefusals,
  saveProof,
  saveRefusal,
} from './certificates.queries.ts'

async function getResident(db: Db, person: Id) {
  const found = await findResident(db, person)
  if (!found) throw common.notFound({})
  return found
}

async function getProof(db: Db, id: Id) {
  const found = await findProof(db, id)
  if (!found) throw common.notFound({})
  return found
}

/** The desk of certificates: the proof of residence, and the refusal of every other (2020P 保障二). */
export const certificateVerbs = [
  serve(issueResidenceProof, {
    about: async (db, { person }) => ({ place: (await getResident(db, person)).community }),
    run: async ({ db, actor, input, at, today, note }) => {
      const { id, person, asked_by } = input
      const { county, community, name, door, dwelling, left_on } = await getResident(db, person)
      refuse(whyNotProof({ left_on, dwelling }, today))
      if (dwelling === null) throw problems.noDoor({})
      if (!(await holdResident(db, person, dwelling))) throw common.notFound({})
      const year = Number(today.slice(0, 4))
      const lives = { county, community, name, door, dwelling }
      const number = await saveProof(db, { ...lives, id, person, year, asked_by: asked_by.trim(), by_account: actor.account, at })
      note({ proof: id, person })
      return { id, number }
    },
  }),

  serve(listResidenceProofs, {
    run: async ({ db, input: { place, page = 0, size = 50 }, saw }) => {
      const found = await listProofs(db, place, page, size)
      saw(found.rows.map(({ person }) => person))
      return found
    },
  }),

  serve(readResidenceProof, {
    about: async (db, { id }) => ({ place: (await getProof(db, id)).proof.community }),
    run: async ({ db, input, today, note, saw }) => {
      const { proof, person } = await getProof(db, input.id)
      const { place } = await getPlaceWithAncestors(db, proof.community, today)
      note({ proof: input.id })
      saw([person])
      return { ...proof, place_name: place.name }
    },
  }),

  serve(refuseCertificate, {
    run: async ({ db, actor, input, at, note }) => {
      const { id, place, certificate, asked_by } = input
      const wording = certificate === 'other' ? input.wording.trim() : ''
      refuse(whyNotRefused(certificate, wording))
      await saveRefusal(db, { id, place, certificate, wording, asked_by: asked_by.trim(), by_account: actor.account, at })
      note({ refusal: id })
      return { id, answer: standardAnswer(certificate, wording) }
    },
  }),

  serve(listRefusedCertificates, {
    run: ({ db, input: { place, page = 0, size = 50 } }) => listRefusals(db, place, page, size),
  }),
]
