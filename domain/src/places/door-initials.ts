import { pinyin } from 'pinyin-pro'

const known = new Map<string, readonly string[]>()
const mostKnown = 20_000

/**
 * Pinyin initials of the name of an estate, building or group, lower case, one for each way in which it is read: 翠苑小区 → cyxq,
 * 单家村 → djc and sjc. Letters and digits stay.
 */
export function doorInitials(name: string): readonly string[] {
  const before = known.get(name)
  if (before) return before
  const made = [...new Set([initials(name, 'off'), initials(name, 'head')])]
  if (known.size >= mostKnown) known.clear()
  known.set(name, made)
  return made
}

const initials = (name: string, surname: 'off' | 'head') =>
  pinyin(name, { pattern: 'first', toneType: 'none', type: 'array', nonZh: 'consecutive', surname })
    .join('')
    .toLowerCase()
    .replace(/[^a-z0-9]/g, '')
