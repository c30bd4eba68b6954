/** Cards, chips, buttons, lists and the notice itself. */
export const BLOCKS = `
.card { padding: 1rem; background: var(--card); border: 1px solid var(--line); border-radius: var(--round); }
.note { padding: .75rem 1rem; background: var(--pine-1); border-left: 4px solid var(--pine); border-radius: 0 var(--round) var(--round) 0; }
.note > :first-child, .card > p:first-child { margin-top: 0; }
.card > :is(.note, form, details, .log):not(:first-child) { margin-top: .75rem; }
.btn { display: inline-flex; align-items: center; justify-content: center; gap: .5rem; min-height: 3rem; padding: .375rem 1.25rem; font: inherit; font-weight: 600; line-height: 1.3; text-align: center; text-decoration: none; color: #fff; background: var(--pine); border: 2px solid var(--pine); border-radius: var(--round); cursor: pointer; }
.btn:hover { background: var(--pine-9); border-color: var(--pine-9); }
.btn.alt { color: var(--pine); background: var(--card); }
.btn.alt:hover { background: var(--pine-1); }
.wide { width: 100%; }
.row { display: flex; flex-wrap: wrap; gap: .375rem .625rem; align-items: center; }
.sp { justify-content: space-between; }
.sp p { margin: 0; }
.sp p > b { font-size: 1.25rem; color: var(--ink); }
.chip { display: inline-flex; align-items: center; gap: .3rem; padding: .0625rem .5rem; font-size: var(--small); font-weight: 600; white-space: nowrap; border-radius: 1rem; color: var(--idle); background: var(--idle-1); }
p > .chip { white-space: normal; }
.elder .chip { white-space: normal; }
.chip .ic { width: 1em; height: 1em; stroke-width: 2.5; }
.chip.pine { color: var(--pine); background: var(--pine-1); }
.chip.ok { color: var(--ok); background: var(--ok-1); }
.chip.warn { color: var(--warn); background: var(--warn-1); }
.chip.appr { color: var(--appr); background: var(--appr-1); }
.chip.no { color: var(--no); background: var(--no-1); }
.kv > div { display: grid; grid-template-columns: 5em 1fr; gap: 0 .75rem; margin-top: .25rem; }
[lang=en] .kv > div { grid-template-columns: 6.75em 1fr; }
.kv dt { color: var(--ink-2); }
.kv dd { margin: 0; }
.list { padding: 0; list-style: none; }
.list > li { padding: .75rem 0; border-top: 1px solid var(--line); }
.list > li:first-child { border: 0; }
.list > :last-child { padding-bottom: 0; }
.links > li, .card .links > li:last-child { padding: 0; }
.links > :first-child { border-top: 1px solid var(--line); }
.links a { display: flex; align-items: baseline; gap: .75rem; min-height: 3rem; padding: .5rem 0; font-weight: 600; }
.links a { text-decoration: none; }
.links a:hover { background: var(--pine-1); }
.links .t { text-decoration: underline; }
.links .n { flex: none; min-width: 2.5rem; }
.asks .s { display: block; font-weight: 400; }
.asks .ic { margin-left: auto; align-self: center; }
.tbl { width: 100%; border-collapse: collapse; }
caption { text-align: left; padding-bottom: .5rem; font-size: 1.25rem; font-weight: 700; }
.tbl td, .tbl th { padding: .5rem 0 .5rem .75rem; text-align: left; vertical-align: top; border-top: 1px solid var(--line); }
.tbl th:first-child { padding-left: 0; }
thead th { font-size: var(--small); color: var(--ink-2); border: 0 !important; }
.tbl .r { text-align: right; font-variant-numeric: tabular-nums; }
.figs { display: flex; flex-wrap: wrap; gap: .25rem 2rem; }
.figs dd { margin: 0; }
.go { display: inline-flex; align-items: center; gap: .25rem; min-height: var(--tap); font-weight: 600; }
.tel { display: inline-flex; align-items: center; gap: .5rem; min-height: var(--tap); font-size: 1.5rem; font-weight: 700; }
.steps { padding: 0; list-style: none; counter-reset: step; }
.steps > li { position: relative; counter-increment: step; padding: 0 0 1rem 2.75rem; }
.steps > :last-child { padding-bottom: 0; }
.steps > li:before { content: counter(step); position: absolute; left: 0; width: 1.875rem; line-height: 1.875rem; text-align: center; font-weight: 700; color: var(--pine); background: var(--pine-1); border-radius: 50%; }
.log > li:before { content: ""; left: .375rem; top: .375rem; width: 1.125rem; height: 1.125rem; background: var(--pine); }
.log > li:not(:last-child):after { content: ""; position: absolute; left: .875rem; top: 1.75rem; bottom: .125rem; border-left: 2px solid var(--line); }
.log > .todo:before { background: var(--card); border: 2px solid var(--edge); }
.log > .now:before { background: var(--lamp); box-shadow: 0 0 0 3px var(--pine); }
.log .s { margin: 0; }
.pri > summary { color: #fff; background: var(--pine); border-radius: var(--round); }
.pri > summary:after { color: #fff; }
.big { font-size: 2rem; font-weight: 700; line-height: 1.2; font-variant-numeric: tabular-nums; }
.doc h2 { font-family: var(--song); }
.doc h1 { font: 700 1.625rem/1.45 var(--song); }
.doc > p:first-child { margin: 0; }
.n { font: 700 1.25rem/1.4 var(--song); color: var(--pine); }
.lead { font-size: 1.0625rem; }
details { background: var(--card); border: 1px solid var(--line); border-radius: var(--round); }
details + details { margin-top: .625rem; }
summary { display: grid; grid-template-columns: auto 1fr auto; gap: .125rem .75rem; align-items: start; min-height: 3rem; padding: .75rem 1rem; cursor: pointer; list-style: none; }
summary::-webkit-details-marker { display: none; }
summary:after { content: "＋"; grid-area: 1/3; font-weight: 700; color: var(--pine); }
[open] > summary:after { content: "－"; }
summary .n { flex: none; min-width: 2.5rem; white-space: nowrap; }
summary b { font-size: 1.0625rem; }
summary .row { grid-column: 2/-1; }
.in { padding: 0 1rem 1rem; border-top: 1px solid var(--line); }
.toolbar { display: grid; grid-template-columns: repeat(auto-fit, minmax(3.25rem, 1fr)); gap: .5rem; }
.toolbar > * { display: flex; flex-direction: column; align-items: center; justify-content: center; gap: .125rem; min-height: 3.75rem; padding: .25rem; font: inherit; font-size: .9rem; font-weight: 600; line-height: 1.3; text-decoration: none; color: var(--pine); background: var(--card); border: 1px solid var(--edge); border-radius: var(--round); cursor: pointer; }
.toolbar > :hover { background: var(--pine-1); }
[aria-pressed=true] .ic { fill: var(--lamp); }
.nb, [href^="tel:"] { white-space: nowrap; }
blockquote a { color: inherit; text-decoration: underline 1px var(--edge); }
blockquote { padding-left: .75rem; border-left: 3px solid var(--line); color: var(--ink-2); }
mark { color: inherit; background: #fdf3df; }
mark a { color: inherit; text-decoration: underline dotted 1px var(--warn); }
mark a:hover { background: var(--lamp); }
:target { scroll-margin-top: 1rem; }
li:target, details:target, .fact:target { box-shadow: -6px 0 0 var(--lamp); }
.card > * + h3 { margin-top: 1rem; }
.card > .text { margin-top: .5rem; }
.text { white-space: pre-wrap; overflow-wrap: anywhere; }
.clause { display: inline-block; margin-bottom: .625rem; }
.qr { display: block; width: 13rem; max-width: 100%; margin: .75rem auto 0; background: #fff; }
.qr + p { text-align: center; }
.hash { font-family: ui-monospace, monospace; font-size: var(--small); }
.ends { display: grid; grid-template-columns: 1fr 1fr; gap: .75rem; }
.ends a { display: block; padding: .75rem 1rem; background: var(--card); border: 1px solid var(--line); border-radius: var(--round); }
.ends .s { display: block; color: var(--ink-2); }
.ends [rel=next] { grid-column: 2; text-align: right; }
.narrow { max-width: 44rem; }
.verdict { background: var(--card); border: 2px solid var(--idle); border-radius: var(--round); overflow: hidden; }
.vhead { display: flex; gap: 1rem; align-items: center; padding: 1rem; color: #fff; background: var(--idle); }
.vhead .ic { width: 3.25rem; height: 3.25rem; stroke-width: 1.6; }
.vhead p { margin: 0; font-size: .9rem; }
.vhead h1 { font-size: 2.1176rem; }
.vbody { padding: 1rem; }
.vbody > :first-child { margin-top: 0; font-weight: 700; font-size: 1.125rem; }
.vbody > .end { padding-top: .5rem; border-top: 1px solid var(--line); font-size: .9rem; color: var(--ink-2); }
.verdict.ok { border-color: var(--ok); } .ok > .vhead { background: var(--ok); }
.verdict.warn { border-color: var(--warn); } .warn > .vhead { background: var(--warn); }
.verdict.appr { border-color: var(--appr); } .appr > .vhead { background: var(--appr); }
.verdict.no { border-color: var(--no); } .no > .vhead { background: var(--no); }
.opts { display: grid; grid-template-columns: repeat(auto-fit, minmax(min(100%, 9.5rem), 1fr)); gap: .625rem; margin-top: .375rem; }
.ground { margin-top: .5rem; }
.ground + .ground { margin-top: 1rem; padding-top: 1rem; border-top: 1px solid var(--line); }
.ground .note { margin-top: .5rem; }
.in > :first-child { margin-top: .75rem; }
.opts .opt { padding: .25rem .75rem; background: var(--card); border: 2px solid var(--edge); border-radius: var(--round); }
.shares { display: block; width: 100%; height: .75rem; margin-top: .375rem; border-radius: .375rem; }
.shares .rest { fill: var(--line); }
.shares .left { fill: var(--lamp); }
.shares .stays { fill: var(--pine); }
.opts .opt:has(:checked) { background: var(--pine-1); border-color: var(--pine); font-weight: 600; }
`;
