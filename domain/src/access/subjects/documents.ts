import { declaredAccess } from '../../documents/declared.ts'
import { community, levels, everyone, policyEditors } from '../families.ts'
import type { Rows } from '../reach.ts'

/** Who may read the policy library and write packs: an editor writes, another publishes. */
export const documents: Rows = {
  // policy packs; an editor writes, another publishes, every member of staff may read what holds where they work
  'documents.packs': everyone('above'),
  'documents.pack': everyone('above'),
  'documents.list': everyone('above'),
  'documents.get': everyone('above'),
  'documents.enter': { ...policyEditors, ...levels('figures') },
  'documents.replace': { ...policyEditors, ...levels('figures') },
  'documents.confirm-receipt': { ...community('figures'), ...levels('figures') },
  'documents.state-task': community('area'),
  'documents.reached': { ...policyEditors, ...levels('figures') },
  'documents.library': policyEditors,
  'documents.save-draft': policyEditors,
  'documents.drafts': policyEditors,
  'documents.draft': policyEditors,
  'documents.submit-draft': policyEditors,
  'documents.return-draft': policyEditors,
  'documents.publish-draft': policyEditors,
  ...declaredAccess,
}
