import { packageVersion } from '../package/package-root.ts';
import { holds, proofOf } from '../self-test/self-test-result.ts';
import { tellSelfTest } from '../self-test/tell-self-test.ts';
import { lookOf } from './look.ts';
import { parse } from './parse.ts';
import { selfTestInLanes } from './self-test-in-lanes.ts';

/** Proves that the checker bites. @returns 0 only when all of it holds. */
export async function selfTestCommand(argv: string[]): Promise<number> {
  const { values } = parse({
    args: argv,
    options: {
      json: { type: 'boolean' },
      only: { type: 'string' },
      mutant: { type: 'string' },
    },
  });
  const version = await packageVersion();
  const { isTerminal, width } = lookOf(process.stderr);
  const clear = '\r\u001b[2K';
  const result = await selfTestInLanes(
    (what) => {
      if (isTerminal) process.stderr.write(`${clear}${what.slice(0, width - 1)}`);
    },
    {
      ...(values.only && { only: values.only }),
      ...(values.mutant && { mutant: values.mutant }),
    },
  );
  if (isTerminal) process.stderr.write(clear);
  if (values.json === true) {
    const proof = { ...proofOf(result, version), scenarios: result.scenarios };
    process.stdout.write(`${JSON.stringify(proof, null, 2)}\n`);
    process.stderr.write(tellSelfTest(result, version));
  } else process.stdout.write(tellSelfTest(result, version));
  return holds(result) ? 0 : 1;
}
