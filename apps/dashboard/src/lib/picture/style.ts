import marks from '../../styles/chart.css?raw'
import tokens from '../../styles/tokens.css?raw'

/** Pictures are white where pages are paper, and their type is named: they stand in documents of others. */
const OWN = new Map([
  ['paper', '#fff'],
  ['sans', "'Source Sans 3', 'Segoe UI', Arial, sans-serif"],
])

/** The tokens of the light page: those of the first block. */
const light = new Map(
  [...(tokens.split('@media')[0] ?? '').matchAll(/--([\w-]+):\s*([^;]+);/g)].map(
    ([, name = '', value = '']) => [name, value],
  ),
)

const valueOf = (_: string, name: string): string => {
  const value = OWN.get(name) ?? light.get(name)
  if (value === undefined) throw new Error(`chart.css uses --${name}, which tokens.css does not define`)
  return value
}

/** The marks of charts as pages draw them, without anything that a page must define. */
export const STYLE = `${marks.replaceAll(/\/\*.*?\*\//gs, '').replaceAll(/var\(--([\w-]+)\)/g, valueOf)}
svg text.title { font-size: 22px; font-weight: 600; fill: ${light.get('ink') ?? ''} }
svg text.summary { font-size: 15px }
`
