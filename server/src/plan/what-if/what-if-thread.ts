// Compares plans in a thread, one question after the other: a province has tens of thousands of communities.
import { answerTasks } from '../../platform/heavy/answer-tasks.ts'
import { type Compared, comparePlans, type ToCompare } from './compare-plans.ts'

answerTasks<ToCompare, Compared>(async function* (task) {
  yield comparePlans(task)
})
