/** Native controls, the error summary, and the two sides of the reading tool. */
export const FORMS = `
form > * + * { margin-top: 1.5rem; }
fieldset { border: 0; padding: 0; margin: 0; min-width: 0; }
form > fieldset { margin-top: 1.5rem; }
label, legend { display: block; padding: 0; font-weight: 700; line-height: 1.4; }
.q { font-size: 1.125rem; }
.hint { margin: .125rem 0 0; font-size: .9rem; color: var(--ink-2); }
select, textarea, input:not([type=checkbox], [type=radio], [type=hidden]) { width: 100%; min-height: 3rem; margin-top: .375rem; padding: .5rem .75rem; font: inherit; color: inherit; background: var(--card); border: 2px solid var(--edge); border-radius: var(--round); }
textarea { display: block; min-height: 14rem; resize: vertical; }
::file-selector-button { margin-right: .75rem; padding: .25rem .75rem; font: inherit; color: var(--pine); background: var(--pine-1); border: 0; border-radius: 4px; cursor: pointer; }
.opt { display: flex; gap: .625rem; align-items: center; min-height: 3rem; font-weight: 400; cursor: pointer; }
.opt input { flex: none; width: 1.375rem; height: 1.375rem; margin: 0; accent-color: var(--pine); }
.then { margin-top: 1rem; padding-left: .875rem; border-left: 4px solid var(--line); }
.unit { display: flex; gap: .625rem; align-items: center; }
.few { min-height: 8rem; }
.box { padding: .25rem .75rem; background: var(--card); border: 2px solid var(--edge); border-radius: var(--round); }
.opts .opt { line-height: 1.35; }
.bad { padding-left: .875rem; border-left: 5px solid var(--no); }
.bad textarea, .bad select, .bad input { border-color: var(--no); }
.err { display: flex; gap: .375rem; align-items: flex-start; margin-top: .375rem; font-weight: 600; color: var(--no); }
.err .ic { margin-top: .25rem; }
.sum { padding: 1rem; background: var(--card); border: 3px solid var(--no); border-radius: var(--round); }
.sum ul { padding: 0; list-style: none; }
.sum a { display: inline-flex; align-items: center; min-height: var(--tap); font-weight: 600; color: var(--no); }
.sum li p { margin: 0; }
.grid2 { display: grid; grid-template-columns: repeat(auto-fit, minmax(min(100%, 12rem), 1fr)); gap: .75rem; margin-top: .75rem; }
.duty details { margin-top: .75rem; }
.duty summary { display: flex; justify-content: space-between; align-items: center; padding: .25rem .75rem; font-weight: 600; color: var(--pine); }
.duty .in { padding: 0 .75rem .75rem; }
.gone > :not(details) { text-decoration: line-through; }
.src { font-size: .9rem; }
.list > .duty { margin: 0 -.5rem; padding: .75rem .5rem; }
.src mark.hot a, .src mark a:hover { background: none; text-decoration: underline 2px; }
.src mark.asked, .src :target mark { background: var(--lamp); }
.duty.hot { background: #fdf8ee; }
.duty:target, .duty.asked { background: #fbe9c2; }
.back { display: none; margin: 0 .25rem; font-weight: 600; white-space: nowrap; user-select: none; }
:target > .back { display: inline; }
.missed, .missed > * + * { margin-top: .75rem; }
.remarks { padding: 0; list-style: none; }
.remarks li { display: flex; gap: .5rem; align-items: flex-start; margin-top: .25rem; }
.remarks .ic { color: var(--warn); margin-top: .25em; }
.files { margin-top: .5rem; }
.files .btn { padding: .25rem .75rem; }
.search div { display: flex; flex-wrap: wrap; gap: .5rem; align-items: end; margin-top: 0; }
.search [type=search] { flex: 1 1 8rem; }
.search .btn { flex: none; width: auto; }
ins { color: var(--ok); background: #e2f3ec; }
del { color: var(--no); background: #fae7e6; }
.withdrawn { border-color: var(--no); background: #fae7e6; }
.aside { color: var(--ink-3); }
.bar-end { position: sticky; bottom: 0; padding: .75rem 0; background: var(--paper); border-top: 1px solid var(--line); }
`;
