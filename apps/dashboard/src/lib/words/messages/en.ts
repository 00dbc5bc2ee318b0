import { agreementPage } from './en/agreement-page.ts'
import { codes } from './en/codes.ts'
import { figures } from './en/figures.ts'
import { indicatorPage } from './en/indicator-page.ts'
import { otherPages } from './en/other-pages.ts'
import { site } from './en/site.ts'
import type { sv } from './sv.ts'

export const en: typeof sv = { site, codes, figures, agreementPage, indicatorPage, ...otherPages }
