// The packs are read by the platform, so that modules above the plan can ask them too.
export * from '../platform/packs.ts'
