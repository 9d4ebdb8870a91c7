import Type from 'typebox'
import { command, query } from '../../endpoint.ts'
import { CommunityCode, Id, Listing, Page, PlaceCode, Text } from '../../schema.ts'
import { CertificateRefusal, RefusedCertificate, ResidenceProof } from './certificate.ts'

/** Issues a numbered proof of residence for somebody who lives here. */
export const issueResidenceProof = command({
  name: 'rights.issue-residence-proof',
  at: 'POST /rights/residence-proofs',
  words: { zh: '开居住证明', en: 'Issue a proof of residence' },
  input: Type.Object({ id: Id, person: Id, asked_by: Text(60, 1) }),
  reply: Type.Object({ id: Id, number: Type.String() }),
})

/** Proofs of residence of a community, newest first, names covered, each with the way to whose it is. */
export const listResidenceProofs = query({
  name: 'rights.residence-proofs',
  at: 'GET /rights/residence-proofs',
  words: { zh: '看居住证明', en: 'List proofs of residence' },
  input: Type.Object({ place: PlaceCode, ...Page.properties }),
  reply: Listing(Type.Object({ ...ResidenceProof.properties, person: Id })),
})

/** One proof with the whole name, to be printed; who looked stays on record. */
export const readResidenceProof = query({
  name: 'rights.residence-proof',
  at: 'GET /rights/residence-proofs/:id',
  words: { zh: '打印居住证明', en: 'Print a proof of residence' },
  input: Type.Object({ id: Id }),
  reply: Type.Object({ ...ResidenceProof.properties, place_name: Type.String() }),
})

/** Refuses any other certificate and writes down which body asked for it; the answer comes back to be handed over. */
export const refuseCertificate = command({
  name: 'rights.refuse-certificate',
  at: 'POST /rights/refused-certificates',
  words: { zh: '登记不开的证明', en: 'Refuse a certificate' },
  input: Type.Object({
    id: Id,
    place: CommunityCode,
    certificate: RefusedCertificate,
    wording: Text(60),
    asked_by: Text(60, 1),
  }),
  reply: Type.Object({ id: Id, answer: Type.Object({ zh: Type.String(), en: Type.String() }) }),
})

/** Demands that were refused at a place and below, newest first, with how often each body and each certificate came. */
export const listRefusedCertificates = query({
  name: 'rights.refused-certificates',
  at: 'GET /rights/refused-certificates',
  words: { zh: '看被拒的证明', en: 'List refused certificates' },
  input: Type.Object({ place: PlaceCode, ...Page.properties }),
  reply: Type.Object({
    ...Listing(CertificateRefusal).properties,
    by_body: Type.Array(Type.Object({ asked_by: Type.String(), times: Type.Integer(), communities: Type.Integer() })),
    by_certificate: Type.Array(Type.Object({ certificate: RefusedCertificate, times: Type.Integer() })),
  }),
})
