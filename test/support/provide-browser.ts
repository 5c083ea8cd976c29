import type {TestProject} from 'vitest/node'
import {type FoundBrowser, findBrowser} from './find-browser.ts'

declare module 'vitest' {
  interface ProvidedContext {
    browser: FoundBrowser
  }
}

/** Finds or installs the browser before any test needs it. */
export default function provideBrowser(project: TestProject): void {
  project.provide('browser', findBrowser())
}
