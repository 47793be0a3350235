import { describe, expect, test } from 'vitest';
import { suites } from '../../../suites/suites.ts';
import type { AccountOptions } from '../../client/auth/account-options.ts';
import { ownDocuments } from '../../client/auth/auth-line.fixture.ts';
import { mutants } from '../../homeserver/mutants/mutants.ts';
import { type StartOptions, startHomeserver } from '../../homeserver/start-homeserver.ts';
import type { RunResult } from '../../model/run-result.ts';
import { planFor } from '../plan.fixture.ts';
import type { Plan } from '../plan.ts';
import { runPlan } from '../run-plan.ts';
import { regrade } from './regrade.ts';

const checker = { version: '0.0.0' };
const today = {
  ...{ suites, specification: ownDocuments, fallback: ownDocuments },
  ...{ strict: false, checker },
};

function verdicts({ outcomes }: RunResult) {
  return outcomes.map(({ id, verdict, reason, kind }) => ({ id, verdict, reason, kind }));
}

/** A run against the reference homeserver, as a file would hold it. */
async function recorded(options: StartOptions, changes: Partial<Plan> = {}): Promise<RunResult> {
  const homeserver = await startHomeserver(options);
  try {
    const plan = planFor(homeserver.url, { suites, concurrency: 4, ...changes });
    return JSON.parse(JSON.stringify(await runPlan(plan)));
  } finally {
    await homeserver.close();
  }
}

const service = { token: 'a-token-of-a-service-000', senderLocalpart: 'bridge' };
const administrator = { token: 'a-token-of-an-administrator', localpart: 'administrator' };
const means: AccountOptions = {
  way: 'open',
  adminToken: administrator.token,
  applicationServiceToken: service.token,
  applicationServicePrefix: 'bridge_',
};

const runs: Readonly<Record<string, [StartOptions, Partial<Plan>]>> = {
  'open registration': [{}, {}],
  'an administrator, a service and guests': [
    {
      registration: {
        guests: true,
        administrator,
        applicationService: { ...service, localpartPrefix: 'bridge_' },
      },
    },
    { accounts: means, unsafe: true },
  ],
};

describe('a run against the reference is graded again', () => {
  test.each(Object.entries(runs))(
    'to the same verdicts, all of them: %s',
    async (_, [of, plan]) => {
      const run = await recorded(of, plan);
      const again = await regrade(run, today);
      expect(again.regraded?.changes).toEqual([]);
      expect(verdicts(again)).toEqual(verdicts(run));
      const ran = run.outcomes.filter(({ tries }) => tries.length > 0);
      expect(again.regraded?.scenarios).toBe(ran.length);
      expect(again.exitCode).toBe(run.exitCode);
      expect(again.exchanges).toBe(run.exchanges);
      expect(again.specified).toEqual(run.specified);
    },
  );
});

test('runs against faulty homeservers are graded again to the same verdicts', async () => {
  const every = Math.ceil(mutants.length / 24);
  for (const mutant of mutants.filter((_, index) => index % every === 0)) {
    const [id = ''] = mutant.killedBy;
    const run = await recorded({ mutant }, { only: id, timeoutMs: 5000 });
    const again = await regrade(run, today);
    expect([mutant.id, again.regraded?.changes]).toEqual([mutant.id, []]);
    expect([mutant.id, verdicts(again)]).toEqual([mutant.id, verdicts(run)]);
  }
});

describe('a recording that was changed by hand', () => {
  const only = 'room_state/a-valid-put-answers-with-an-event-id';
  const body = /"body":"\{\\"event_id\\":\\"\$[^"\\]+\\"\}"/g;

  test('has another verdict, there and back', async () => {
    const run = await recorded({}, { only });
    expect(run.counts.pass).toBe(1);
    const text = JSON.stringify(run);
    expect(text).toMatch(body);
    const broken: RunResult = JSON.parse(text.replaceAll(body, '"body":"{\\"event_id\\":7}"'));
    const failed = await regrade(broken, today);
    expect(failed.outcomes.map(({ verdict }) => verdict)).toEqual(['fail']);
    expect(failed.exitCode).toBe(1);
    const [change] = failed.regraded?.changes ?? [];
    expect([change?.kind, change?.before?.verdict, change?.after?.verdict]).toEqual([
      ...['verdict', 'pass', 'fail'],
    ]);
    const mended = {
      ...run,
      outcomes: failed.outcomes.map((one) => ({ ...one, tries: run.outcomes[0]?.tries ?? [] })),
    };
    const passed = await regrade(mended, today);
    expect(
      passed.regraded?.changes.map(({ before, after }) => [before?.verdict, after?.verdict]),
    ).toEqual([['fail', 'pass']]);
    expect(passed.exitCode).toBe(0);
  });

  test('keeps its verdict where it lacks a request, and says nothing when nothing is left', async () => {
    const run = await recorded({}, { only });
    const without = run.outcomes.map((outcome) => ({
      ...outcome,
      tries: outcome.tries.map((one) => ({ ...one, exchanges: one.exchanges.slice(1) })),
    }));
    const again = await regrade({ ...run, outcomes: without }, today);
    expect(again.outcomes.map(({ verdict }) => verdict)).toEqual(['pass']);
    expect(again.regraded?.changes.map(({ kind }) => kind)).toEqual(['kept']);
    expect(again.exitCode).toBe(2);
    expect(again.problems[0]).toMatch(/^No scenario could be graded again: it asks now for POST /);
  });

  test('cannot say anything of old failures when nothing is left', async () => {
    const run = await recorded({}, { only });
    const outcomes = run.outcomes.map((outcome) => {
      const tries = outcome.tries.map((one) => ({ ...one, exchanges: [] }));
      return { ...outcome, verdict: 'fail', tries } as const;
    });
    const again = await regrade({ ...run, outcomes }, today);
    expect(again.outcomes.map(({ verdict }) => verdict)).toEqual(['fail']);
    expect(again.exitCode).toBe(2);
  });

  test('names the scenarios that are gone', async () => {
    const run = await recorded({}, { only });
    const outcomes = run.outcomes.map((outcome) => ({ ...outcome, id: 'room_state/gone' }));
    const again = await regrade({ ...run, outcomes }, today);
    const kinds = again.regraded?.changes.map(({ kind, id }) => [kind, id]);
    expect(kinds).toEqual([
      ['new', only],
      ['gone', 'room_state/gone'],
    ]);
  });
});
