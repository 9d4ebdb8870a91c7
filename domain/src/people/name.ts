// Nearly all names: nothing to take away, and looked at first because an import looks at every row.
const usual = /^[\u4e00-\u9fff]+$/

/**
 * A person's name as it is kept: exactly the characters given (rare ones, the middle dot, Latin letters), only without
 * blanks around it and with single blanks inside; blanks between Chinese characters are layout and go. Twice changes nothing.
 */
export function plainName(typed: string): string {
  if (usual.test(typed)) return typed
  const trimmed = typed
    .replace(/[\u200b-\u200f\ufeff\u0000-\u0008\u000b-\u001f]/g, '')
    .replace(/[\s\u3000]+/g, ' ')
    .trim()
  return trimmed.replace(/(?<=\p{Script=Han}) (?=\p{Script=Han})/gu, '')
}

/** A name by which two records are compared: middle dots of all kinds and letter case do not count. */
export const comparableName = (name: string): string =>
  usual.test(name)
    ? name
    : plainName(name)
        .replace(/[·•．.・‧∙]/g, '')
        .replace(/ /g, '')
        .toLowerCase()

/** A name as it may be shown on a list that hangs in public: the family name and stars. */
export function maskName(name: string): string {
  const characters = [...name]
  return (characters[0] ?? '') + '*'.repeat(Math.min(2, Math.max(0, characters.length - 1)))
}
