import type { Endpoint } from '@wangdi/domain/endpoint.ts'
import { ProblemReply } from '@wangdi/domain/endpoint.ts'
import { type Tidy, tidierOf } from '@wangdi/domain/text/tidy-input.ts'
import { Ajv } from 'ajv'
import addFormats from 'ajv-formats'
import type { TSchema } from 'typebox'

// ajv-formats is CommonJS: its default export hides one level down.
const formats = addFormats as unknown as (ajv: Ajv) => Ajv
/** Judges bodies: what they say is of the kind that the contract says. */
export const strict = formats(new Ajv({ strict: false, allErrors: false }))
/** Judges addresses, in which everything is text. */
export const coercing = formats(new Ajv({ strict: false, allErrors: false, coerceTypes: 'array' }))

/** The three parts of a request that may carry fields of an input. */
type Part = 'params' | 'query' | 'body'

/** What a verb reads from which part of a request, and nothing from elsewhere. */
export interface Road {
  readonly method: 'GET' | 'POST'
  readonly url: string
  readonly schema: Readonly<Record<string, unknown>>
  /** The longest body in bytes. */
  readonly bodyLimit: number
  /** Brings the texts of a part to the form in which they are kept, before they are judged. */
  tidy(part: Part, value: unknown): unknown
  /** The input from the parts as they were judged. */
  inputOf(request: { params: unknown; query: unknown; body: unknown }): object
}

/** The road of a contract: fields that its path names come from the path, the rest of a GET from the query, of a POST from the body. */
export function roadOf(endpoint: Endpoint): Road {
  const [method, path] = endpoint.at.split(' ') as ['GET' | 'POST', string]
  const named = new Set([...path.matchAll(/:(\w+)/g)].map((match) => match[1] ?? ''))
  const inPath = partOf(endpoint, (name) => named.has(name))
  const elsewhere = partOf(endpoint, (name) => !named.has(name))
  const nothing = partOf(endpoint, () => false)
  const parts = { params: inPath, ...(method === 'GET' ? { query: elsewhere } : { query: nothing, body: elsewhere }) }
  const tidiers = new Map<string, Tidy | undefined>(Object.entries(parts).map(([part, one]) => [part, tidierOf(one)]))
  return {
    method,
    url: `/api${path}`,
    bodyLimit: longestBody(elsewhere.properties),
    schema: {
      ...(named.size > 0 ? { params: closed(inPath) } : {}),
      querystring: closed(parts.query),
      ...(method === 'POST' ? { body: closed(elsewhere) } : {}),
      response: { 200: endpoint.reply, '4xx': ProblemReply, '5xx': ProblemReply },
    },
    tidy: (part, value) => tidiers.get(part)?.(value) ?? value,
    inputOf: ({ params, query, body }) => ({ ...((method === 'GET' ? query : body) as object), ...(params as object) }),
  }
}

/** The longest body of verbs that say nothing else, in bytes. */
export const usualBody = 1_048_576

/** The longest body of a verb: texts of more than 100,000 characters have room beside the rest, three bytes for a character. */
function longestBody(fields: Readonly<Record<string, TSchema>>): number {
  const texts = Object.values(fields).map((field) => (field as { maxLength?: number }).maxLength ?? 0)
  return usualBody + texts.filter((length) => length > 100_000).reduce((sum, length) => sum + length * 3, 0)
}

function partOf(endpoint: Endpoint, want: (name: string) => boolean) {
  const all = Object.entries(endpoint.input.properties as Record<string, TSchema>)
  const required = new Set((endpoint.input as { required?: string[] }).required ?? [])
  return {
    type: 'object',
    properties: Object.fromEntries(all.filter(([name]) => want(name))),
    required: all.map(([name]) => name).filter((name) => want(name) && required.has(name)),
  }
}

interface Schema {
  readonly type?: string
  readonly minimum?: number
  readonly maximum?: number
  readonly properties?: Readonly<Record<string, Schema>>
  readonly patternProperties?: Readonly<Record<string, Schema>>
  readonly additionalProperties?: unknown
  readonly items?: Schema
  readonly anyOf?: readonly Schema[]
}

// What a column of whole numbers holds (PostgreSQL's integer).
const least = -2_147_483_648
const most = 2_147_483_647

/**
 * A JSON Schema of a contract, shut at every depth: an object with named fields takes no others, so that a misspelt field is
 * refused instead of lost, and whole numbers end where the database's do. Objects that keep any name (records) stay as they are.
 */
export function closed(schema: object): object {
  const { properties, patternProperties, items, anyOf, ...rest } = schema as Schema
  const all = (schemas: Readonly<Record<string, Schema>>) =>
    Object.fromEntries(Object.entries(schemas).map(([name, one]) => [name, closed(one)]))
  return {
    ...rest,
    ...(rest.type === 'integer' && { minimum: rest.minimum ?? least, maximum: rest.maximum ?? most }),
    ...(properties && { additionalProperties: rest.additionalProperties ?? false, properties: all(properties) }),
    ...(patternProperties && { patternProperties: all(patternProperties) }),
    ...(items && { items: closed(items) }),
    ...(anyOf && { anyOf: anyOf.map(closed) }),
  }
}
