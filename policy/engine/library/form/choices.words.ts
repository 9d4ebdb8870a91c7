import {
  aspects,
  emergencyFunctions,
  evidences,
  kindProofs,
  overControls,
  personKinds,
  placeLevels,
  restrictions,
  roles,
  strengths,
  subjects,
  wheres,
  type Words,
} from '../../../vocabulary.ts'
import { facilityClasses, facilityStates } from '../../../facilities.ts'
import { w } from '../../../words.ts'

type Table = Readonly<Record<string, Words>>
const yesNo: Table = { true: w('是', 'yes'), false: w('否', 'no') }
const proofs: Table = { ...evidences, ...kindProofs }
const people: Table = { ...personKinds, everybody: w('所有人', 'everybody') }

// By the key behind which the values stand; with the part before it where one key has values of two sorts.
const tables: Readonly<Record<string, Table>> = {
  is: {
    regime: w('主文件', 'main notice'),
    adds: w('补充', 'adds to others'),
    law: w('法律法规', 'law'),
    terms: w('期限', 'terms'),
    grading: w('分级办法', 'grading'),
    settings: w('设置', 'settings'),
  },
  subject: subjects,
  aspect: aspects,
  strength: strengths,
  who: roles,
  answers: roles,
  evidence: proofs,
  records: proofs,
  allows: restrictions,
  forbids: restrictions,
  of: restrictions,
  state: facilityStates,
  or: facilityStates,
  'facilities.of': facilityClasses,
  finding: overControls,
  persons: people,
  kinds: people,
  'counts.kind': people,
  where: wheres,
  function: emergencyFunctions,
  at: { ...placeLevels, person: w('一个人', 'a person') },
  to: { ends: w('停掉', 'ends'), stays: w('照旧', 'stays'), leads: w('以后当重点', 'leads') },
  type: {
    number: w('数', 'number'),
    'yes-no': w('是或否', 'yes or no'),
    day: w('日期', 'day'),
    choice: w('从几项里选', 'choice'),
  },
  'how_often.kind': {
    'per-day': w('每天几次', 'so many times a day'),
    'every-days': w('几天一次', 'every so many days'),
    'on-change': w('有情况才办', 'when it happens'),
    once: w('只办一次', 'once'),
    'by-colour': w('按红黄绿', 'by colour'),
  },
  'grounds.term': { over: w('超过期限', 'beyond the term'), none: w('本来就不该隔离', 'where none is asked') },
  count_from: {
    'last-contact': w('最后一次接触', 'last contact'),
    'leaving-area': w('离开那个地区', 'leaving the area'),
    entry: w('入境', 'entry'),
    arrival: w('到达', 'arrival'),
    discharge: w('出院', 'discharge'),
    finding: w('发现', 'finding'),
    'leaving-work': w('离开工作岗位', 'leaving work'),
  },
  told: yesNo,
  certain: yesNo,
  free: yesNo,
}

/** The words of a value behind a key, by the keys that lead to it; undefined where the value says itself. */
export function wordsOfChoice(keys: readonly string[], value: string): Words | undefined {
  for (const name of [keys.slice(-2).join('.'), keys.at(-1) ?? '']) {
    const table = tables[name]
    const found = table && Object.hasOwn(table, value) ? table[value] : undefined
    if (found) return { zh: found.zh, en: found.en }
  }
  return undefined
}
