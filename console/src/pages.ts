import type { Page } from './shell/page.ts'

const found = import.meta.glob<{ pages: readonly Page[] }>('./*/*.pages.ts', { eager: true })

/** Every page of the console: what each subject folder exports as `pages` from its <subject>.pages.ts. */
export const pages: readonly Page[] = Object.values(found).flatMap((subject) => subject.pages)
