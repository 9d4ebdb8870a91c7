import { w } from './words.ts'

/** What a notice, a response and its rules are about. Rules of one subject neither end nor open those of another. */
export const subjects = {
  covid: w('新冠病毒感染', 'COVID-19'),
  influenza: w('流感', 'influenza'),
  dengue: w('登革热', 'dengue'),
  norovirus: w('诺如病毒感染', 'norovirus'),
  plague: w('鼠疫', 'plague'),
  cholera: w('霍乱', 'cholera'),
  measles: w('麻疹', 'measles'),
  'hand-foot-mouth': w('手足口病', 'hand, foot and mouth disease'),
  'new-disease': w('新发或不明原因传染病', 'a new or unexplained infectious disease'),
  heat: w('高温', 'heat'),
  cold: w('低温雨雪冰冻', 'cold, snow and ice'),
  flood: w('洪涝', 'flood'),
} as const
export type Subject = keyof typeof subjects

/** The subject of packs that were written before notices about anything else were held. */
export const firstSubject: Subject = 'covid'
