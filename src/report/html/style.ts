/** The colours, by what they mean; each has 4.5:1 on both grounds, and none is a reader's only clue. */
const tokens = `
:root {
  color-scheme: light dark;
  --ground: light-dark(#ffffff, #14171b);
  --raised: light-dark(#f5f6f8, #1d2127);
  --line: light-dark(#d5d9e0, #363c45);
  --edge: light-dark(#767e8a, #808996);
  --ink: light-dark(#1a1d21, #e7e9ec);
  --quiet: light-dark(#545b66, #a7afba);
  --link: light-dark(#0b57c2, #86b7ff);
  --fail: light-dark(#b3201c, #ff8f86);
  --error: light-dark(#86319b, #dca6f2);
  --inconclusive: light-dark(#805600, #e9b94f);
  --advice: light-dark(#0a6472, #6dd0de);
  --unsupported: light-dark(#545b66, #a7afba);
  --pass: light-dark(#1a6a37, #7fce93);
  --gone-ground: light-dark(#ffe3e0, #4a1f1d);
  --come-ground: light-dark(#d8f5df, #173f24);
  --sans: system-ui, -apple-system, 'Segoe UI', Roboto, 'Noto Sans', sans-serif;
  --mono: ui-monospace, 'SF Mono', 'Cascadia Mono', 'Segoe UI Mono', Menlo, Consolas, 'DejaVu Sans Mono', monospace;
}
[data-theme='light'] { color-scheme: light; }
[data-theme='dark'] { color-scheme: dark; }`;

const base = `
*, ::before, ::after { box-sizing: border-box; }
html { background: var(--ground); color: var(--ink); font: 15px/1.5 var(--sans); scroll-padding-top: 7rem; }
body { margin: 0 auto; max-width: 76rem; padding: 1.5rem clamp(0.75rem, 3vw, 2rem) 4rem; overflow-wrap: anywhere; }
h1, h2, h3, h4 { line-height: 1.25; text-wrap: balance; margin: 0; }
h1 { font-size: 1.6rem; letter-spacing: -0.01em; }
h2 { font-size: 1.15rem; margin: 2.5rem 0 0.75rem; }
h3 { font-size: 1rem; }
h4 { font-size: 0.95rem; }
p { margin: 0.5rem 0; max-width: 75ch; }
a { color: var(--link); text-underline-offset: 0.15em; }
code, pre, kbd { font-family: var(--mono); font-size: 0.87em; }
pre { margin: 0.25rem 0; padding: 0.6rem 0.75rem; background: var(--raised); border-radius: 4px; white-space: pre-wrap; tab-size: 2; }
dl { display: grid; grid-template-columns: max-content 1fr; gap: 0.15rem 1rem; margin: 0.75rem 0; }
dt { color: var(--quiet); }
dd { margin: 0; }
table { border-collapse: collapse; font-variant-numeric: tabular-nums; }
caption { text-align: start; color: var(--quiet); padding: 0 0 0.4rem; }
th, td { padding: 0.25rem 0.75rem; text-align: start; vertical-align: top; border-block-end: 1px solid var(--line); }
th { font-weight: 600; overflow-wrap: break-word; }
thead th { color: var(--quiet); font-weight: 500; white-space: nowrap; }
.number { text-align: end; }
.quiet { color: var(--quiet); }
.wide { overflow-x: auto; }
button, input, select { font: inherit; color: inherit; background: var(--ground); border: 1px solid var(--edge); border-radius: 4px; padding: 0.2rem 0.6rem; min-height: 2rem; }
button { cursor: pointer; }
button:hover { background: var(--raised); }
:focus-visible { outline: 2px solid var(--link); outline-offset: 2px; }
[hidden] { display: none !important; }
.skip { position: absolute; left: -999rem; }
.skip:focus { left: 1rem; top: 0.5rem; background: var(--ground); padding: 0.5rem; z-index: 9; }
.unseen { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }`;

/** A verdict's colour, as text and in pictures; the word and the sign stand beside it. */
const verdicts = ['fail', 'error', 'inconclusive', 'advice', 'unsupported', 'pass']
  .map((name) => `.${name} { color: var(--${name}); fill: var(--${name}); }`)
  .join('\n');

const print = `
@media print {
  :root { color-scheme: light; }
  html { font-size: 10pt; }
  body { max-width: none; padding: 0; }
  button, input, select, search, .skip, .screen { display: none !important; }
  pre { border: 1px solid var(--line); }
  h2, h3, summary { break-after: avoid; }
  tr, pre { break-inside: avoid; }
}`;

/** The look of every page: what the elements are, dark and light, on screens and on paper. */
export const style = `${[tokens, base, verdicts, print].join('\n').trim()}\n`;
