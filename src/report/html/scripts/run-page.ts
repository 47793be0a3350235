// Made by ci/browser-scripts.mjs of src/report/html/browser/run-page.ts. Do not edit it.
/** What the page runs in the browser. */
export const runPageScript: string =
  "(function(){function e(){document.documentElement.classList.add(`scripted`)}e()})();";
