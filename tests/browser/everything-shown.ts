/** What the dashboard answers, by address: pages with their source, and all that they offer of their figures. */
export type Shown = ReadonlyMap<string, Buffer>

const PAGES = ['/', '/jamfor', '/kvalitet', '/rattelser', '/data']
const OFFERED = /\/(?:figur\.(?:svg|png)|data\.csv)/

/** All that is said of one agreement and of these indicators of it. One picture of each page is drawn in points. */
export async function everythingShown(
  address: string,
  agreement: string,
  indicators: readonly string[],
): Promise<Shown> {
  const home = `/avtal/${agreement}`
  const paths = [
    ...PAGES,
    home,
    `${home}/__data.json`,
    `${home}/ekonomi`,
    `${home}/vagen-vidare`,
    ...indicators.map((indicator) => `${home}/indikator/${indicator}`),
  ]
  const shown = new Map<string, Buffer>()
  const look = async (path: string): Promise<string> => {
    const response = await fetch(address + path)
    if (!response.ok) throw new Error(`${response.status} ${path}`)
    const content = Buffer.from(await response.arrayBuffer())
    shown.set(path, content)
    return content.toString()
  }
  for (const path of paths) {
    const offered = linksOf(await look(path)).filter((link) => OFFERED.test(link))
    const picture = offered.find((link) => link.includes('.png'))
    for (const link of offered.filter((each) => each === picture || !each.includes('.png'))) await look(link)
  }
  return shown
}

function linksOf(page: string): string[] {
  return [
    ...new Set([...page.matchAll(/href="(\/[^"]+)"/g)].map(([, link = '']) => link.replaceAll('&amp;', '&'))),
  ]
}
