import { ageGroups, type AgeGroup, keyGroups, type KeyGroup } from '@wangdi/domain/people/key-group.ts'
import { useSaying } from '../../../shell/say.ts'

/** The word for a group that somebody belongs to. */
export function useGroupWords(): (group: string) => string {
  const say = useSaying()
  return (group) => say(isKeyGroup(group) ? keyGroups[group] : ageGroups[group as AgeGroup])
}

/** Whether a group is one of those that are looked after first. */
export const isKeyGroup = (group: string): group is KeyGroup => group in keyGroups
