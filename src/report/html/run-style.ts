/** What the page of a run has beyond other pages. */
export const runStyle = `
header p { margin: 0 0 0.25rem; }
.counts { list-style: none; display: flex; flex-wrap: wrap; gap: 0.25rem 1.5rem; margin: 0.75rem 0 0; padding: 0; font-size: 1.05rem; font-variant-numeric: tabular-nums; }
.problems { border-inline-start: 3px solid var(--error); padding-inline-start: 1rem; }
.problems h2 { margin-block-start: 1.5rem; }
.tallies { display: flex; flex-wrap: wrap; gap: 1.5rem 4rem; margin-block-start: 1.5rem; align-items: start; overflow-x: auto; }
search { position: sticky; inset-block-start: 0; z-index: 2; display: flex; flex-wrap: wrap; align-items: center; gap: 0.4rem 0.8rem; padding: 0.6rem 0; background: var(--ground); border-block-end: 1px solid var(--line); }
search .grows { flex: 1 1 16rem; }
search input { inline-size: 100%; }
search select { max-inline-size: 14rem; }
.suite h3 { margin: 1.5rem 0 0.25rem; font: 600 0.95rem/1.4 var(--mono); }
.scenario { border-block-end: 1px solid var(--line); content-visibility: auto; contain-intrinsic-size: auto 2.2rem; }
.scenario[open] { content-visibility: visible; padding-block-end: 1rem; }
.scenario > summary { display: block; cursor: pointer; padding: 0.35rem 0.5rem 0.35rem 8.5rem; position: relative; }
.scenario > summary:hover { background: var(--raised); }
.scenario > summary b { font-weight: 450; }
.scenario[open] > summary b { font-weight: 650; }
.scenario > :not(summary) { margin-inline: 8.5rem 0.5rem; }
.sign, .word { position: absolute; inset-inline-start: 0.5rem; inset-block-start: 0.35rem; }
.sign { font-weight: 700; inline-size: 1.2em; text-align: center; }
.word { inset-inline-start: 2rem; font-size: 0.9rem; }
small { color: var(--quiet); font-size: 0.8rem; }
.tag { border: 1px solid var(--edge); border-radius: 3px; padding: 0 0.3rem; margin-inline-start: 0.4rem; }
.reason { display: block; color: var(--quiet); font-size: 0.92rem; }
.status { display: inline-block; margin-inline-end: 1rem; }
.evidence h4 { margin: 1rem 0 0.25rem; }
.actions { display: flex; flex-wrap: wrap; gap: 0.5rem; margin-block: 0.5rem; }
.violation { border-inline-start: 3px solid var(--fail); padding-inline-start: 0.75rem; margin-block: 0.75rem; }
.pair { display: grid; grid-template-columns: repeat(auto-fit, minmax(min(22rem, 100%), 1fr)); gap: 0 1rem; }
del { background: var(--gone-ground); text-decoration-thickness: 1px; }
ins { background: var(--come-ground); }
.exchange { border-block-start: 1px solid var(--line); }
.exchange > summary { cursor: pointer; padding: 0.25rem 0; font-family: var(--mono); font-size: 0.85rem; }
.exchange.shows > summary { font-weight: 700; }
.exchange > div { padding-inline-start: 1rem; }
.exchange pre { max-block-size: 30rem; overflow: auto; }
@media (max-width: 45rem) {
  search { position: static; }
  .scenario > summary { padding-inline-start: 2rem; }
  .scenario > :not(summary) { margin-inline: 0.5rem; }
  .word { position: static; display: block; }
}
@media print {
  .scenario { content-visibility: visible; }
  .scenario:not([open])::details-content { display: none; }
  .exchange pre { max-block-size: none; }
}
`;
