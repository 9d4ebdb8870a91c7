import { belowCity, county, each, matter, type Matter, office, withoutPeople } from './matter.ts'

/** What is asked for and given out, kind by kind. */
export const kinds: readonly Matter[] = [
  matter(
    'what waits for an office is that office’s to see; whoever is given errands at doors has another list, and above the county nobody’s name is in it',
    'kinds.inbox kinds.count-inbox',
    { ...each('area', ...belowCity, 'clinic'), ...withoutPeople, ...each('figures', 'editors') },
  ),
  matter(
    'how far communities are is looked at from above them, without names',
    'kinds.spread',
    each('area', 'street', ...county),
  ),
  matter(
    'what is on record is chosen for another record by those who fill it in, of kinds whose list they see; never by who goes to doors',
    'kinds.choose',
    each('area', 'desk', 'director', 'clinic', 'street', ...county),
  ),
  matter(
    'what concerns a door is known to those who see it kind by kind: where people live, and at their street; never to a helper',
    'kinds.of-door',
    { door: 'grid', ...each('area', 'desk', 'director', 'clinic', 'street') },
  ),
  matter(
    'who cannot go out is known to the community and its street; a helper sees what was given and never why (requirements 2020A-17)',
    'requests.errand.see requests.errand.get',
    { door: 'grid', ...each('area', 'desk', 'director', 'street') },
  ),
  matter(
    'who stays at home by an order is known to desk and clinic; a named person at the desk decides what is brought',
    'requests.proposed-errands',
    each('area', 'desk', 'director', 'clinic'),
  ),
  matter('whether an errand is wanted is asked at the desk', 'requests.decide-errand', each('area', 'desk', 'director')),
  matter('an errand is taken down where people live', 'requests.errand.take', {
    door: 'grid',
    ...each('area', 'desk', 'director'),
  }),
  matter(
    'errands are given out by the community that answers for them',
    'requests.errand.give requests.errand.take-back requests.errand.hand-on requests.errand.confirm',
    each('area', 'desk', 'director'),
  ),
  matter(
    'duties of the four parties are set where they are answered for',
    `documents.party-duty.add documents.party-duty.change documents.party-duty.sign documents.party-duty.end
      documents.party-duty.preview-import documents.party-duty.import`,
    each('area', 'director', 'street', ...county),
  ),
  matter(
    'what a place answers for is known to those who work there and to offices of its county; above that, figures alone',
    'documents.party-duty.see documents.party-duty.get',
    each('area', ...belowCity, 'door', 'clinic'),
  ),
  matter(
    'a list of who answers for what leaves with those who set it and their desk',
    'documents.party-duty.export',
    each('area', 'desk', 'director', 'street', ...county),
  ),
  matter(
    'contingency plans belong to offices; above the county without names',
    'documents.contingency.see documents.contingency.get',
    { ...each('area', ...belowCity), ...each('figures', 'above', 'nation') },
  ),
  matter(
    'what those above give out is read in the communities it is for, and at the street',
    'documents.contingency.from-above',
    each('area', ...office, 'street'),
  ),
  matter('a community says itself that it received it', 'documents.contingency.acknowledge', each('area', 'desk', 'director')),
  matter(
    'who of those below received it is seen by who gave it out',
    'documents.contingency.receivers',
    each('area', 'street', ...county),
  ),
  matter('how the places below stand with their plans is for levels', 'documents.contingency.standing', {
    ...each('area', 'street', ...county),
    ...each('figures', 'above', 'nation'),
  }),
  matter(
    'a contingency plan is written where it is carried out',
    'documents.contingency.save',
    each('area', 'desk', 'director', 'street', ...county),
  ),
  matter(
    'a plan is approved, and withdrawn, by who answers for it',
    'documents.contingency.approve documents.contingency.withdraw',
    each('area', 'director', 'street', ...county),
  ),
  matter(
    'a list of plans leaves with the offices of the county that read them',
    'documents.contingency.export',
    each('area', ...belowCity),
  ),
  matter('whoever was given an errand sees it alone', 'requests.errand.mine kinds.given', each('given', 'helpers', 'door')),
  matter(
    'whoever was given an errand tells what became of it, the desk for those without a phone',
    'requests.errand.done requests.errand.not-done',
    { ...each('given', 'helpers', 'door'), ...each('area', 'desk', 'director') },
  ),
  matter(
    'government affairs and the needs of firms are taken in by the community and done there or at the street',
    `requests.affair.see requests.affair.get requests.affair.give requests.affair.take-back requests.affair.hand-on
      requests.affair.done requests.affair.not-done requests.business.see requests.business.get requests.business.give
      requests.business.take-back requests.business.hand-on requests.business.done requests.business.not-done`,
    each('area', 'desk', 'director', 'street'),
  ),
  matter(
    'what is asked of the community is taken down and closed at its desk',
    `requests.affair.take requests.affair.confirm requests.business.take requests.business.confirm requests.discrimination.take
      requests.discrimination.step requests.discrimination.accept requests.discrimination.ask-review`,
    each('area', 'desk', 'director'),
  ),
  matter(
    'who calls is known to those who answer, and to the street where offices disagree',
    'requests.call.see requests.call.get',
    each('area', 'desk', 'director', 'clinic', 'street'),
  ),
  matter(
    'calls are answered by desk and clinic',
    'requests.call.take requests.call.answer requests.call.step requests.call.accept',
    each('area', 'desk', 'director', 'clinic'),
  ),
  matter(
    'the answer of a community is the word of its director',
    `requests.call.ask-side requests.call.side requests.call.send-back requests.call.ask-review requests.discrimination.answer
      requests.discrimination.ask-side requests.discrimination.side requests.discrimination.send-back`,
    each('area', 'director'),
  ),
  matter(
    'where a community sends something back, or is asked to look again, the street decides',
    `requests.call.keep requests.call.redirect requests.call.review requests.discrimination.keep requests.discrimination.redirect
      requests.discrimination.review`,
    each('area', 'street'),
  ),
  matter(
    'who is looked down on is known to the community and its street alone (R-LAW-21)',
    'requests.discrimination.see requests.discrimination.get',
    each('area', 'desk', 'director', 'street'),
  ),
  matter(
    'problems are seen by those who raise and those who solve them, up to the county',
    'requests.problem.see requests.problem.get',
    each('area', 'desk', 'director', 'street', ...county),
  ),
  matter(
    'a problem is raised by a community or a street, which hears the answer',
    'requests.problem.take requests.problem.accept requests.problem.ask-review requests.problem.side',
    each('area', 'desk', 'director', 'street'),
  ),
  matter(
    'a problem is answered by the level above whoever raised it',
    'requests.problem.answer requests.problem.step requests.problem.ask-side requests.problem.send-back',
    each('area', 'street', ...county),
  ),
  matter(
    'where a street sends a problem back, or its answer is not enough, the county decides',
    'requests.problem.keep requests.problem.redirect requests.problem.review',
    each('area', ...county),
  ),
  matter(
    'mediators tell nobody what was said (People’s Mediation Law article 15)',
    `requests.mediation.see requests.mediation.get requests.mediation.open requests.mediation.entry requests.mediation.one-agrees
      requests.mediation.other-agrees requests.mediation.meet requests.mediation.extend requests.mediation.agree
      requests.mediation.refuse requests.mediation.close`,
    each('area', 'desk', 'director'),
  ),
  matter(
    'whom to call is looked up at every desk',
    'requests.line.see requests.line.get',
    each('area', 'desk', 'director', 'clinic', 'street', ...county),
  ),
  matter(
    'lines are kept by those who answer',
    'requests.line.add requests.line.change requests.line.still-right',
    each('area', 'desk', 'director', 'clinic'),
  ),
  matter('a line is taken off the list by the director', 'requests.line.end', each('area', 'director')),
  matter(
    'the guide is read at every desk',
    'requests.guide.see requests.guide.get',
    each('area', 'desk', 'director', 'street', ...county),
  ),
  matter(
    'the guide is written at the desk',
    'requests.guide.add requests.guide.change requests.guide.still-right',
    each('area', 'desk', 'director', 'street'),
  ),
  matter(
    'the guide is approved and taken back by who answers for it',
    'requests.guide.approve requests.guide.end',
    each('area', 'director', 'street'),
  ),
  matter('contacts of firms stay in the county', 'rounds.unit.see rounds.unit.get', each('area', ...belowCity, 'clinic')),
  matter(
    'whoever knows the ground keeps the list of it (2020-01-24: communities and streets)',
    'rounds.unit.add rounds.unit.change rounds.unit.end',
    each('area', ...office, 'street'),
  ),
  matter(
    'places that all use are known to all who work there',
    `rounds.facility.see rounds.facility.get rounds.compare-facilities rounds.test-point.see rounds.test-point.get rounds.weak-point.see rounds.weak-point.get`,
    each('area', 'desk', 'director', 'clinic', 'street', ...county),
  ),
  matter(
    'the list of places is kept on the ground',
    `rounds.facility.add rounds.facility.change rounds.facility.still-right rounds.test-point.add rounds.test-point.change rounds.test-point.still-right rounds.weak-point.add
      rounds.weak-point.change rounds.weak-point.still-right`,
    each('area', 'desk', 'director', 'street'),
  ),
  matter(
    'a place is opened and shut by director or street, with a basis',
    `rounds.facility.set-state rounds.facility.end rounds.test-point.set-state rounds.test-point.end rounds.weak-point.set-state
      rounds.weak-point.end`,
    each('area', 'director', 'street'),
  ),
  matter(
    'how clean a place is kept is seen by all who work there, up to the county',
    `rounds.disinfection.see rounds.disinfection.get rounds.self-check.see rounds.self-check.get rounds.patrol.see rounds.patrol.get
      rounds.mend.see rounds.mend.get`,
    each('area', 'desk', 'director', 'clinic', 'street', ...county),
  ),
  matter(
    'what was looked at is written down by whoever was there',
    `rounds.disinfection.record rounds.disinfection.replace rounds.self-check.record rounds.self-check.replace rounds.patrol.record
      rounds.patrol.replace`,
    each('area', 'desk', 'director', 'clinic'),
  ),
  matter('a finding is found on the ground', 'rounds.mend.find', each('area', 'desk', 'director', 'clinic', 'street')),
  matter(
    'a finding is put right and checked by community and street',
    'rounds.mend.put-right rounds.mend.checked rounds.mend.still-wrong',
    each('area', 'desk', 'director', 'street'),
  ),
  matter('a finding is sent back by who answers for the place', 'rounds.mend.send-back', each('area', 'director', 'street')),
  matter('whose finding it is, is decided above', 'rounds.mend.keep rounds.mend.redirect', each('area', 'street', ...county)),
  matter(
    'whoever is low is known to the doctor and the director (Mental Health Law article 4); what was said to the doctor alone',
    'requests.psych.see requests.psych.get',
    each('area', 'director', 'clinic'),
  ),
  matter(
    'who asks for psychological help is taken down at the desk',
    'requests.psych.open',
    each('area', 'desk', 'director', 'clinic'),
  ),
  matter(
    'a case of psychological help is the doctor’s',
    `requests.psych.entry requests.psych.next-day requests.psych.refer requests.psych.pass-on requests.psych.close
      requests.psych.reopen`,
    each('area', 'clinic'),
  ),
  matter(
    'how a site of elder care stands is seen by all who work there, up to the county',
    `rounds.elder-site.see rounds.elder-site.get rounds.elder-check.see rounds.elder-check.get rounds.waste.see rounds.waste.get`,
    each('area', 'desk', 'director', 'clinic', 'street', ...county),
  ),
  matter(
    'the file of a site is kept by community and clinic, whose team leads there',
    'rounds.elder-site.add rounds.elder-site.change rounds.elder-site.still-right rounds.elder-check.record rounds.elder-check.replace',
    each('area', 'desk', 'director', 'clinic'),
  ),
  matter(
    'a second person approves the file, of the street where there is none',
    'rounds.elder-site.approve',
    each('area', 'desk', 'director', 'clinic', 'street'),
  ),
  matter(
    'a site is opened and shut by director or street, with a basis',
    'rounds.elder-site.set-state rounds.elder-site.end',
    each('area', 'director', 'street'),
  ),
  matter(
    'what a community hands over to departments, and their answer, is seen by those who ask and the offices above them, up to the county',
    'rounds.department-letter.see rounds.department-letter.get',
    each('area', 'desk', 'director', 'street', ...county),
  ),
  matter(
    'a letter is written and brought by the community',
    'rounds.department-letter.save rounds.department-letter.receive',
    each('area', 'desk', 'director'),
  ),
  matter(
    'what is given out in the name of a community is the word of its director, or of the street',
    `rounds.department-letter.approve rounds.department-letter.publish rounds.department-letter.withdraw rounds.elder-guide.approve
      rounds.elder-guide.publish rounds.elder-guide.withdraw`,
    each('area', 'director', 'street'),
  ),
  matter(
    'the guide of elder-care sites is read by all who work there, up to the county',
    'rounds.elder-guide.see rounds.elder-guide.get',
    each('area', 'desk', 'director', 'clinic', 'street', ...county),
  ),
  matter(
    'the guide of elder-care sites is written by clinic and community, which bring it there',
    'rounds.elder-guide.save rounds.elder-guide.receive',
    each('area', 'desk', 'director', 'clinic'),
  ),
  matter(
    'medical waste is handed over by those who have it in hand',
    'rounds.waste.plan rounds.waste.leave rounds.waste.tick rounds.waste.not-come rounds.waste.turn-back rounds.waste.end',
    each('area', 'desk', 'director', 'clinic'),
  ),
  matter(
    'and taken by who is there, at the street as well',
    'rounds.waste.arrive',
    each('area', 'desk', 'director', 'clinic', 'street'),
  ),
  matter(
    'whom to refer somebody to is looked up at every desk',
    'requests.counsellor.see requests.counsellor.get',
    each('area', 'desk', 'director', 'clinic', 'street', ...county),
  ),
  matter(
    'psychological services are kept by those who refer to them',
    'requests.counsellor.add requests.counsellor.change requests.counsellor.still-right',
    each('area', 'desk', 'director', 'clinic'),
  ),
  matter('one is taken off the list by the director', 'requests.counsellor.end', each('area', 'director')),
  matter(
    'which shop is open is known at every desk',
    'requests.shop.see requests.shop.get',
    each('area', 'desk', 'director', 'street', ...county),
  ),
  matter(
    'who stays for the festival is known at the desk where they live and at its street, and to nobody at other doors',
    'requests.stayer.see requests.stayer.get',
    each('area', 'desk', 'director', 'street'),
  ),
  matter(
    'who stays is written down where they live',
    'requests.stayer.add requests.stayer.change requests.stayer.still-right requests.stayer.end',
    each('area', 'desk', 'director'),
  ),
  matter(
    'the list of shops is kept on the ground',
    'requests.shop.add requests.shop.change requests.shop.still-right requests.shop.set-state requests.shop.end',
    each('area', 'desk', 'director', 'street'),
  ),
  matter(
    'that a building is talked to is known to its community and its street alone (R-LAW-21)',
    'requests.talk.see requests.talk.get requests.talk.done requests.talk.not-done',
    each('area', 'desk', 'director', 'street'),
  ),
  matter(
    'a community has its buildings talked to',
    'requests.talk.take requests.talk.give requests.talk.take-back requests.talk.hand-on requests.talk.confirm',
    each('area', 'desk', 'director'),
  ),
  matter(
    'how a place is cleaned, by whom, and which places were asked to close is seen by all who work there, up to the county',
    `rounds.campaign.see rounds.campaign.get rounds.committee.see rounds.committee.get rounds.cleanup.see rounds.cleanup.get
      rounds.suspension.see rounds.suspension.get`,
    each('area', 'desk', 'director', 'clinic', 'street', ...county),
  ),
  matter(
    'campaigns and committees are kept, and organisations asked, on the ground',
    `rounds.campaign.add rounds.campaign.change rounds.campaign.set-state rounds.committee.add rounds.committee.change rounds.committee.still-right
      rounds.cleanup.take rounds.cleanup.give rounds.cleanup.take-back rounds.cleanup.hand-on rounds.cleanup.done
      rounds.cleanup.not-done rounds.cleanup.confirm rounds.suspension.take rounds.suspension.step rounds.suspension.answer
      rounds.suspension.accept rounds.suspension.ask-side rounds.suspension.side rounds.suspension.ask-review`,
    each('area', 'desk', 'director', 'street'),
  ),
  matter(
    'what ends for good, or goes back, is for director or street',
    'rounds.campaign.end rounds.committee.end rounds.suspension.send-back',
    each('area', 'director', 'street'),
  ),
  matter(
    'who asks a place to close is decided by the street where offices disagree',
    'rounds.suspension.keep rounds.suspension.redirect rounds.suspension.review',
    each('area', 'street'),
  ),
]
