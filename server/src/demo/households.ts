import { checkCharacterOf } from '@wangdi/domain/people/identity-number.ts'
import type { KeyGroup } from '@wangdi/domain/people/key-group.ts'
import type { Seeded } from './seeded.ts'

const surnames = [
  ...'王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗梁宋郑谢韩唐冯于董萧程曹袁邓许傅沈曾彭吕苏卢蒋蔡贾丁魏薛叶阎余潘杜戴夏钟汪田任姜范方石姚谭廖邹熊金陆郝孔白崔康毛邱秦江史顾侯邵孟龙万段雷钱汤尹黎易常武乔贺赖龚文',
]
const given = {
  male: { old: [...'国建德福林贵振海洪明发有根正保金山连成顺'], young: [...'伟强磊军勇杰涛超鹏浩宇轩泽博晨嘉俊凯峰毅'] },
  female: { old: [...'秀英兰芳桂珍玉梅凤淑华荣素云爱莲香春菊琴'], young: [...'静丽娟敏艳霞婷雪琳倩颖欣怡涵梦雨晴悦佳萱'] },
} as const

export type Sex = 'male' | 'female'

const surnameOf = (chance: Seeded): string => chance.pick(surnames)

// One or two characters, as people of that sex and year of birth are called.
function givenNameOf(chance: Seeded, sex: Sex, bornYear: number): string {
  const characters = given[sex][bornYear < 1975 ? 'old' : 'young']
  const first = chance.pick(characters)
  return chance.chance(0.25) ? first : first + chance.pick(characters)
}

/** An invented resident before it is written down. */
export interface Resident {
  readonly id: string
  readonly name: string
  readonly sex: Sex
  readonly born: string
  readonly relation: string
  readonly document: string
  readonly phone: string | null
  readonly residence: 'local' | 'elsewhere'
  readonly marks: readonly KeyGroup[]
}

// Ages are counted from here, so that the same people come out in whichever year the demo is made.
const countedFrom = 2026
/** No county has this area code, so no number is anybody's. */
const areaCode = '410199'

/** Makes households: who lives behind a door, with numbers that are valid and nobody's. */
export class Households {
  readonly #chance: Seeded
  readonly #numbers = new Set<string>()
  #phones = 0

  constructor(chance: Seeded) {
    this.#chance = chance
  }

  /** A household as towns or villages have them; `key` asks for somebody of a key group in it, `plain` for nobody. */
  make(kind: 'town' | 'village', key: 'key' | 'plain'): Resident[] {
    if (key === 'key') return this.#keyHousehold(kind)
    const draw = this.#chance.next()
    const family = surnameOf(this.#chance)
    if (kind === 'village' && draw < 0.35) return [...this.#couple(family, 62, 'local'), this.#child(family, 9, '孙子')]
    if (draw < 0.18)
      return [
        this.#adult({ family, sex: this.#sex(), age: 24 + this.#chance.below(14), relation: '户主', residence: 'elsewhere' }),
      ]
    if (draw < 0.4) return this.#couple(family, 28 + this.#chance.below(35), 'local')
    const age = 31 + this.#chance.below(14)
    const parents = this.#couple(family, age, draw < 0.55 ? 'elsewhere' : 'local')
    const children = [this.#child(family, Math.max(1, age - 26 - this.#chance.below(4)), '子女')]
    if (draw > 0.8) children.push(this.#child(family, 1 + this.#chance.below(6), '子女'))
    const grandparent = draw > 0.9 ? [this.#adult({ family, sex: 'female', age: age + 25, relation: '母亲' })] : []
    return [...parents, ...children, ...grandparent]
  }

  /** One household told person by person. */
  told(people: readonly { name: string; sex: Sex; age: number; relation: string; marks?: readonly KeyGroup[] }[]): Resident[] {
    return people.map(({ name, sex, age, relation, marks = [] }) => this.#resident(name, sex, age, relation, 'local', marks))
  }

  #keyHousehold(kind: 'town' | 'village'): Resident[] {
    const family = surnameOf(this.#chance)
    const draw = this.#chance.next()
    const one = (sex: Sex, age: number, marks: KeyGroup[]) => [this.#adult({ family, sex, age, relation: '户主', marks })]
    if (draw < 0.35)
      return one(
        this.#sex(),
        71 + this.#chance.below(18),
        this.#chance.chance(0.5) ? ['elder-alone', 'chronic'] : ['elder-alone'],
      )
    if (draw < 0.55) return this.#couple(family, 66 + this.#chance.below(12), 'local', ['chronic'])
    if (draw < 0.68)
      return [...this.#couple(family, 45 + this.#chance.below(15), 'local', ['disabled']), this.#child(family, 15, '子女')]
    if (draw < 0.76) return this.#couple(family, 27 + this.#chance.below(8), 'local', [], ['pregnant'])
    if (draw < 0.88) return [...this.#couple(family, 48, 'local', ['low-income']), this.#child(family, 12, '子女')]
    if (kind === 'village') return [...this.#couple(family, 64, 'local'), this.#child(family, 8, '孙女', ['left-behind-child'])]
    return one(this.#sex(), 41 + this.#chance.below(20), ['mental-illness'])
  }

  #sex(): Sex {
    return this.#chance.chance(0.5) ? 'male' : 'female'
  }

  #couple(
    family: string,
    age: number,
    residence: Resident['residence'],
    his: KeyGroup[] = [],
    hers: KeyGroup[] = [],
  ): Resident[] {
    const her = surnameOf(this.#chance)
    return [
      this.#adult({ family, sex: 'male', age, relation: '户主', residence, marks: his }),
      this.#adult({
        family: her,
        sex: 'female',
        age: Math.max(20, age - this.#chance.below(4)),
        relation: '配偶',
        residence,
        marks: hers,
      }),
    ]
  }

  #child(family: string, age: number, relation: string, marks: KeyGroup[] = []): Resident {
    const sex = this.#sex()
    const name = family + givenNameOf(this.#chance, sex, countedFrom - age)
    return this.#resident(name, sex, age, relation === '子女' ? (sex === 'male' ? '儿子' : '女儿') : relation, 'local', marks)
  }

  #adult(told: {
    family: string
    sex: Sex
    age: number
    relation: string
    residence?: Resident['residence']
    marks?: readonly KeyGroup[]
  }): Resident {
    const { family, sex, age, relation, residence = 'local', marks = [] } = told
    return this.#resident(family + givenNameOf(this.#chance, sex, countedFrom - age), sex, age, relation, residence, marks)
  }

  #resident(
    name: string,
    sex: Sex,
    age: number,
    relation: string,
    residence: Resident['residence'],
    marks: readonly KeyGroup[],
  ): Resident {
    const two = (n: number) => String(n).padStart(2, '0')
    const born = `${countedFrom - age}-${two(1 + this.#chance.below(9))}-${two(1 + this.#chance.below(28))}`
    const phone = age >= 14 && this.#phones < 9_900 ? `1990000${String(this.#phones++).padStart(4, '0')}` : null
    return { id: this.#chance.id(), name, sex, born, relation, document: this.#numberFor(born, sex), phone, residence, marks }
  }

  #numberFor(born: string, sex: Sex): string {
    for (;;) {
      const order = this.#chance.below(500) * 2 + (sex === 'male' ? 1 : 0)
      const first = `${areaCode}${born.replaceAll('-', '')}${String(order % 1000).padStart(3, '0')}`
      const number = first + (checkCharacterOf(first) ?? '')
      if (this.#numbers.has(number)) continue
      this.#numbers.add(number)
      return number
    }
  }
}
