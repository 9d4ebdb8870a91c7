// The other half of the pages whose figures are followed: each half is tried alone in a few minutes.
import { testPages, walkingDemo } from './figures/walking.ts'

await testPages(walkingDemo(), 1, 2)
