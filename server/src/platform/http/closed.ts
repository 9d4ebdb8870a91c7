interface Schema {
  readonly properties?: Readonly<Record<string, Schema>>
  readonly additionalProperties?: unknown
  readonly items?: Schema
  readonly anyOf?: readonly Schema[]
}

/**
 * A JSON Schema of a contract, shut at every depth: an object with named fields takes no others, so that a misspelt field is
 * refused instead of lost. Objects that keep any name (records) stay as they are.
 */
export function closed(schema: object): object {
  const { properties, items, anyOf, ...rest } = schema as Schema
  return {
    ...rest,
    ...(properties && {
      additionalProperties: rest.additionalProperties ?? false,
      properties: Object.fromEntries(Object.entries(properties).map(([name, one]) => [name, closed(one)])),
    }),
    ...(items && { items: closed(items) }),
    ...(anyOf && { anyOf: anyOf.map(closed) }),
  }
}
