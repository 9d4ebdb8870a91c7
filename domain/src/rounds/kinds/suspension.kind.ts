import { counted } from '../../counted/units.ts'
import { choice, day, longText, signature, text, w } from '../../kinds/fields.ts'
import { service } from '../../kinds/kind.ts'
import { request } from '../../kinds/request/request.ts'

const kinds = {
  chess: w('棋牌室、麻将馆', 'Card and board game room'),
  leisure: w('网吧、歌舞厅、影院', 'Internet café, karaoke, cinema'),
  bath: w('洗浴、足疗', 'Baths, massage'),
  meals: w('饭店、茶馆', 'Restaurant, tea house'),
  other: w('其他', 'Other'),
}

/** Asking a place where many gather to close for a while. The community asks; only an authority can order (2020A 六). */
export const suspension = request({
  ...{ name: 'rounds.suspension', version: 2, words: w('劝导暂停营业', 'Asking a place to close') },
  ...{ unit: counted('次', 'request to close', 'requests to close'), area: 'environment' },
  flow: 'answer',
  about: 'place',
  terms: { now: { hours: 4 }, today: { hours: 10 } },
  fields: {
    name: text(w('哪家', 'Which place'), 60, { must: true }),
    kind: choice(w('哪一类', 'Kind'), kinds, { must: true, list: true, filter: true }),
    where: text(w('在哪里', 'Where'), 80, { must: true }),
    basis: text(w('依据哪份公告', 'Which announcement it rests on'), 120, { must: true }),
    asked_on: day(w('哪天去说的', 'Asked on'), { must: true }),
    hour: text(w('几点', 'At what time'), 20, { must: true }),
  },
  asks: {
    answer: {
      said: longText(w('对方怎么说', 'What was answered'), 500, { must: true }),
      closes: day(w('从哪天起停', 'Closes from')),
      signed: signature(w('对方谁签的字', 'Signed for them by'), { since: 2 }),
    },
  },
  results: {
    closes: w('同意暂停', 'Will close'),
    limits: w('不停，限人数', 'Stays open with fewer people'),
    refuses: w('不同意', 'Refuses'),
    'handed-on': w('转有权部门依法办', 'Handed on to the authority that may order it'),
  },
  handling: service(w('聚集场所停业靠劝、有依据', 'places are asked to close, on a basis'), 365, 'place'),
})
