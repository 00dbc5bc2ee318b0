import { Identities, VERDICT_WORDS } from '@utfall/contracts'
import type { FormatNote, Receipt } from '@utfall/contracts'
import { sentenceWith } from '../faults.ts'
import { ruleOf } from '../rules/catalogue.ts'
import { faultSection } from './faults.ts'
import { NOTHING, html } from './markup.ts'
import type { Markup } from './markup.ts'
import { STYLE } from './style.ts'
import { isUnusable } from '../verdict.ts'
import { DATASET, IDENTITY, TRIED, UNUSABLE, VERDICT_SAYS, momentWords, scopeWords } from './words.ts'

/** A receipt to mail back to the sender: one HTML document in Swedish that needs nothing beside it. */
export function receiptPage(receipt: Receipt): string {
  const { file, verdict, dry_run } = receipt
  const word = VERDICT_WORDS[verdict].sv
  return html`<!doctype html>
    <html lang="sv">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="robots" content="noindex" />
        <title>Kvittens: ${file}, ${word}</title>
        <style>
          ${{ html: STYLE }}
        </style>
      </head>
      <body>
        <main>
          <p class="kind">Kvittens${dry_run ? ' (prövning)' : ''}</p>
          <h1>${file}</h1>
          <p class="verdict ${verdict}">${word}</p>
          <p class="says">${saysOf(receipt)}</p>
          ${facts(receipt)} ${rowSum(receipt)} ${section('Vilka filen nämner', identities(receipt))}
          ${section('Vad filen ändrade', effects(receipt))}
          ${section('Kontroll av filen', notes(receipt.notes))}
          ${section('Sedan förra kvittensen', sinceLast(receipt))}
          ${section('Att rätta eller kontrollera', receipt.faults.map(faultSection))}
          <footer>
            <p>
              Identitetsnummer visas aldrig: där de stod i filen står •••. Alla fel, rad för rad, finns i
              CSV-filen med samma namn.
            </p>
            <p>
              Utfall, regelverk ${receipt.rule_set}. Filens kontrollsumma (SHA-256):
              <span style="overflow-wrap:anywhere">${receipt.sha256 || 'saknas'}</span>
            </p>
          </footer>
        </main>
      </body>
    </html> `.html
}

function saysOf({ verdict, dry_run, rows }: Receipt): string {
  if (isUnusable(rows)) return dry_run ? UNUSABLE.tried : UNUSABLE.done
  return dry_run ? TRIED[verdict] : VERDICT_SAYS[verdict]
}

function section(title: string, content: readonly Markup[]): Markup {
  return content.length === 0
    ? NOTHING
    : html`<section>
        <h2>${title}</h2>
        ${content}
      </section>`
}

function facts({ sender, agreement, source, dataset, received, scope, format, bytes }: Receipt): Markup {
  const told = [
    ['Avsändare', sender ?? 'okänd'],
    ['Avtal', agreement || 'inget'],
    ['Källa', source ?? 'ingen'],
    ['Innehåll', dataset === null ? 'okänt' : DATASET[dataset]],
    ['Mottagen', momentWords(received)],
    ['Gäller', scopeWords(scope)],
    ['Format', `${format || 'okänt'} (${new Intl.NumberFormat('sv-SE').format(bytes)} byte)`],
  ] as const
  return html`<dl class="facts">
    ${told.map(
      ([name, value]) =>
        html`<dt>${name}</dt>
          <dd>${value}</dd>`,
    )}
  </dl>`
}

function rowSum({ rows, verdict }: Receipt): Markup {
  if (verdict === 'rejected' && !isUnusable(rows)) return NOTHING
  const terms = [
    ['nya', rows.new],
    ['ändrade', rows.changed],
    ['oförändrade', rows.unchanged],
    ['dubbletter', rows.duplicate],
    ['i karantän', rows.quarantined],
  ] as const
  return html`<section>
    <h2>Raderna</h2>
    <p>
      Varje läst rad är en av fem: ny, ändrad, oförändrad, dubblett eller i karantän. Summan går alltid jämnt
      upp.
    </p>
    <dl class="sum">
      <div class="read">
        <dt>lästa</dt>
        <dd>${rows.read}</dd>
      </div>
      ${terms.map(
        ([name, count]) =>
          html`<div>
            <dt>${name}</dt>
            <dd>${count}</dd>
          </div>`,
      )}
    </dl>
    ${rows.removed > 0 ? html`<p>Dessutom togs ${rows.removed} rader bort som fanns förut men inte står i filen.</p>` : NOTHING}
  </section>`
}

/** Whom the file names, by kind; kinds that it has none of are left out. */
function identities({ identities: told }: Receipt): Markup[] {
  if (told === undefined) return []
  const counts = Identities.keyof().options.flatMap((kind) =>
    told[kind] > 0 ? [[IDENTITY[kind], told[kind]] as const] : [],
  )
  return [boxes(counts)]
}

function boxes(counts: readonly (readonly [string, number])[]): Markup {
  return html`<dl class="sum">
    ${counts.map(
      ([name, count]) =>
        html`<div>
          <dt>${name}</dt>
          <dd>${count}</dd>
        </div>`,
    )}
  </dl>`
}

function effects({ effects: changed, verdict }: Receipt): Markup[] {
  if (changed.length > 0) {
    return [
      html`<ul>
        ${changed.map(({ sentence }) => html`<li>${sentence.sv}</li>`)}
      </ul>`,
    ]
  }
  const loaded = verdict === 'approved' || verdict === 'approved_with_remarks'
  return loaded ? [html`<p>Inget av de stora talen ändrades.</p>`] : []
}

function notes(told: readonly FormatNote[]): Markup[] {
  if (told.length === 0) return []
  const items = told.map(({ ok, sentence }) => {
    const [mark, word] =
      ok === null ? ['told', 'Uppgift'] : ok ? ['holds', '✓ Stämmer'] : ['differs', '✗ Avviker']
    return html`<li><span class="mark ${mark}">${word}</span> ${sentence.sv}</li>`
  })
  return [
    bookkeepingBadge(told),
    html`<ul class="notes">
      ${items}
    </ul>`,
  ]
}

/** Whether a bookkeeping file agrees with itself, in one word. */
function bookkeepingBadge(told: readonly FormatNote[]): Markup {
  const checks = told.filter(({ id, ok }) => id.startsWith('sie_') && ok !== null)
  if (checks.length === 0) return NOTHING
  return checks.every(({ ok }) => ok)
    ? html`<p class="verdict approved">Bokföringen stämmer</p>`
    : html`<p class="verdict paused">Bokföringen avviker</p>`
}

/** Which faults of the last file are gone, which came, and which are there still. */
function sinceLast({ since_last: { fixed, new: fresh, remaining } }: Receipt): Markup[] {
  const groups = [
    ['Rättat', fixed],
    ['Nytt', fresh],
    ['Kvar', remaining],
  ] as const
  return groups.flatMap(([title, rules]) => {
    if (rules.length === 0) return []
    const sentences = rules.map((id) => sentenceWith(ruleOf(id).sentence, { sv: '', en: '' }).sv)
    return [
      html`<p><strong>${title}</strong></p>
        <ul>
          ${sentences.map((text) => html`<li>${text}</li>`)}
        </ul>`,
    ]
  })
}
