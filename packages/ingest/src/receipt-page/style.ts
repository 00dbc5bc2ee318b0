/** The style of a receipt: for a small screen, a large one and paper. Every colour stands 4.5 : 1 against its ground. */
export const STYLE = `
:root { color-scheme: light; font: 16px/1.5 system-ui, 'Segoe UI', Roboto, 'Liberation Sans', sans-serif; color: #1c2321; background: #f4f5f2; }
* { box-sizing: border-box; }
body { margin: 0; }
main { overflow-wrap: anywhere; max-width: 60rem; margin: 0 auto; padding: clamp(1rem, 4vw, 3rem); background: #fff; min-height: 100vh; }
h1 { font-size: clamp(1.4rem, 4vw, 2rem); line-height: 1.2; margin: .2rem 0 1rem; overflow-wrap: anywhere; }
h2 { font-size: 1.2rem; margin: 2.5rem 0 .75rem; padding-top: .75rem; border-top: 1px solid #d5dad6; }
h3 { font-size: 1.05rem; margin: 0 0 .5rem; }
p, ul, dl { margin: 0 0 .75rem; }
ul { padding-left: 1.25rem; }
.kind { margin: 0; color: #4d5955; }
.verdict { display: inline-block; padding: .25rem .8rem; border-radius: 1rem; font-weight: 600; border: 2px solid; }
.approved { color: #14532d; background: #e9f6ee; border-color: #2f855a; }
.approved_with_remarks, .paused { color: #6b3d00; background: #fff6e0; border-color: #b7791f; }
.rejected { color: #7f1d1d; background: #fdecec; border-color: #c53030; }
.says { margin-top: .6rem; max-width: 42rem; }
.facts { display: grid; grid-template-columns: minmax(7rem, max-content) 1fr; gap: .15rem 1rem; }
.facts dt { color: #4d5955; }
.facts dd { margin: 0; overflow-wrap: anywhere; }
.sum { display: flex; flex-wrap: wrap; gap: .5rem; }
.sum div { display: flex; flex-direction: column-reverse; padding: .4rem .8rem; border: 1px solid #d5dad6; border-radius: .4rem; min-width: 6.5rem; }
.sum dt { color: #4d5955; font-size: .9rem; }
.sum dd { margin: 0; font-size: 1.3rem; font-weight: 600; font-variant-numeric: tabular-nums; }
.sum .read { background: #eef2ef; }
.notes { list-style: none; padding: 0; }
.notes li { padding: .35rem 0; border-bottom: 1px solid #e6e9e7; }
.mark { display: inline-block; min-width: 5.5rem; margin-right: .5rem; font-weight: 600; }
.holds { color: #14532d; } .differs { color: #7f1d1d; } .told { color: #4d5955; }
.fault { border: 1px solid #d5dad6; border-left-width: 6px; border-radius: .4rem; padding: 1rem; margin: 0 0 1rem; break-inside: avoid; }
.fault.stop, .fault.error { border-left-color: #c53030; } .fault.check { border-left-color: #b7791f; }
.tag { font-size: .9rem; color: #4d5955; margin: 0 0 .25rem; }
.tag strong { color: #1c2321; }
.mend { background: #eef2ef; padding: .5rem .75rem; border-radius: .3rem; }
.grid { position: relative; overflow-x: auto; margin-top: .75rem; }
.grid:focus-visible { outline: 3px solid #1d4f91; outline-offset: 2px; }
table { border-collapse: collapse; font-size: .9rem; }
caption { text-align: left; color: #4d5955; padding-bottom: .3rem; }
th, td { border: 1px solid #c5ccc8; padding: .25rem .5rem; text-align: left; vertical-align: top; white-space: nowrap; }
thead th { background: #eef2ef; }
td.bad { background: #fdecec; outline: 2px solid #c53030; outline-offset: -2px; color: #7f1d1d; font-weight: 600; }
.apart { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
footer { margin-top: 3rem; padding-top: 1rem; border-top: 1px solid #d5dad6; color: #4d5955; font-size: .9rem; }
@media print {
  @page { margin: 15mm; }
  :root { font-size: 10.5pt; background: #fff; }
  main { padding: 0; max-width: none; min-height: 0; }
  .grid { overflow: visible; }
  table { width: 100%; }
  th, td { white-space: normal; overflow-wrap: break-word; }
  h2 { break-after: avoid; }
  * { print-color-adjust: exact; }
}
`
