/** What one check found: nothing is good; `seen` says how much it looked at. */
export interface Finding {
  readonly faults: readonly string[]
  readonly seen: string
  /** What is over a wish, not over a limit: shown, no fault. */
  readonly notes?: readonly string[]
}

/** A check of the whole house. */
export interface Check {
  readonly name: string
  run(): Promise<Finding>
}
