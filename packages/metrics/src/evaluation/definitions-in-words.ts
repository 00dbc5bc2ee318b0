import type { PublishedIndicator } from '@utfall/contracts'

/** Every indicator that has a figure in the package, in Swedish, with its SELECT. */
export function definitionsInWords(indicators: readonly PublishedIndicator[], agreement: string): string {
  return [
    '# Så räknas varje siffra',
    '',
    ...indicators.map((each) => definitionInWords(each, agreement)),
  ].join('\n')
}

function definitionInWords(indicator: PublishedIndicator, agreement: string): string {
  const { id, version, title, definition, numerator, denominator, excluded, placed_by, limitation, origin } =
    indicator
  const since = indicator.valid_from[agreement]
  const facts = [
    ['Täljare', numerator.sv],
    ['Nämnare', denominator?.sv],
    ['Räknas inte med', excluded?.sv],
    ['Avgör perioden', placed_by.sv],
    ['Säger inte', limitation?.sv],
    ['Ursprung', origin],
    ['Avtalet bestämmer', parametersInWords(indicator.parameters[agreement] ?? {})],
    ['Gäller från', since],
  ].filter(([, fact]) => fact !== undefined)
  return [
    `## ${title.sv}`,
    '',
    `\`${id}\`, version ${version}`,
    '',
    definition.sv,
    '',
    ...facts.map(([name, fact]) => `* **${name}.** ${fact}`),
    '',
    '```sql',
    indicator.sql.trim(),
    '```',
    '',
  ].join('\n')
}

function parametersInWords(parameters: Readonly<Record<string, unknown>>): string | undefined {
  const said = Object.entries(parameters).map(([name, value]) => `\`${name}\` = ${JSON.stringify(value)}`)
  return said.length > 0 ? said.join(', ') : undefined
}
