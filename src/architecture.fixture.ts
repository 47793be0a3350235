import { posix } from 'node:path';

/** What the files of one floor may import: of ours by folder or file, and of others by package. */
export interface Floor {
  /** Folders end in a slash; all paths are from the root of the project. */
  readonly ours: readonly string[];
  /** Exact specifiers, or with a `*` at the end. Modules of Node are meant where it says so. */
  readonly packages: readonly string[];
}

const expectations = 'src/expectations/';
const client = ['src/model/', 'src/openapi/', 'src/validate/'];
const scenario = ['src/model/', 'src/openapi/', 'src/client/'];
const everything = ['src/', 'suites/'];
const harmless = ['node:crypto', 'node:events', 'node:stream', 'node:timers/promises', 'node:util'];

/** Each floor by the path that its files begin with; the longest that fits counts. */
export const floors: Readonly<Record<string, Floor>> = {
  'src/model/': { ours: [], packages: [] },
  'src/openapi/': {
    ours: ['src/model/'],
    packages: [
      'js-yaml',
      'yaml',
      '@apidevtools/swagger-parser',
      'node:fs*',
      'node:module',
      'node:os',
      'node:path',
      'node:url',
    ],
  },
  'src/schema/': { ours: ['src/model/'], packages: ['ajv', 'ajv/*', 'ajv-formats', 'node:net'] },
  'src/validate/': {
    ours: ['src/model/', 'src/openapi/', 'src/schema/'],
    packages: ['ajv', 'ajv/*'],
  },
  'src/examples/': {
    ours: ['src/model/', 'src/openapi/', 'src/schema/'],
    packages: [
      'ajv',
      'ajv/*',
      'js-yaml',
      'node:crypto',
      'node:fs*',
      'node:path',
      'node:url',
      'node:vm',
    ],
  },
  [expectations]: { ours: ['src/model/'], packages: ['yaml', 'semver', 'node:module'] },
  'src/client/': { ours: client, packages: harmless },
  'src/client/receive.ts': { ours: client, packages: ['undici'] },
  'src/client/target.ts': { ours: client, packages: ['undici', 'node:stream'] },
  'src/scenario/': { ours: scenario, packages: harmless },
  'src/engine/': { ours: [...scenario, 'src/scenario/', expectations], packages: harmless },
  'src/proxy/': {
    ours: ['src/model/', 'src/openapi/', 'src/traffic/'],
    packages: [
      'node:events',
      'node:net',
      'node:os',
      'node:path',
      'node:timers/promises',
      'node:tls',
      'node:v8',
      'node:worker_threads',
    ],
  },
  'src/report/': { ours: ['src/model/'], packages: [] },
  'src/report/html/': {
    ours: ['src/model/', 'src/report/'],
    packages: ['node:crypto', 'node:module', 'node:zlib', 'diff*'],
  },
  'src/traffic/': {
    ours: [...scenario, 'src/validate/', expectations, 'src/engine/exit-code.ts'],
    packages: [...harmless, 'node:zlib'],
  },
  'src/homeserver/': { ours: [], packages: ['node:*'] },
  'src/self-test/': {
    ours: [...scenario, 'src/scenario/', 'src/engine/', 'src/homeserver/'],
    packages: harmless,
  },
  'src/package/': {
    ours: ['src/model/', 'src/scenario/'],
    packages: ['node:fs*', 'node:path', 'node:url'],
  },
  'src/library/': {
    ours: [
      ...scenario,
      'src/scenario/',
      'src/engine/',
      expectations,
      'src/package/',
      'src/traffic/',
      'suites/',
    ],
    packages: [...harmless, 'node:assert', 'node:fs*'],
  },
  'src/cli/': { ours: everything, packages: ['node:*', 'yaml'] },
  'src/cli.ts': { ours: ['src/cli/'], packages: [] },
  'src/index.ts': { ours: everything, packages: ['node:*'] },
  'src/vitest.ts': { ours: everything, packages: ['node:*', 'vitest'] },
  'src/vitest/': { ours: everything, packages: ['node:*', 'vitest'] },
  'src/matchers.ts': { ours: ['src/library/'], packages: [] },
  'src/matchers/vitest.ts': { ours: ['src/library/'], packages: ['vitest'] },
  'src/matchers/jest.ts': { ours: ['src/library/'], packages: [] },
  suites: { ours: ['src/scenario/'], packages: [] },
};

const statements = [
  /^(?:import|export)\b[^;'"`]*?\bfrom\s*['"]([^'"]+)['"]/gm,
  /^import\s*['"]([^'"]+)['"]/gm,
  /\bimport\(\s*['"]([^'"]+)['"]/g,
];

/** What a source imports; `./a.ts` becomes its path from the project's root. */
export function importsOf(
  file: string,
  source: string,
  { types = true }: { readonly types?: boolean } = {},
): readonly string[] {
  const code = withoutComments(source);
  const found = statements.flatMap((statement) =>
    [...code.matchAll(statement)]
      .filter(([text]) => types || !/^(?:import|export) type\b/.test(text))
      .map(([, specifier = '']) => specifier),
  );
  return found.map((specifier) =>
    specifier.startsWith('.') ? posix.join(posix.dirname(file), specifier) : specifier,
  );
}

/** The lines that are no comments; a formatter keeps every comment on lines of its own, or last. */
export function withoutComments(source: string): string {
  return source
    .split('\n')
    .filter((line) => !/^\s*(?:\/\/|\/\*|\*)/.test(line))
    .join('\n');
}

/** The path of the floor that a file stands on, if it stands on any. */
export function floorOf(file: string): string | undefined {
  return Object.keys(floors)
    .filter((path) => file.startsWith(path))
    .toSorted((a, b) => b.length - a.length)[0];
}

/** Every import that the table does not allow, as `file → what`. */
export function forbiddenImports(sources: ReadonlyMap<string, string>): readonly string[] {
  const breaches: string[] = [];
  for (const [file, source] of sources) {
    const path = floorOf(file);
    const floor = path === undefined ? undefined : floors[path];
    if (path === undefined || floor === undefined) {
      breaches.push(`${file} stands on no floor`);
      continue;
    }
    // A floor of one file is part of the folder around it.
    const home = path.endsWith('.ts') ? `${posix.dirname(path)}/` : path;
    const own = home === 'src/' ? [] : [home];
    for (const target of importsOf(file, source)) {
      const isOurs = target.endsWith('.ts');
      const allowed = isOurs ? [...own, ...floor.ours] : floor.packages;
      const fits = (one: string) =>
        isOurs
          ? target.startsWith(one)
          : target === one || (one.endsWith('*') && target.startsWith(one.slice(0, -1)));
      if (!allowed.some(fits)) breaches.push(`${file} → ${target}`);
    }
  }
  return breaches;
}

/** Circles of imports as `a → b → a`: none is found only where there is none. */
export function circles(
  sources: ReadonlyMap<string, string>,
  options?: Parameters<typeof importsOf>[2],
): readonly string[] {
  const found: string[] = [];
  const done = new Set<string>();
  const visit = (file: string, way: readonly string[]): void => {
    const start = way.indexOf(file);
    if (start >= 0) found.push([...way.slice(start), file].join(' → '));
    if (start >= 0 || done.has(file)) return;
    for (const target of importsOf(file, sources.get(file) ?? '', options)) {
      if (sources.has(target)) visit(target, [...way, file]);
    }
    done.add(file);
  };
  for (const file of sources.keys()) visit(file, []);
  return found;
}
