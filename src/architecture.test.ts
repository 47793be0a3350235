import { readdirSync, readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { describe, expect, test } from 'vitest';
import { circles, forbiddenImports, importsOf, withoutComments } from './architecture.fixture.ts';

/** Every source of the project that is no test. */
const sources: ReadonlyMap<string, string> = new Map(
  ['src', 'suites']
    .flatMap((folder) =>
      readdirSync(folder, { recursive: true, encoding: 'utf8' }).map((name) => `${folder}/${name}`),
    )
    .map((file) => file.replaceAll('\\', '/'))
    .filter((file) => file.endsWith('.ts') && !/\.(?:test|fixture)\.ts$/.test(file))
    .map((file) => [file, readFileSync(file, 'utf8')]),
);

function where(isWrong: (file: string, source: string) => boolean): string[] {
  return [...sources].filter(([file, source]) => isWrong(file, source)).map(([file]) => file);
}

function of(sources: Readonly<Record<string, string>>): ReadonlyMap<string, string> {
  return new Map(Object.entries(sources));
}

describe('imports run downwards', () => {
  test('every file imports only what its floor may', () => {
    expect(sources.size).toBeGreaterThan(100);
    expect(forbiddenImports(sources)).toEqual([]);
  });

  test.each([
    ['a floor above', 'src/client/a.ts', "import { a } from '../scenario/a.ts';"],
    ['a type from above', 'src/model/a.ts', "import type { A } from '../client/a.ts';"],
    ['a re-export from above', 'src/validate/a.ts', "export * from '../client/a.ts';"],
    ['an import of its effect', 'src/report/a.ts', "import '../engine/a.ts';"],
    ['an import at run time', 'src/engine/a.ts', "  const a = await import('../report/a.ts');"],
    ['an import of many lines', 'src/openapi/a.ts', "import {\n  a,\n} from '../client/a.ts';"],
    ['a suite below its language', 'suites/a/b.ts', "import { a } from '../../src/client/a.ts';"],
    ['a suite that reads files', 'suites/a/b.ts', "import { readFile } from 'node:fs/promises';"],
    ['the checker in the homeserver', 'src/homeserver/a.ts', "import { a } from '../model/a.ts';"],
    ['a package in the homeserver', 'src/homeserver/a.ts', "import { Agent } from 'undici';"],
    ['the homeserver in the engine', 'src/engine/a.ts', "import { a } from '../homeserver/a.ts';"],
    ['a second user of undici', 'src/client/a.ts', "import { Agent } from 'undici';"],
    [
      'a report that writes files',
      'src/report/a.ts',
      "import { writeFile } from 'node:fs/promises';",
    ],
    ['Ajv in the loader', 'src/openapi/a.ts', "import { Ajv2020 } from 'ajv/dist/2020.js';"],
    ['HTTP in the loader', 'src/openapi/a.ts', "import { request } from 'node:http';"],
    ['Vitest in the command line', 'src/cli/a.ts', "import { test } from 'vitest';"],
    ['a folder that is not in the table', 'src/attic/a.ts', ''],
  ])('%s is seen', (_, file, source) => {
    expect(forbiddenImports(of({ [file]: source }))).toHaveLength(1);
  });

  test('what only a comment says is no import', () => {
    const source = "// import { a } from '../report/a.ts';\n/**\n * import('../cli/a.ts')\n */\n";
    expect(importsOf('src/model/a.ts', source)).toEqual([]);
  });
});

describe('no circle', () => {
  // A homeserver has routes, and a route is given its homeserver: as types they need each other.
  test('no file imports itself by way of others, not even for a type', () => {
    const others = [...sources].filter(([file]) => !file.startsWith('src/homeserver/'));
    expect(circles(new Map(others))).toEqual([]);
  });

  test('no file of the homeserver does so for a value', () => {
    expect(circles(sources, { types: false })).toEqual([]);
  });

  test('a circle of three is seen, and one of types where types count', () => {
    const three = of({
      'src/a.ts': "import { b } from './b/b.ts';",
      'src/b/b.ts': "import { c } from '../c.ts';",
      'src/c.ts': "import type { A } from './a.ts';",
    });
    expect(circles(three)).toEqual(['src/a.ts → src/b/b.ts → src/c.ts → src/a.ts']);
    expect(circles(three, { types: false })).toEqual([]);
  });
});

describe('what a file may do', () => {
  const clocksAndConsoles = /\bconsole\b|\bDate\.now\b|\bnew Date\(\)|\bperformance\b|\bprocess\b/;

  test('a report is a function of its result: it has no console, no clock and no process', () => {
    const isWrong = (file: string, source: string) =>
      file.startsWith('src/report/') && clocksAndConsoles.test(withoutComments(source));
    expect(where(isWrong)).toEqual([]);
  });

  test.each(['console.log(a)', 'Date.now()', 'new Date()', 'performance.now()', 'process.stdout'])(
    '%s would be seen in a report',
    (code) =>
      expect(withoutComments(`/** It is. */\nconst a = ${code};`)).toMatch(clocksAndConsoles),
  );

  test('the loader fetches in one place', () => {
    const isFetching = (file: string, source: string) =>
      file.startsWith('src/openapi/') && /\bfetch\)?\(/.test(withoutComments(source));
    expect(where(isFetching)).toEqual(['src/openapi/fetch-text.ts']);
  });

  test('nothing but the command line ends the process or prints', () => {
    const isWrong = (file: string, source: string) =>
      !file.startsWith('src/cli') &&
      /\bprocess\.(?:exit|stdout|stderr)\b/.test(withoutComments(source));
    expect(where(isWrong)).toEqual([]);
  });
});

describe('a file is one thing', () => {
  test('no file is longer than 150 lines', () => {
    expect(where((_, source) => source.split('\n').length - 1 > 150)).toEqual([]);
  });

  test('no file or folder is named after nothing', () => {
    const nameless = /(?:^|\/)(?:utils?|helpers?|common|misc|types|shared|lib)(?:\/|\.ts$)/;
    expect('src/report/utils/a.ts').toMatch(nameless);
    expect('src/report/types.ts').toMatch(nameless);
    expect(where((file) => nameless.test(file))).toEqual([]);
  });

  test('a file is named after what it exports', () => {
    expect(isNamed('src/engine/run-plan.ts', 'export async function runPlan() {}')).toBe(true);
    expect(isNamed('src/engine/run-plan.ts', 'export async function start() {}')).toBe(false);
    expect(where((file, source) => !isNamed(file, source)).toSorted()).toEqual(otherwiseNamed);
  });
});

/** Files whose one noun or verb their exports share without repeating it. It should not grow. */
const otherwiseNamed = [
  'src/cli/read-secret.ts',
  'src/client/auth/choose-source.ts',
  'src/client/auth/registration.ts',
  'src/homeserver/accounts/interactive-auth.ts',
  'src/homeserver/events/event-id.ts',
  'src/homeserver/rules/create-rule.ts',
  // Imported for what they do to expect.
  'src/matchers/jest.ts',
  'src/matchers/vitest.ts',
  'src/openapi/find-position.ts',
  'src/openapi/json-pointer.ts',
  'src/openapi/published-specification.ts',
  'src/report/junit-preflight.ts',
  'src/report/junit-properties.ts',
];

/** Suites register their scenarios and export nothing. */
const isExempt = /^(?:suites\/(?:client-server|event-schemas)\/|src\/(?:cli|index|vitest)\.ts$)/;

/** Whether the words of the file's name stand, one after the other, in the name of an export. */
function isNamed(file: string, source: string): boolean {
  if (isExempt.test(file)) return true;
  const words = (text: string) => `-${singular(text)}-`;
  const singular = (text: string) =>
    text.replaceAll('_', '-').replace(/ies\b/g, 'y').replace(/s\b/g, '');
  // A document of an event type is called m.room.member, and what it is of, the member of a room.
  const name = basename(file, '.ts').replace(/^m\./, '').replaceAll('.', '-');
  const exported =
    /^export (?:async )?(?:abstract )?(?:const|function|class|interface|type)\b\*? (\w+)/gm;
  const reExported = /^export (?:type )?\{([^}]*)\}/gm;
  const names = [
    ...[...source.matchAll(exported)].map(([, one = '']) => one),
    ...[...source.matchAll(reExported)].flatMap(([, list = '']) => list.match(/\w+/g) ?? []),
  ];
  return names.some((one) => words(kebab(one)).includes(words(name)));
}

function kebab(name: string): string {
  return name
    .replace(/([a-z0-9])([A-Z])/g, '$1-$2')
    .replace(/([A-Z])([A-Z][a-z])/g, '$1-$2')
    .toLowerCase();
}
