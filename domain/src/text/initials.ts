import { pinyin } from 'pinyin-pro'

// Characters that names of people and places read in more than one way, of which each begins with another letter. A surname and a word
// decide for most (单家村, 长安, 解放路), but not for everybody who types, and not for names such as 张乐 or 李朝.
const severalWays = new Set(
  '阿泊参藏查单长朝乘澄仇传翟调番繁盖革合会降解卡乐秘弄屏埔乾圈省盛氏宿拓蔚尉系厦纤巷校行涌曾轧折召种重晟茜莘郇郗谌覃隗缪佴炅箐靓漯泷莞荥圩峙玢筠镡澹宓率识适浚铅枞泌涡陂渑堡',
)
const mostWays = 2
const mostReadings = 12
const longest = 40
const mostKnown = 20_000

const known = new Map<string, readonly string[]>()
const letters = new Map<string, readonly string[]>()

/**
 * Pinyin initials of the name of a person, estate, building or group, lower case, one for each way in which it may be read, the
 * likeliest first: 翠苑小区 → cyxq, 单家村 → sjc and djc, 阿依古丽·买买提江 → aygl mmtj without the dot. Letters and digits stay.
 */
export function initialsOf(name: string): readonly string[] {
  const before = known.get(name)
  if (before) return before
  const made = read(name)
  if (known.size >= mostKnown) known.clear()
  known.set(name, made)
  return made
}

function read(name: string): readonly string[] {
  const likeliest = pinyin(name, { pattern: 'first', toneType: 'none', type: 'array', surname: 'head', nonZh: 'consecutive' })
  let readings = ['']
  const pieces = name.match(/\p{Script=Han}|\P{Script=Han}+/gu) ?? []
  const characters = likeliest.length === pieces.length ? pieces : undefined // else the library cut the name in another way
  likeliest.forEach((part, at) => {
    const first = part.toLowerCase().replace(/[^a-z0-9]/g, '')
    const ways = new Set([first, ...waysOf(characters?.[at] ?? '')])
    if (at === 0 && characters?.[at] === '区') ways.add('q') // a surname that most take for the word
    readings = readings.flatMap((reading) => [...ways].map((way) => reading + way)).slice(0, mostReadings)
  })
  return [...new Set(readings.map((reading) => reading.slice(0, longest)))]
}

function waysOf(character: string): readonly string[] {
  if (!severalWays.has(character)) return []
  const before = letters.get(character)
  if (before) return before
  const all = pinyin(character, { multiple: true, toneType: 'none', type: 'array' }).slice(0, mostWays)
  const made = all.map((one) => one.slice(0, 1).toLowerCase())
  letters.set(character, made)
  return made
}
