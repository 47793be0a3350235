/** What the page of a comparison looks like beyond the style of all pages. */
export const comparisonStyle = `
body { max-width: 100rem; }
html:not(.scripted) .controls { display: none; }
.controls { display: flex; flex-wrap: wrap; gap: 0.5rem 1rem; align-items: end; position: sticky; top: 0; background: var(--ground); padding: 0.6rem 0; border-block-end: 1px solid var(--line); z-index: 2; }
.controls label { display: grid; font-size: 0.85rem; color: var(--quiet); }
.controls select { max-width: 22rem; }
.notice { border-inline-start: 3px solid var(--inconclusive); padding-inline-start: 0.75rem; }
.all { table-layout: fixed; inline-size: 100%; min-inline-size: 44rem; }
.all td:first-child, .all thead th:first-child { inline-size: 34%; }
.all tbody th { text-align: start; font-weight: normal; inline-size: 34%; }
.all summary { cursor: pointer; }
.all .title { display: block; font-weight: 500; }
.all dl { display: block; font-size: 0.85rem; }
.all dd { margin: 0 0 0.3rem; white-space: pre-wrap; font-family: var(--mono); }
.mark { font-size: 0.8rem; border: 1px solid var(--edge); border-radius: 3px; padding: 0 0.3rem; }
.suite th { background: var(--raised); }
.reason { font-size: 0.87rem; color: var(--quiet); display: block; }
@media print { .all { min-inline-size: 0; } .controls { display: none; } }
`;
