import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** One test, as Vitest's JSON reporter tells it. */
export interface VitestTest {
  readonly ancestorTitles: readonly string[];
  readonly title: string;
  readonly status: string;
  readonly failureMessages: readonly string[];
  readonly meta: {
    readonly matrixConformance?: {
      readonly id: string;
      readonly verdict: string;
      readonly expectation?: { readonly met: string };
    };
  };
}

/** What came of a run of Vitest. */
export interface VitestRun {
  readonly exitCode: number;
  readonly tests: readonly VitestTest[];
  /** What failed outside of any test. */
  readonly message: string;
}

const root = fileURLToPath(new URL('..', import.meta.url));

/**
 * Runs Vitest as a user does, with these variables, on a file of the project's folder.
 * @param testTimeout in ms; hardly any, as a plan keeps its own time
 */
export async function runVitest(
  environment: Readonly<Record<string, string>>,
  file = 'src/engines.fixture.ts',
  testTimeout = 1,
): Promise<VitestRun> {
  const folder = await mkdtemp(join(tmpdir(), 'matrix-conformance-'));
  try {
    const config = join(folder, 'vitest.config.mjs');
    const test = { include: [file], retry: 2, testTimeout };
    await writeFile(config, `export default ${JSON.stringify({ root, test })};`);
    const outputFile = join(folder, 'report.json');
    const vitest = join(root, 'node_modules/vitest/vitest.mjs');
    const words = ['run', '--config', config, '--reporter=json', '--outputFile', outputFile];
    const exitCode = await new Promise<number>((resolve) => {
      // The variables of the run around it would make it a worker of that one.
      const { PATH = '', HOME = '' } = process.env;
      const env = { PATH, HOME, ...environment };
      const child = execFile(process.execPath, [vitest, ...words], { cwd: root, env }, () =>
        resolve(child.exitCode ?? -1),
      );
    });
    const { testResults } = JSON.parse(await readFile(outputFile, 'utf8')) as {
      testResults: { assertionResults: VitestTest[]; message: string }[];
    };
    return {
      exitCode,
      tests: testResults.flatMap(({ assertionResults }) => assertionResults),
      message: testResults.map(({ message }) => message).join('\n'),
    };
  } finally {
    await rm(folder, { recursive: true });
  }
}
