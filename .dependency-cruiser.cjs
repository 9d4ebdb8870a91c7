// Who may import whom. The order of subjects is domain/src/modules.ts; the rules are made from it.
const { modules } = require('./domain/src/modules.ts')

const packages = ['policy', 'domain', 'ui', 'server', 'console', 'field']
const mayImport = {
  policy: [],
  domain: ['policy'],
  ui: [],
  server: ['policy', 'domain'],
  console: ['policy', 'domain', 'ui'],
  field: ['policy', 'domain', 'ui'],
}
const tests = '(\\.test\\.tsx?$|\\.fixture\\.ts$|\\.given\\.ts$|/test/)'
const any = (names) => `(${names.join('|')})`
const rule = (name, comment, from, to) => ({ name, comment, severity: 'error', from, to })

const packageRules = packages.map((name) => {
  const foreign = packages.filter((other) => other !== name && !mayImport[name].includes(other))
  return rule(`package-${name}`, `${name} imports only ${mayImport[name].join(', ') || 'itself'}`, { path: `^${name}/`, pathNot: tests }, { path: `^${any(foreign)}/` })
})

// A subject imports only subjects above it in the list; a page may show the words of any, but no other's pages below it.
const orderRules = modules.slice(0, -1).flatMap((name, at) => {
  const below = modules.slice(at + 1)
  const ordered = (from, to) =>
    rule(`order-${name}`, `${name} imports nothing below it: ${below.join(', ')}`, { path: `^${from}/src/${name}/`, pathNot: tests }, { path: `^${to}/src/${any(below)}/` })
  return [ordered('(domain|server)', '(domain|server)'), ordered('console', 'console'), ordered('field', 'field')]
})

// Of another subject, server code sees its index alone.
const indexRules = modules.map((name) =>
  rule(`index-${name}`, `of ${name}, others import only index.ts`, { path: '^server/src/', pathNot: `(^server/src/${name}/)|${tests}` }, { path: `^server/src/${name}/(?!index\\.ts$)` }),
)

module.exports = {
  forbidden: [
    rule('no-circular', 'no import cycles', {}, { circular: true }),
    rule('platform-knows-no-subject', 'platform imports no subject', { path: '^server/src/platform/', pathNot: tests }, { path: `^server/src/${any(modules)}/` }),
    rule('shell-knows-no-subject', 'ui and the shells know no subject', { path: '^ui/', pathNot: tests }, { path: '^(domain|policy)/' }),
    rule('routes-and-jobs-are-private', 'only index.ts imports routes and jobs', { path: '^server/src/', pathNot: `(/index\\.ts$|\\.routes\\.ts$|/app\\.ts$)|${tests}` }, { path: '\\.(routes|jobs)\\.ts$' }),
    rule('pure', 'policy and domain know neither Node nor a library but typebox and yaml', { path: '^(policy|domain)/', pathNot: tests }, { dependencyTypes: ['core'] }),
    rule('pure-libraries', 'policy and domain know neither Node nor a library but typebox and yaml, and pinyin for the initials of doors', { path: '^(policy|domain)/', pathNot: tests }, { path: 'node_modules/', pathNot: 'node_modules/(typebox|yaml|pinyin-pro|@wangdi)/' }),
    rule('resolvable', 'every import is found', {}, { couldNotResolve: true }),
    ...packageRules,
    ...orderRules,
    ...indexRules,
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '(/dist/|\\.css$|virtual:)' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.base.json' },
    enhancedResolveOptions: { exportsFields: ['exports'], conditionNames: ['import', 'types', 'default'], extensions: ['.ts', '.tsx', '.mjs', '.js', '.json'] },
  },
}
