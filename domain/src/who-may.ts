import { reachOf } from './access/access.ts'
import { type Problem, problems, type Words } from './problem.ts'
import { type Role, roles } from './roles.ts'

/** The roles that may do a verb in words, at most three; those nearest to the doors first. */
export function whoMay(verb: string): Words {
  const may = (Object.keys(roles) as Role[]).filter((role) => reachOf(verb, role))
  const named = (language: keyof Words, comma: string) =>
    may
      .slice(0, 3)
      .map((role) => roles[role][language])
      .join(comma)
  if (may.length === 0) return { zh: '没有哪个岗位', en: 'no role' }
  const more = may.length > 3
  return { zh: `${named('zh', '、')}${more ? '等' : ''}`, en: `${named('en', ', ')}${more ? ' and others' : ''}` }
}

/** The refusal of a verb to somebody whose role may not do it, with the roles that may. */
export const refusedTo = (verb: string): Problem => problems.refused({ verb, ...whoMay(verb) })
