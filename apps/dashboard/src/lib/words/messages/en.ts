import { aboutPages } from './en/about-pages.ts'
import { agreementPage } from './en/agreement-page.ts'
import { codes } from './en/codes.ts'
import { comparePage } from './en/compare-page.ts'
import { economyPage } from './en/economy-page.ts'
import { figures } from './en/figures.ts'
import { contextFigures, indicatorPage } from './en/indicator-page.ts'
import { otherPages } from './en/other-pages.ts'
import { qualityPage } from './en/quality-page.ts'
import { rules } from './en/rules.ts'
import { signInPages } from './en/sign-in.ts'
import { site } from './en/site.ts'
import { waysPages } from './en/ways-page.ts'
import type { sv } from './sv.ts'

export const en: typeof sv = {
  site,
  codes,
  comparePage,
  figures,
  agreementPage,
  indicatorPage,
  contextFigures,
  economyPage,
  qualityPage,
  rules,
  ...aboutPages,
  ...otherPages,
  ...waysPages,
  ...signInPages,
}
