/** Wide screens, large type on narrow ones, paper, and no motion unless wanted. */
export const MEDIA = `
@media (min-width: 48rem) {
  .wrap { padding: 0 1.5rem; }
  .brand span { display: inline; }
  .hero h1 { font-size: 2.5rem; }
  .hero .wrap { padding-top: 2rem; padding-bottom: 11.5rem; }
  .hero svg { height: 15rem; }
  .doors { grid-template-columns: repeat(auto-fit, minmax(13rem, 1fr)); }
  .card { padding: 1.25rem; }
  .cols { display: grid; grid-template-columns: minmax(0, 1.7fr) minmax(0, 1fr); gap: 1.25rem 1.5rem; align-items: start; }
  .duties > li { display: grid; grid-template-columns: 6.25rem minmax(0, 1fr); }
  [lang=en] .duties > li { grid-template-columns: 9.75rem minmax(0, 1fr); }
  .duties > li > * { grid-column: 2; }
  .duties .chip { grid-area: 1/1; place-self: start; margin-top: .125rem; white-space: normal; }
  .half { grid-template-columns: minmax(0, 1.2fr) minmax(0, 1fr); }
  .reading { grid-template-rows: auto auto 1fr; }
  .reading > .head { grid-area: 1/2/3; }
  .reading > form > :nth-child(2) { margin-top: 0; }
  .reading > form { grid-area: 2/1/4; }
  .reading > .head:first-child ~ form { grid-row-start: 1; }
  .src { position: sticky; top: .5rem; max-height: calc(100vh - 1rem); overflow: auto; }
  li:only-child > .door, li:nth-last-child(2):first-child > .door, li:nth-last-child(2):first-child + li > .door { display: grid; grid-template-columns: auto 1fr; align-content: center; gap: 0 1rem; min-height: 6rem; }
  .doors > li:nth-last-child(-n+2):first-child .ic, .doors > li:first-child:nth-last-child(2) + li .ic { grid-row: span 2; width: 2.75rem; height: 2.75rem; margin: 0; }
}
@media (max-width: 47.99rem) {
  .cols > * + * { margin-top: 1.25rem; }
  .doors > :last-child:nth-child(odd) { grid-column: 1/-1; }
  .elder .doors { grid-template-columns: 1fr; }
  .elder .door { display: grid; grid-template-columns: auto 1fr; gap: 0 1rem; min-height: 0; }
  .elder .door .ic { grid-row: span 2; }
  .elder .tools a { padding: 0 .375rem; }
  .elder .toolbar { grid-template-columns: 1fr 1fr; }
  html.elder .kv > div { grid-template-columns: 1fr; }
}
@media screen and (max-width: 47.99rem) {
  .tbl, tbody, tr, .tbl td, .tbl th, caption { display: block; }
  thead { position: absolute; clip-path: inset(50%); }
  .tbl tr { padding: .5rem 0; border-top: 1px solid var(--line); }
  .tbl td, .tbl th { padding: .125rem 0; border: 0; }
  .tbl td { display: flex; gap: .75rem; justify-content: space-between; }
  .tbl td:before { content: attr(data-name); color: var(--ink-2); }
}
.stack > * + * { margin-top: 1.25rem; }
@page { size: A4; margin: 14mm 16mm; }
@media print {
  html { font-size: 10.5pt; line-height: 1.5; background: #fff; }
  a, blockquote a, mark a { color: inherit; text-decoration: none; }
  mark { border-bottom: 1px solid #999; }
  .top { background: none; color: inherit; border-bottom: 1px solid #000; }
  .bar { min-height: 0; padding: 0 0 .5rem; }
  .bar .brand { color: inherit; min-height: 0; }
  .brand span { display: inline; color: inherit; }
  .logo path { stroke: #000; }
  .drill { border: 2px solid #000; }
  .drill .wrap { padding: .125rem .5rem; }
  .official, .tools, .crumb, .toolbar, .ends, .foot ul, .go, .noprint, summary:after { display: none; }
  main { padding: 0; }
  .doc, main > .wrap > * + *, .stack > * + * { margin-top: .75rem; }
  .foot { margin-top: .75rem; padding: .5rem 0 0; background: none; font-size: 9pt; }
  .wrap { max-width: none; padding: 0; }
  .cols { display: block; }
  .cols:not(.plain) > .stack:last-child { display: grid; grid-template-columns: 40mm 1fr; gap: 1.5rem; margin-top: 1rem; }
  .cols:not(.plain) > .stack:last-child > .card { margin: 0; break-inside: avoid; }
  .card, details { border: 0; padding: 0; }
  summary, .in { padding: .25rem 0; min-height: 0; border: 0; }
  .list > li { padding: .375rem 0; break-inside: avoid; }
  h2, h3, summary { break-after: avoid; }
  h2 { font-size: 1.125rem; }
  .doc h1 { font-size: 1.5rem; }
  .note { padding: .375rem .75rem; }
  .vhead { color: inherit; background: none !important; padding: .5rem 0; border-bottom: 1px solid #000; }
  .vbody { padding: .5rem 0 0; }
  .verdict { border: 0; }
  .qr { width: 36mm; margin: .25rem 0 0; }
  .qr + p { text-align: left; }
  .src { max-height: none; }
  details::details-content { content-visibility: visible; block-size: auto; }
}
@media (prefers-reduced-motion: no-preference) { .btn, .door, .toolbar > * { transition: background .12s, border-color .12s; } }
`;
