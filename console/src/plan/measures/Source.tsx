/** Where a rule stands: the document, cut when it is long, and its section, always whole. */
export function Source({ source }: { source: { document: string; section: string } }) {
  return (
    <span className="plan-source" title={`${source.document}·${source.section}`}>
      <span className="document">{source.document}</span>·{source.section}
    </span>
  )
}
