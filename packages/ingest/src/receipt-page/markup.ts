/** A piece of HTML. Anything else that is put into one is text, and is escaped. */
export interface Markup {
  readonly html: string
}

type Part = string | number | Markup | readonly Markup[]

/** HTML from a template, with its parts escaped unless they are HTML themselves. */
export function html(strings: TemplateStringsArray, ...parts: readonly Part[]): Markup {
  const put = strings.map((text, index) => {
    const part = parts[index]
    return part === undefined ? text : text + putIn(part)
  })
  return { html: put.join('') }
}

export const NOTHING: Markup = { html: '' }

function putIn(part: Part): string {
  if (typeof part === 'string') return escaped(part)
  if (typeof part === 'number') return escaped(NUMBER.format(part))
  return 'html' in part ? part.html : part.map((each) => each.html).join('')
}

const NUMBER = new Intl.NumberFormat('sv-SE')
const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
}

function escaped(text: string): string {
  return text.replaceAll(/[&<>"']/g, (sign) => ENTITIES[sign] ?? sign)
}
