import { existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import cookie from '@fastify/cookie'
import helmet from '@fastify/helmet'
import staticFiles from '@fastify/static'
import swagger from '@fastify/swagger'
import swaggerUi from '@fastify/swagger-ui'
import { problems } from '@wangdi/domain/problem.ts'
import Fastify, { type FastifyInstance, type FastifyReply } from 'fastify'
import { addDocumentFiles, documents } from './documents/index.ts'
import { health } from './health/index.ts'
import { addKindFiles, addSheetUpload, kinds } from './kinds/index.ts'
import { addNoticeCheck, observation } from './observation/index.ts'
import { addRosterUpload, people } from './people/index.ts'
import { places } from './places/index.ts'
import { plan } from './plan/index.ts'
import { endThreads } from './platform/heavy/threads.ts'
import { compressAnswers } from './platform/http/compress.ts'
import type { Db } from './platform/db.ts'
import { type Limits, defaultLimits } from './platform/http/limits.ts'
import type { Log } from './platform/log.ts'
import { limitRequests } from './platform/http/limit-requests.ts'
import { watchReady } from './platform/http/ready.ts'
import { sendProblem } from './platform/http/reply.ts'
import type { House } from './platform/http/house.ts'
import { addRoutes } from './platform/http/routes.ts'
import { usualBody } from './platform/http/schemas.ts'
import { usePacks } from './platform/packs.ts'
import type { Served, Tools } from './platform/serve.ts'
import { regimes, whyClosed, whyDestroyed } from './regimes/index.ts'
import { reports } from './reports/index.ts'
import { requests } from './requests/index.ts'
import { rights } from './rights/index.ts'
import { rounds } from './rounds/index.ts'
import { isInGridOf, type SignIn, staff } from './staff/index.ts'
import { makeSync } from './sync/sync.routes.ts'

/** Every verb of the house, module by module in their order. */
export const served: readonly Served[] = [
  ...places,
  ...people,
  ...staff,
  ...kinds,
  ...documents,
  ...regimes,
  ...rounds,
  ...health,
  ...observation,
  ...requests,
  ...reports,
  ...plan,
  ...rights,
  ...makeSync(whyClosed),
]

export interface AppParts {
  readonly db: Db
  readonly tools: Tools
  readonly signIn: SignIn
  readonly https?: { cert: string; key: string } | undefined
  /** Requests a minute; absent, those of a county. */
  readonly limits?: Limits
  /** Addresses and networks of proxies whose X-Forwarded-For is believed; absent, none. */
  readonly proxies?: readonly string[]
}

/** Assembles the server: sign-in, verbs, documents of the interface, console and field. */
export async function buildApp({
  db,
  tools: given,
  signIn,
  https,
  limits = defaultLimits,
  proxies = [],
}: AppParts): Promise<FastifyInstance> {
  // Own log lines only: the framework's would carry addresses with ids of people.
  const app = Fastify({
    logger: false,
    bodyLimit: usualBody,
    // Whoever sends a body drop by drop holds a connection only so long; longer than any file may take to come up.
    requestTimeout: 330_000,
    trustProxy: proxies.length > 0 ? [...proxies] : false,
    routerOptions: { maxParamLength: 200 },
    // An address that cannot be read meets no route, so no handler of theirs.
    frameworkErrors: (error, _request, reply) => void sendProblem(reply as unknown as FastifyReply, error, given.log),
    ...(https ? { https } : {}),
  }) as unknown as FastifyInstance
  const tools = { ...given, logins: signIn.logins }
  usePacks(tools.packs.now)
  const house: House = {
    db,
    tools,
    lent: { isInGridOf, whyClosed, whyDestroyed },
    findActor: (request) => signIn.findActor(request),
  }
  await app.register(cookie)
  await app.register(helmet, {
    contentSecurityPolicy: { directives: contentPolicy },
    strictTransportSecurity: https ? undefined : false,
  })
  app.setErrorHandler((error, _request, reply) => sendProblem(reply, error, tools.log))
  await limitRequests(app, limits, signIn)
  await app.register(swagger, {
    openapi: { openapi: '3.1.0', info: { title: 'Wangdi 网底', version: '1', description: 'Every verb of the house.' } },
  })
  await app.register(swaggerUi, { routePrefix: '/api/docs' })
  app.addHook('onClose', endThreads)
  const isReady = watchReady(db)
  app.get('/health', { schema: { hide: true } }, async (_request, reply) =>
    (await isReady()) ? { status: 'ready' } : reply.code(503).send({ status: 'busy' }),
  )
  signIn.addRoutes(app)
  await app.register(async (api) => {
    compressAnswers(api)
    addRoutes(api, house, served)
  })
  await app.register(async (api) => {
    api.setErrorHandler((error, _request, reply) => sendProblem(reply, error, tools.log))
    if (tools.uploads) addRosterUpload(api, house, tools.uploads)
  })
  await app.register(async (api) => {
    api.setErrorHandler((error, _request, reply) => sendProblem(reply, error, tools.log))
    if (tools.uploads) addSheetUpload(api, house, tools.uploads)
  })
  await app.register(async (api) => {
    api.setErrorHandler((error, _request, reply) => sendProblem(reply, error, tools.log))
    addDocumentFiles(api, house)
    addNoticeCheck(api, house)
  })
  await app.register(async (api) => {
    api.setErrorHandler((error, _request, reply) => sendProblem(reply, error, tools.log))
    addKindFiles(api, house)
  })
  await addPages(app, tools.log)
  return app
}

const contentPolicy = {
  defaultSrc: ["'self'"],
  imgSrc: ["'self'", 'data:', 'blob:'],
  styleSrc: ["'self'", "'unsafe-inline'"],
  scriptSrc: ["'self'"],
  connectSrc: ["'self'"],
  // The worker of the pack editor and the service worker of the phone are files of the app.
  workerSrc: ["'self'"],
  frameAncestors: ["'none'"],
  upgradeInsecureRequests: null,
}

// Pages of the two apps; a path that is no file is a page of the app itself.
async function addPages(app: FastifyInstance, log: Log): Promise<void> {
  const folderOf = (name: string) => fileURLToPath(new URL(`../../${name}/dist`, import.meta.url))
  const shown = { console: existsSync(folderOf('console')), field: existsSync(folderOf('field')) }
  if (shown.console)
    await app.register(staticFiles, { root: folderOf('console'), prefix: '/', wildcard: false, schemaHide: true })
  if (shown.field)
    await app.register(staticFiles, {
      root: folderOf('field'),
      prefix: '/field/',
      wildcard: false,
      decorateReply: !shown.console,
      schemaHide: true,
    })
  app.setNotFoundHandler((request, reply) => {
    const path = request.url.split('?')[0] ?? ''
    if (path.startsWith('/api/') || request.method !== 'GET' || /\.\w+$/.test(path))
      return sendProblem(reply, problems.notFound({}), log)
    if (path === '/field' || path.startsWith('/field/'))
      return shown.field ? reply.sendFile('index.html', folderOf('field')) : sendProblem(reply, problems.notFound({}), log)
    return shown.console ? reply.sendFile('index.html', folderOf('console')) : sendProblem(reply, problems.notFound({}), log)
  })
}
