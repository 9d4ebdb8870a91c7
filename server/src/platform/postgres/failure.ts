import { readFile } from 'node:fs/promises'

/** Why the embedded PostgreSQL could not be started: a stable code, a sentence in Chinese and in English, and the end of its log. */
export class LaunchFailure extends Error {
  readonly code: string

  constructor(code: string, chinese: string, english: string, logTail = '') {
    super([chinese, english, logTail && `--- postgres.log ---\n${logTail}`].filter(Boolean).join('\n'))
    this.name = 'LaunchFailure'
    this.code = code
  }
}

/** The last lines of a text file (at most 20), empty when the file is absent. */
export async function lastLines(file: string, count = 20): Promise<string> {
  const text = await readFile(file, 'utf8').catch(() => '')
  return text.trimEnd().split('\n').slice(-count).join('\n')
}
