/** Colours of both faces as hex; every text on its ground reaches 4.5:1 (ui drawings, Tokens). tokens.css holds the same values. */
export const colours = {
  accentFill: '#0e7c7b',
  accent: '#0a5f5e',
  accentTint: '#e5f1f0',
  accentLine: '#b5d6d4',
  text: '#1f2a30',
  text2: '#566268',
  text3: '#64727a',
  line: '#e3e8ea',
  control: '#d5dbde',
  page: '#f5f7f7',
  card: '#ffffff',
  fill: '#f7f9f9',
  not: '#c8372d',
  notGround: '#fbeeec',
  notLine: '#f0c8c3',
  due: '#7a4e0e',
  dueGround: '#faf3e4',
  dueLine: '#e8d3a4',
  done: '#25653f',
  doneGround: '#e9f3ed',
  doneLine: '#c3dfcc',
  observed: '#5b4a8a',
  observedGround: '#f3f0fa',
  observedLine: '#d3cbe8',
} as const

/** Names of the colours, as in tokens.css with kebab-case. */
export type Colour = keyof typeof colours
