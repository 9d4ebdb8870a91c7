import type { Kind } from '@wangdi/domain/kinds/declared/kind-faults.ts'
import type { Served } from '../platform/serve.ts'
import { joinFiles } from './file/file-road.ts'
import { inbox, inboxCount, joinInbox } from './inbox/inbox.ts'
import { joinRecords } from './inbox/records.ts'
import { serveBelow } from './document/below/serve-below.ts'
import { joinCodes } from './document/paper-code.ts'
import { serveDocument } from './document/serve-document.ts'
import { serveImport } from './intake/serve-import.ts'
import { serveExport } from './paper/serve-export.ts'
import { serveRegister } from './register/serve-register.ts'
import { ofDoor } from './of-door.ts'
import { given } from './phone/given.ts'
import { choose } from './pointing/choose.ts'
import { joinKnown } from './pointing/known.ts'
import { serveRequest } from './request/serve-request.ts'
import { serveRound } from './round/serve-round.ts'
import { spread } from './spread.ts'

export { countKind, type CountedRecord, listCounted } from './count-kind.queries.ts'
export { addKindFiles } from './file/file-road.ts'
export { dropLooseFiles, insertFile } from './file/file.queries.ts'
export { isFirstAbove, joinWaiting, mostOfPart, type Asking, type Waits } from './inbox/joined.ts'
export { checkFolds, type FoldsChecked } from './folds/check.ts'
export { endOf } from './inbox/records.ts'
export { addSheetUpload } from './intake/sheet-upload.ts'
export { countRequestsOfDay, listRequestsOfDay } from './request/day.queries.ts'
export { beginRequest } from './request/begin.ts'
export { listFromAbove } from './document/below/given.queries.ts'
export { findPaperPlace } from './document/document.queries.ts'
export { tellPaperCode } from './document/paper-code.ts'
export { dropEnded } from './ended.queries.ts'
export { liesIn } from './lies-in.queries.ts'
export { placeNames } from './paper/export.queries.ts'
export { visitThing } from './register/serve-register.ts'
export { findThing } from './register/thing.queries.ts'
export { openPhones } from './request/seal-phones.ts'
export { openOnPhone } from './phone/open-on-phone.ts'

/** The verbs that speak of all kinds at once. */
export const kinds: readonly Served[] = [inbox, inboxCount, given, ofDoor, spread, choose]

/** All verbs of a kind, as they follow from its declaration; what waits in a request stands in the inbox of those who may see it. */
export function serveKind(kind: Kind): readonly Served[] {
  joinFiles(kind)
  if (kind.mechanism !== 'request') joinRecords(kind)
  joinKnown(kind)
  switch (kind.mechanism) {
    case 'request':
      joinInbox(kind)
      return [...serveRequest(kind), ...serveExport(kind)]
    case 'register':
      return [...serveRegister(kind), ...serveExport(kind), ...serveImport(kind)]
    case 'round':
      return [...serveRound(kind), ...serveExport(kind)]
    case 'document':
      joinCodes(kind)
      return [...serveDocument(kind), ...serveBelow(kind), ...serveExport(kind)]
  }
}
