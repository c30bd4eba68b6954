/** Head, drill banner, night scene, doors and foot. */
export const SHELL = `
.top { background: var(--pine-9); color: #fff; border-bottom: 3px solid var(--lamp); }
.night { border: 0; }
.bar { display: flex; flex-wrap: wrap; align-items: center; gap: .5rem; min-height: 3.5rem; }
.bar a { display: inline-flex; align-items: center; min-height: var(--tap); color: #fff; text-decoration: none; }
.brand { gap: .5rem; margin-right: auto; }
.brand b { font: 700 1.375rem/1 var(--song); letter-spacing: .1em; white-space: nowrap; }
.brand span { display: none; font-size: var(--small); color: #d5e4e1; }
.tools { display: flex; flex-wrap: wrap; gap: .375rem; }
.tools a { justify-content: center; min-width: var(--tap); padding: 0 .625rem; font-size: .9rem; border-radius: var(--round); white-space: nowrap; }
.tools a:hover { background: #1d5658; }
.tools .pill { border: 1px solid #6f9a98; gap: .25rem; }
.official { background: #08292a; color: #cfdedb; font-size: .765rem; line-height: 1.4; }
.official .wrap { padding-block: .25rem; }
.official a { color: #fff; }
.drill { margin: 0; background: var(--lamp); color: #1b2523; font-size: .9rem; line-height: 1.45; word-break: keep-all; }
.drill .wrap { display: block; padding-block: .375rem; }
.alert { background: #fdf3df; border-bottom: 1px solid #ecd7a6; }
.alert a { display: flex; gap: .625rem; align-items: center; min-height: var(--tap); padding-block: .625rem; color: var(--ink); text-decoration: none; line-height: 1.5; }
.alert a:hover { text-decoration: underline; }
.alert .ic { width: 1.75rem; height: 1.75rem; color: var(--warn); }
.alert .ic:last-child { margin-left: auto; width: 1.25rem; height: 1.25rem; color: inherit; }
.crumb { display: flex; flex-wrap: wrap; align-items: center; padding-top: .375rem; font-size: .9rem; color: var(--pine); }
.crumb a { display: inline-flex; align-items: center; min-height: var(--tap); padding: 0 .25rem; }
.crumb a + a:before { content: "/"; color: var(--ink-3); padding-right: .5rem; text-decoration: none; display: inline-block; }
.crumb + * { margin-top: 0 !important; }
.foot { background: #f1ebdf; border-top: 1px solid var(--line); padding: 1.25rem 0 2rem; font-size: .9rem; color: var(--ink-2); }
.foot ul { display: flex; flex-wrap: wrap; gap: 0 1.25rem; list-style: none; padding: 0; margin: 0; }
.foot li a { display: inline-flex; align-items: center; min-height: var(--tap); color: var(--ink); }
.foot b { color: var(--ink); }
.hero { position: relative; overflow: hidden; color: #fff; background: linear-gradient(#0b3536, #1b6264 60%, #3f8582 84%, #faf7f1 84%); }
.hero .wrap { position: relative; z-index: 1; padding-top: 1.125rem; padding-bottom: 11.25rem; }
.hero h1 { font: 700 1.875rem/1.35 var(--song); }
.hero p { color: #e6f0ee; margin-top: .25rem; }
.hero svg { position: absolute; left: 0; bottom: -1px; width: 100%; height: 12.25rem; }
.doors { position: relative; z-index: 2; display: grid; grid-template-columns: repeat(auto-fit, minmax(min(100%, 9.25rem), 1fr)); gap: .75rem; padding: 0; list-style: none; }
.hero + .wrap > :first-child { position: relative; z-index: 2; margin-top: -3.25rem; }
.door { display: flex; flex-direction: column; height: 100%; min-height: 8.25rem; padding: 1rem .875rem; background: var(--card); color: var(--ink); border: 1px solid var(--line); border-bottom: 3px solid var(--pine); border-radius: var(--round); text-decoration: none; }
.door:hover { border-color: var(--pine); }
.door .ic { width: 2.25rem; height: 2.25rem; margin-bottom: .5rem; color: var(--pine); stroke-width: 1.6; }
.door b { text-wrap: balance; font-size: 1.25rem; line-height: 1.3; }
.door span { margin-top: .25rem; font-size: var(--small); line-height: 1.45; color: var(--ink-2); }
`;
