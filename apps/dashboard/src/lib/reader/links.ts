import type { Language } from '@utfall/contracts'

/** The part of an address that follows the reader from page to page. */
export interface Choice {
  readonly language: Language
  /** The earlier publication that the reader asked for, if any. */
  readonly publication: string | undefined
}

export type Href = (path: string, query?: Readonly<Record<string, string | readonly string[]>>) => string

/** Links that keep the reader's language and publication. */
export function linksFor({ language, publication }: Choice): Href {
  return (path, query = {}) => {
    const search = new URLSearchParams()
    for (const [key, values] of Object.entries(query)) {
      for (const value of [values].flat()) search.append(key, value)
    }
    if (language !== 'sv') search.set('lang', language)
    if (publication !== undefined && !search.has('publication')) search.set('publication', publication)
    return search.size > 0 ? `${path}?${search}` : path
  }
}

export const agreementPath = (agreement: string): string => `/avtal/${agreement}`
export const indicatorPath = (agreement: string, indicator: string): string =>
  `${agreementPath(agreement)}/indikator/${indicator}`
export const waysPath = (agreement: string): string => `${agreementPath(agreement)}/vagen-vidare`
export const economyPath = (agreement: string): string => `${agreementPath(agreement)}/ekonomi`

export const comparePath = '/jamfor'
export const methodPath = (indicator: string): string => `/metod/${indicator}`

/** Where the same page is in the other language: the address as it is, but for `lang`. */
export function inOtherLanguage(url: URL, language: Language): string {
  const search = new URLSearchParams(url.search)
  if (language === 'sv') search.set('lang', 'en')
  else search.delete('lang')
  return search.size > 0 ? `${url.pathname}?${search}` : url.pathname
}
