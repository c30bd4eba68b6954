/** Colours, type and the bare elements. Values are the design tokens; contrast is measured there. */
export const GROUND = `
:root {
  --ink: #1b2523; --ink-2: #46524f; --ink-3: #5f6a67; --paper: #faf7f1; --card: #fff; --line: #e4ddd0; --edge: #7e8783;
  --pine: #14595a; --pine-9: #0b3536; --pine-1: #e3eeec; --lamp: #f2b44b;
  --ok: #087a5c; --ok-1: #e2f3ec; --warn: #8f5400; --warn-1: #fcf0d8; --appr: #3b4ca6; --appr-1: #e9ecf8;
  --no: #98152a; --no-1: #fae7e6; --idle: #46524f; --idle-1: #eeebe4;
  --round: .625rem; --tap: 2.875rem; --small: .8235rem;
  --song: "Noto Serif CJK SC", "Source Han Serif SC", "Songti SC", STSong, serif;
}
html {
  font: 106.25%/1.65 -apple-system, BlinkMacSystemFont, "Segoe UI", Roboto, "PingFang SC", "HarmonyOS Sans SC", MiSans, "Noto Sans CJK SC", "Microsoft YaHei", sans-serif;
  color: var(--ink); background: var(--paper); -webkit-text-size-adjust: 100%; scroll-padding-top: 1rem;
}
.elder { font-size: 137.5%; --ink-2: #2c3734; --ink-3: #3d4946; --idle: #2c3734; }
*, :before, :after { box-sizing: border-box; }
[hidden] { display: none !important; }
body { margin: 0; overflow-wrap: anywhere; }
h1, h2, h3 { line-height: 1.3; margin: 0; text-wrap: balance; }
h1 { font-size: 1.625rem; }
h2 { font-size: 1.25rem; }
h3 { font-size: 1.0625rem; }
p, ul, ol, dl, blockquote { margin: .5rem 0 0; }
p { text-wrap: pretty; }
ul, ol { padding-left: 1.25rem; }
a { color: var(--pine); text-underline-offset: .2em; }
a:hover { text-decoration-thickness: 2px; }
svg { flex: none; vertical-align: middle; }
.ic, .logo { width: 1.25em; height: 1.25em; fill: none; stroke: currentColor; stroke-width: 2; stroke-linecap: round; stroke-linejoin: round; }
.logo { width: 1.875rem; height: 1.875rem; stroke: none; stroke-width: 2.6; }
.hero svg { stroke-linecap: round; }
.s { font-size: var(--small); }
.m { color: var(--ink-2); }
.num, .tel { font-variant-numeric: tabular-nums; }
:focus-visible { outline: 3px solid var(--pine-9); outline-offset: 2px; box-shadow: 0 0 0 6px var(--lamp); border-radius: 4px; }
.skip { position: absolute; left: -99rem; }
.skip:focus { left: 0; padding: .75rem; background: var(--lamp); color: var(--ink); z-index: 9; }
.vh { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
.wrap { max-width: 68rem; margin: 0 auto; padding: 0 1rem; }
main { padding-bottom: 2.5rem; }
main > .wrap > * + * { margin-top: 1.25rem; }
`;
