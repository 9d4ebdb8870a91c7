import { counted } from '../../counted/units.ts'
import { checklist, choice, file, longText, w } from '../../kinds/fields.ts'
import { service } from '../../kinds/kind.ts'
import { round } from '../../kinds/round/round.ts'

const results = { seen: w('看了', 'Seen'), 'not-open': w('进不去', 'Could not get in') }
const noFaces = w('拍地方，别拍到人', 'The place only, nobody in the picture')
const items = {
  rubbish: w('没有乱堆垃圾', 'No rubbish lying about'),
  water: w('没有积水', 'No standing water'),
  pests: w('没有鼠蟑孳生', 'No pests'),
  stalls: w('摊位整齐、生熟分开', 'Stalls in order, raw and cooked apart'),
  crowd: w('没有聚集', 'No crowd'),
}

/** Patrol of markets, stalls and weak points every week; what is wrong is put right and checked by somebody else (2020A 六; 2021 十一). */
export const patrol = round({
  name: 'rounds.patrol',
  version: 2,
  words: w('环境巡查', 'Environment patrol'),
  unit: counted('处', 'point', 'points'),
  area: 'environment',
  acts: ['record', 'replace'],
  over: { things: 'rounds.weak-point', where: ['watched'] },
  everyDays: 7,
  result: { field: 'done', done: ['seen'] },
  finding: 'rounds.mend',
  fields: {
    done: choice(w('看了没有', 'Seen'), results, { must: true }),
    items: checklist(w('逐项看', 'Item by item'), items, { when: { done: 'seen' }, must: true }),
    note: longText(w('说明', 'More'), 500),
    photos: file(w('现场照片', 'Photos of the spot'), 3, { since: 2, when: { done: 'seen' }, hint: noFaces }),
  },
  handling: service(w('市场、摊点、背街小巷有人巡', 'markets and back lanes are patrolled'), 730, 'place'),
  proves: ['visits.patrols'],
  phone: true,
})
