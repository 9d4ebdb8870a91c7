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
