import { aboutPages } from './sv/about-pages.ts'
import { agreementPage } from './sv/agreement-page.ts'
import { codes } from './sv/codes.ts'
import { comparePage } from './sv/compare-page.ts'
import { economyPage } from './sv/economy-page.ts'
import { figures } from './sv/figures.ts'
import { contextFigures, indicatorPage } from './sv/indicator-page.ts'
import { otherPages } from './sv/other-pages.ts'
import { qualityPage } from './sv/quality-page.ts'
import { rules } from './sv/rules.ts'
import { signInPages } from './sv/sign-in.ts'
import { site } from './sv/site.ts'
import { waysPages } from './sv/ways-page.ts'

/** Every sentence that the dashboard says in Swedish. The English catalogue has the same keys. */
export const sv = {
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
