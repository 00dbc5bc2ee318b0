import type { FaultExample, FaultGroup } from '@utfall/contracts'
import { NOTHING, html } from './markup.ts'
import type { Markup } from './markup.ts'
import { SEVERITY } from './words.ts'

/** One rule: what is wrong and how often, why it matters, how it is mended, and where it stands. */
export function faultSection(fault: FaultGroup): Markup {
  const { rule, severity, count, sentence, why, mend, examples } = fault
  return html`<section class="fault ${severity}" aria-labelledby="rule-${rule}">
    <p class="tag">
      <strong>${SEVERITY[severity]}</strong> · ${count} ${count === 1 ? 'gång' : 'gånger'} · ${rule}
    </p>
    <h3 id="rule-${rule}">${sentence.sv}</h3>
    <p>${why.sv}</p>
    <p class="mend"><strong>Så rättas det:</strong> ${mend.sv}</p>
    ${examples.length > 0 ? grid(fault) : NOTHING}
  </section>`
}

/** The examples as a sheet shows them, with the cell at fault marked. */
function grid({ rule, count, examples }: FaultGroup): Markup {
  const columns = [...new Set(examples.flatMap(({ cells }) => Object.keys(cells)))]
  const which =
    count > examples.length ? `De första ${examples.length} av ${count} raderna` : 'Raderna i filen'
  return html`<div class="grid" role="region" tabindex="0" aria-label="${which} (${rule})">
    <table>
      <caption>
        ${which}
      </caption>
      <thead>
        <tr>
          <th scope="col">Rad</th>
          ${columns.map((column) => html`<th scope="col">${column}</th>`)}
        </tr>
      </thead>
      <tbody>
        ${examples.map((example) => exampleRow(example, columns))}
      </tbody>
    </table>
  </div>`
}

function exampleRow({ line, column, cells }: FaultExample, columns: readonly string[]): Markup {
  const shown = columns.map((name) => {
    const text = cells[name] ?? ''
    if (name !== column) return html`<td>${text}</td>`
    return html`<td class="bad"><span class="apart">Fel här: </span>${text === '' ? '(tomt)' : text}</td>`
  })
  return html`<tr>
    <th scope="row">${line === null ? 'hela filen' : String(line)}</th>
    ${shown}
  </tr>`
}
