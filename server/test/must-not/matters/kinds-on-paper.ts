import { county, each, matter, office, type Matter } from './matter.ts'

/** What of the lists of kinds leaves the house, and what comes in from sheets. */
export const kindsOnPaper: readonly Matter[] = [
  matter(
    'who cannot go out leaves the house on a list of the community that answers for them alone: no street, no helper, no door',
    'requests.errand.export',
    each('area', 'desk', 'director'),
  ),
  matter(
    'lists of affairs and of firms leave with those who work on them',
    'requests.affair.export requests.business.export',
    each('area', 'desk', 'director', 'street'),
  ),
  matter(
    'who calls, who is looked down on and who quarrels leaves with the director alone, who answers for it (PIPL article 51)',
    'requests.call.export requests.discrimination.export requests.mediation.export',
    each('area', 'director'),
  ),
  matter(
    'problems of communities leave with those who raise and solve them',
    'requests.problem.export',
    each('area', 'desk', 'director', 'street', ...county),
  ),
  matter(
    'what names nobody leaves with those who see it',
    `requests.line.export rounds.facility.export rounds.test-point.export rounds.weak-point.export
      rounds.disinfection.export rounds.self-check.export rounds.patrol.export rounds.mend.export rounds.elder-check.export
      rounds.elder-guide.export`,
    each('area', 'desk', 'director', 'clinic', 'street', ...county),
  ),
  matter(
    'the guide leaves with those who read it',
    'requests.guide.export',
    each('area', 'desk', 'director', 'street', ...county),
  ),
  matter(
    'sheets of lines are brought in by those who answer',
    'requests.line.preview-import requests.line.import',
    each('area', 'desk', 'director', 'clinic'),
  ),
  matter(
    'sheets of places and of affairs are brought in where each is written down as well',
    `requests.guide.preview-import requests.guide.import rounds.facility.preview-import rounds.facility.import
      rounds.test-point.preview-import rounds.test-point.import rounds.weak-point.preview-import rounds.weak-point.import`,
    each('area', 'desk', 'director', 'street'),
  ),
  matter(
    'who leads a team, and who signed for waste, leaves with those who see it',
    'rounds.elder-site.export rounds.waste.export',
    each('area', 'desk', 'director', 'clinic', 'street', ...county),
  ),
  matter(
    'what a community handed over to departments leaves with who answers for the letter',
    'rounds.department-letter.export',
    each('area', 'director', 'street'),
  ),
  matter(
    'sheets of elder-care sites are brought in where each is written down as well',
    'rounds.elder-site.preview-import rounds.elder-site.import',
    each('area', 'desk', 'director', 'clinic'),
  ),
  matter(
    'psychological services and campaigns name nobody and leave with those who see them',
    'requests.counsellor.export rounds.campaign.export',
    each('area', 'desk', 'director', 'clinic', 'street', ...county),
  ),
  matter(
    'shops with their phones, members of committees and tasks of organisations leave with those who keep them',
    'requests.shop.export rounds.committee.export rounds.cleanup.export',
    each('area', 'desk', 'director', 'street'),
  ),
  matter(
    'those who stay for the festival leave, with their phones, with those who see them',
    'requests.stayer.export',
    each('area', 'desk', 'director', 'street'),
  ),
  matter(
    'a sheet of those who stay is brought in where they live',
    'requests.stayer.preview-import requests.stayer.import',
    each('area', 'desk', 'director'),
  ),
  matter(
    'which building is talked to leaves with the director alone, who answers for it (R-LAW-21)',
    'requests.talk.export',
    each('area', 'director'),
  ),
  matter(
    'which places were asked to close leaves with director and street',
    'rounds.suspension.export',
    each('area', 'director', 'street'),
  ),
  matter(
    'units with whom to call there leave with those who keep the list of them, and come in there from sheets',
    'rounds.unit.export rounds.unit.preview-import rounds.unit.import',
    each('area', ...office, 'street'),
  ),
  matter(
    'sheets of psychological services are brought in by those who keep them',
    'requests.counsellor.preview-import requests.counsellor.import',
    each('area', 'desk', 'director', 'clinic'),
  ),
  matter(
    'sheets of shops, campaigns and committees are brought in where each is written down as well',
    `requests.shop.preview-import requests.shop.import rounds.campaign.preview-import rounds.campaign.import
      rounds.committee.preview-import rounds.committee.import`,
    each('area', 'desk', 'director', 'street'),
  ),
]
