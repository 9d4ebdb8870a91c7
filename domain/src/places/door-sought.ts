// What people leave out or put between the parts of a door: 3号楼2单元402, 3-2-402, 3 栋 2 门 402 室.
const filler = /号楼|单元|号院|[栋幢座楼门室户组号\s\-—_/,，、.]+/g
const partsOf = (text: string): string[] =>
  text
    .toLowerCase()
    .replaceAll(filler, ' ')
    .match(/\d+|[a-z]+|[^\d\sa-z]+/g) ?? []

/** Whether a typed text means a door: each part of it is a part of the door, in any order; numbers whole, names by any piece. */
export function isDoorSought(typed: string, door: string): boolean {
  const asked = partsOf(typed)
  const has = partsOf(door)
  const isNumber = (part: string) => /^\d+$/.test(part)
  return asked.length > 0 && asked.every((part) => has.some((own) => (isNumber(part) ? own === part : own.includes(part))))
}
