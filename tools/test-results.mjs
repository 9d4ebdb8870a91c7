// What a JSON report of Vitest says, test by test.
import { readFileSync } from 'node:fs'
import { relative } from 'node:path'
import { root } from './install.mjs'

/**
 * Reads a report: every test with a name that is the same in every run and, where it has one, the road by which it went into the
 * house (server/test/shown-by.ts), and a file that could not be loaded as one failed test.
 * `complete` is false when the run died before it wrote the report.
 */
export function readResults(file, project) {
  let report
  try {
    report = JSON.parse(readFileSync(file, 'utf8'))
  } catch {
    return { results: [], complete: false }
  }
  const seen = new Map()
  const results = report.testResults.flatMap((suite) => {
    const path = relative(root, suite.name)
    const tests = suite.assertionResults.map((test) => {
      const name = `${project}: ${path} > ${[...test.ancestorTitles, test.title].join(' > ')}`
      const times = (seen.get(name) ?? 0) + 1
      seen.set(name, times)
      return { name: times > 1 ? `${name} (${times})` : name, outcome: outcomeOf(test.status), shownBy: test.meta?.shownBy }
    })
    const brokenFile = suite.status === 'failed' && !tests.some((test) => test.outcome === 'failed')
    return brokenFile ? [...tests, { name: `${project}: ${path}`, outcome: 'failed' }] : tests
  })
  return { results, complete: true }
}

function outcomeOf(status) {
  if (status === 'passed' || status === 'failed') return status
  return 'skipped'
}
