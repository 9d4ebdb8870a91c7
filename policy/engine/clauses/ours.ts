/** The document of a rule that no notice and no law contains: a proposal of this house, which a place may leave. */
export const ourProposal = '本系统建议'
