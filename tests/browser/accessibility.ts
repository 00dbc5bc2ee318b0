/// <reference lib="dom" />
/// <reference lib="dom.iterable" />
import axe from 'axe-core'
import type { AxeResults } from 'axe-core'
import type { BrowserContext, Page } from 'playwright-core'

declare global {
  interface Window {
    readonly axe: typeof axe
  }
}

/** Lets every page that the context opens be judged by axe. */
export const withAxe = (context: BrowserContext) => context.addInitScript({ content: axe.source })

/** What axe finds wrong with the page as it is shown now: rule, and the first element that breaks it. */
export async function faultsIn(page: Page): Promise<string[]> {
  return found(await page.evaluate(() => window.axe.run(document, { resultTypes: ['violations'] })))
}

/** The same of colours alone: all that the other colour scheme of a page changes. */
export async function coloursAtFault(page: Page): Promise<string[]> {
  return found(
    await page.evaluate(() =>
      window.axe.run(document, { runOnly: ['color-contrast'], resultTypes: ['violations'] }),
    ),
  )
}

function found({ violations }: AxeResults): string[] {
  return violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)
}

/** What is reached by the tab key but does not show that it has focus, or comes in another order than it stands. */
export const unseenFocus = (page: Page): Promise<string[]> =>
  page.evaluate(() =>
    [...document.querySelectorAll<HTMLElement>('a[href], summary, button, input, select, [tabindex]')]
      .filter((element) => element.checkVisibility() && element.tagName !== 'MAIN')
      .filter((element) => {
        element.focus({ preventScroll: true })
        const { outlineStyle, outlineWidth } = getComputedStyle(element)
        const isSeen = outlineStyle === 'solid' && Number.parseFloat(outlineWidth) >= 2
        return document.activeElement !== element || !isSeen || element.tabIndex > 0
      })
      .map((element) => element.outerHTML.slice(0, 120)),
  )
