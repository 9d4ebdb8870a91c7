/**
 * Whether an error says that a unique index, by its name, let no second row in. A cluster hands on only the words of the node where
 * the row would lie; the name there is that of a part, with its number behind.
 */
export function isRefusedBy(index: string, error: unknown): boolean {
  const { code, constraint, message } = error as { code?: unknown; constraint?: unknown; message?: unknown }
  return code === '23505' && new RegExp(`\\b${index}(_\\d+)?\\b`).test(String(constraint ?? message))
}
