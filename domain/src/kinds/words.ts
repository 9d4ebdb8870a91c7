import { documentActs, versionStates } from './document/document.ts'
import { w } from './fields.ts'
import { registerActs, registerStates } from './register/register.ts'
import { flows } from './request/flows.ts'
import { roundActs, roundStandings } from './round/round.ts'
import { urgencies } from './terms/term.rules.ts'

/** The parties of a flow as people call them. */
export const partyWords = {
  desk: w('受理的地方', 'the desk that took it'),
  office: w('承办单位', 'the office that handles it'),
  doer: w('经办人', 'whoever it was given to'),
  place: w('相关的地方', 'the place it is about'),
  above: w('上一级', 'the level above'),
  other: w('接收的一方', 'the other side'),
  addressee: w('收件单位', 'the addressees'),
  finder: w('发现的一方', 'whoever found it'),
  hearer: w('投诉、申请的人', 'whoever asked'),
} as const

/** Acts and states of every mechanism in words, as the declarations have them: one word for one idea on all faces. */
export const mechanismWords = {
  register: { words: w('登记簿', 'Register'), acts: registerActs, states: registerStates },
  request: { words: w('办事', 'Request'), flows, urgencies },
  round: { words: w('走一遍', 'Round'), acts: roundActs, states: roundStandings },
  document: { words: w('文书', 'Document'), acts: documentActs, states: versionStates },
} as const
