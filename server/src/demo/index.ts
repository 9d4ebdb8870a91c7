export { demoAccounts } from './accounts.ts'
export { type DemoMade, type DemoParts, makeDemo } from './demo.ts'
