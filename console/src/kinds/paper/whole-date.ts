/** The day by which moments are written on paper: none. A sheet is read on another day, so each says its whole date. */
export const wholeDate = ''
