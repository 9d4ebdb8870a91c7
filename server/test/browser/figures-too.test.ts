// The other half of the pages whose figures are followed, so that two can walk at once.
import { testPages, walkingDemo } from './figures/walking.ts'

await testPages(walkingDemo(), 1, 2)
