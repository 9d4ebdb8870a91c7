// The browser and the Chinese font that the browser tests need; installed on Debian when we may.
import { execFileSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { nodeProgram, run, say } from './install.mjs'

/** Why the browser tests cannot run here, or undefined when Chromium and a Chinese font are there (installed if need be). */
export async function whyNoBrowser() {
  const missing = [
    ...(existsSync('/usr/bin/chromium') ? [] : ['chromium']),
    ...(hasChineseFont() ? [] : ['fonts-wqy-microhei', 'fontconfig']),
  ]
  if (missing.length === 0) {
    await addWindowless()
    return undefined
  }
  const wanted = `apt-get install ${missing.join(' ')}`
  if (process.getuid?.() !== 0) return `needs \`${wanted}\`, which only root may do`
  if (!existsSync('/usr/bin/apt-get')) return `needs ${missing.join(' and ')}, and there is no apt-get here`
  say(`安装浏览器测试所需的软件包 · ${wanted}`)
  if (!(await aptInstall(missing))) return `\`${wanted}\` did not succeed, see its output above`
  await addWindowless()
  return undefined
}

// The same browser without windows opens a page at about three quarters of the cost. Not every Debian has it: Chromium does as well.
async function addWindowless() {
  if (existsSync('/usr/bin/chromium-headless-shell') || process.getuid?.() !== 0 || !existsSync('/usr/bin/apt-get')) return
  if (!(await aptInstall(['chromium-headless-shell'], 1)))
    say('chromium-headless-shell 没有装上，用 chromium · taking chromium instead')
}

function hasChineseFont() {
  try {
    return execFileSync('fc-list', [':lang=zh'], { encoding: 'utf8' }).trim() !== ''
  } catch {
    return false
  }
}

async function aptInstall(packages, attempts = 3) {
  const wait = ['-o', 'DPkg::Lock::Timeout=300', '-o', 'Acquire::Retries=3']
  const quiet = { DEBIAN_FRONTEND: 'noninteractive' }
  for (let attempt = 1; attempt <= attempts; attempt++) {
    // A fresh machine has no package lists; one with stale lists asks for versions that are gone.
    await run('apt-get', [...wait, 'update', '-qq'], quiet)
    if ((await run('apt-get', [...wait, 'install', '-y', '-qq', '--no-install-recommends', ...packages], quiet)) === 0)
      return true
    if (attempt < attempts) await run(nodeProgram(), ['-e', 'setTimeout(() => {}, 5000)'])
  }
  return false
}
