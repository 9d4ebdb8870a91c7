import type { Household } from './door.ts'

const plain = (text: string) =>
  text
    .toLowerCase()
    .replace(/号楼|栋|幢|单元|[-—\s号室#]/g, ' ')
    .replace(/\s+/g, ' ')
    .trim()

/** Doors whose number or whose people fit what was typed: 501 · 3-501 · 3号楼2单元501 · a name or the beginning of one. */
export function searchDoors(households: readonly Household[], text: string): Household[] {
  const asked = plain(text)
  if (asked === '') return []
  const parts = asked.split(' ')
  return households.filter(({ door, people }) => {
    if (people.some(({ name }) => name.toLowerCase().includes(text.trim().toLowerCase()))) return true
    const own = [door.building, door.group, door.unit, door.room, door.house].filter((part) => part !== null).map(plain)
    const last = parts.at(-1) ?? ''
    const number = plain(door.room ?? door.house ?? '')
    return number.startsWith(last) && parts.slice(0, -1).every((part) => own.includes(part))
  })
}
