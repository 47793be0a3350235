// Makes of each src/report/html/browser/*-page.ts one text that a page can carry, in
// src/report/html/scripts/. They are kept in the repository, as neither the tests nor the program
// have a step before them; `--check` says which of them are not what their sources make, and ends with 1.
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { rolldown } from 'rolldown';

const browser = fileURLToPath(new URL('../src/report/html/browser', import.meta.url));
const scripts = fileURLToPath(new URL('../src/report/html/scripts', import.meta.url));
const isCheck = process.argv.includes('--check');

for (const name of readdirSync(browser).filter((one) => one.endsWith('-page.ts'))) {
  const text = await moduleOf(name);
  const file = `${scripts}/${name}`;
  if (existsSync(file) && readFileSync(file, 'utf8') === text) continue;
  if (isCheck) {
    console.log(`src/report/html/scripts/${name} is stale: npm run pages`);
    process.exitCode = 1;
  } else writeFileSync(file, text);
}

/** The module that holds the text. A page's file exports one function of its own name, which is run. */
async function moduleOf(name) {
  const noun = name.replace(/\.ts$/, '').replace(/-(\w)/g, (_, letter) => letter.toUpperCase());
  const start = `import { ${noun} } from ${JSON.stringify(`${browser}/${name}`)}; ${noun}();`;
  const bundle = await rolldown({
    input: 'start',
    platform: 'browser',
    plugins: [
      {
        name: 'start',
        resolveId: (id) => (id === 'start' ? id : undefined),
        load: (id) => (id === 'start' ? start : undefined),
      },
    ],
  });
  const { output } = await bundle.generate({ format: 'iife', minify: true });
  return [
    `// Made by ci/browser-scripts.mjs of src/report/html/browser/${name}. Do not edit it.`,
    `/** What the page runs in the browser. */`,
    `export const ${noun}Script: string =`,
    `  ${JSON.stringify(output[0].code.trim())};`,
    '',
  ].join('\n');
}
