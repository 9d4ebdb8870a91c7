// Half of the kinds as people use them, with the records of the demo; the other half stands in the other file.
import { walkingDemo } from './figures/walking.ts'
import { testKinds } from './lived/walk-kinds.ts'

testKinds(walkingDemo(), 0, 2)
