import { county, each, matter, type Matter } from './matter.ts'

/** What is asked for and given out, kind by kind. */
export const kinds: readonly Matter[] = [
  matter(
    'what waits for an office is that office’s to see; whoever goes to doors, and all above the county, have no inbox of it',
    'kinds.inbox',
    each('area', 'desk', 'director', 'street', ...county),
  ),
  matter(
    'who cannot go out is known to the community and its street; a helper sees what was given and never why (requirements 2020A-17)',
    'requests.errand.see requests.errand.get',
    { door: 'grid', ...each('area', 'desk', 'director', 'street') },
  ),
  matter('an errand is taken down where people live', 'requests.errand.take', {
    door: 'grid',
    ...each('area', 'desk', 'director'),
  }),
  matter(
    'errands are given out by the community that answers for them',
    'requests.errand.give requests.errand.take-back requests.errand.hand-on requests.errand.confirm',
    each('area', 'desk', 'director'),
  ),
  matter('whoever was given an errand sees it alone', 'requests.errand.mine', each('given', 'helpers', 'door')),
  matter(
    'whoever was given an errand tells what became of it, the desk for those without a phone',
    'requests.errand.done requests.errand.not-done',
    { ...each('given', 'helpers', 'door'), ...each('area', 'desk', 'director') },
  ),
]
