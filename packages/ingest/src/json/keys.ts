/** JSON as far as its beginning tells: the keys of the outermost object, in order. Empty for anything else. */
export function outermostKeys(head: Uint8Array): Set<string> {
  const text = Buffer.from(head)
    .toString('latin1')
    .replace(/^(?:\u00ef\u00bb\u00bf|\u00ff\u00fe|\u00fe\u00ff)/, '')
    .replaceAll('\0', '')
    .trimStart()
  const keys = new Set<string>()
  if (!text.startsWith('{')) return keys
  let depth = 0
  for (const [token, key] of text.matchAll(/"((?:\\.|[^"\\])*)"(?:\s*(?<colon>:))?|[{}[\]]/g)) {
    if (token === '{' || token === '[') depth += 1
    else if (token === '}' || token === ']') depth -= 1
    else if (depth === 1 && key !== undefined && token.endsWith(':')) keys.add(key)
  }
  return keys
}
