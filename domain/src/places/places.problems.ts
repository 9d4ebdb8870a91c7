import { problem } from '../problem.ts'
import type { Day } from '../schema.ts'

/** Why something about places and grids is refused. */
export const problems = {
  inPast: problem<{ today: Day }>('places.in-past', 'conflict', {
    zh: '网格从今天（{today}）起才能改，过去的走访按当时的网格算',
    en: 'Grids may be redrawn from today ({today}) on; visits of the past count for the grid of their day.',
  }),
  gridEnded: problem<{ name: string; until: Day }>('places.grid-ended', 'conflict', {
    zh: '{name}到 {until} 就不用了，换一个网格',
    en: '{name} is no more from {until}; choose another grid.',
  }),
  gridInUse: problem<{ name: string; dwellings: number }>('places.grid-in-use', 'conflict', {
    zh: '{name}还有 {dwellings} 户，先划到别的网格再撤',
    en: 'Dwellings still in {name}: {dwellings}; move them before it ends.',
  }),
  nameTaken: problem<{ name: string }>('places.name-taken', 'conflict', {
    zh: '这里已经有“{name}”了，换个名字',
    en: '"{name}" exists here already; choose another name.',
  }),
  nothingChosen: problem('places.nothing-chosen', 'invalid', {
    zh: '还没选楼栋或门牌',
    en: 'No building and no door is chosen.',
  }),
  tooManyDoors: problem<{ limit: number }>('places.too-many-doors', 'invalid', {
    zh: '一栋楼最多 {limit} 个门牌，分开登记',
    en: 'A building holds at most {limit} doors here; enter it in parts.',
  }),
  endsFirst: problem('places.ends-first', 'invalid', {
    zh: '不用的日子要在启用之后',
    en: 'It must end after it begins.',
  }),
  bandUpsideDown: problem('places.band-upside-down', 'invalid', {
    zh: '提醒线要低于超负荷线',
    en: 'The lower line of the band must be below the upper one.',
  }),
}
