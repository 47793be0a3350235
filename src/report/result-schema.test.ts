import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import type { Exchange, ExchangeRequest, ExchangeResponse } from '../model/exchange.ts';
import type { Judgement, LineEdit } from '../model/expectation.ts';
import type { Outcome, Try } from '../model/outcome.ts';
import type { LentUser, Recording, Wait } from '../model/recording.ts';
import type { Change, Grade, Regraded } from '../model/regraded.ts';
import type {
  PlanFacts,
  Proof,
  RunResult,
  ServerFacts,
  SpecifiedOperation,
} from '../model/run-result.ts';
import type { Stop } from '../model/transcript.ts';
import type { Violation } from '../model/violation.ts';
import { createAjv } from '../schema/create-ajv.ts';
import { everyVerdict } from './every-verdict.fixture.ts';
import { json } from './json.ts';

interface Schema {
  readonly properties: Readonly<Record<string, unknown>>;
  readonly $defs: Readonly<Record<string, { readonly properties?: object }>>;
}

const url = new URL('../../reports/result.schema.json', import.meta.url);
const schema: Schema = JSON.parse(readFileSync(url, 'utf8'));
const validate = createAjv().compile(schema);

/** The members of a type, which the compiler compares with it in both directions. */
type Members<Type> = Readonly<Record<keyof Type, 0>>;

const members = {
  Change: { id: 0, kind: 0, title: 0, before: 0, after: 0, why: 0 } satisfies Members<Change>,
  Exchange: {
    ...{ operationId: 0, user: 0, request: 0, response: 0, failure: 0, isCutOff: 0, limited: 0 },
    ...{ startedAt: 0, durationMs: 0, rateLimitWaits: 0, rateLimitWaitedMs: 0, curl: 0 },
  } satisfies Members<Exchange>,
  ExchangeRequest: {
    ...{ method: 0, url: 0, headers: 0, body: 0, truncated: 0 },
  } satisfies Members<ExchangeRequest>,
  ExchangeResponse: {
    ...{ status: 0, headers: 0, body: 0, truncated: 0, isBinary: 0 },
  } satisfies Members<ExchangeResponse>,
  Grade: { verdict: 0, reason: 0 } satisfies Members<Grade>,
  Judgement: {
    ...{ expect: 0, reason: 0, url: 0, kind: 0, versions: 0, until: 0, file: 0, line: 0 },
    ...{ met: 0, told: 0, edit: 0 },
  } satisfies Members<Judgement>,
  LentUser: {
    ...{ as: 0, userId: 0, deviceId: 0, hasPassword: 0, isAsserted: 0 },
  } satisfies Members<LentUser>,
  LineEdit: { line: 0, text: 0, becomes: 0 } satisfies Members<LineEdit>,
  Outcome: {
    ...{ id: 0, level: 0, title: 0, section: 0, rows: 0, since: 0, suite: 0, verdict: 0 },
    ...{ reason: 0, kind: 0, intermittent: 0, tries: 0, durationMs: 0, expectation: 0 },
  } satisfies Members<Outcome>,
  PlanFacts: {
    ...{ target: 0, embedded: 0, specification: 0, operations: 0, strict: 0, concurrency: 0 },
    ...{ timeoutSeconds: 0, rateLimitWaitSeconds: 0, unsafe: 0, administrator: 0 },
    ...{ servicePrefix: 0, shard: 0, only: 0, expectations: 0 },
  } satisfies Members<PlanFacts>,
  Proof: { checker: 0, mutants: 0, nulls: 0 } satisfies Members<Proof>,
  Recording: { seed: 0, users: 0, asides: 0, order: 0, waits: 0 } satisfies Members<Recording>,
  Regraded: {
    ...{ from: 0, at: 0, specification: 0, strict: 0, scenarios: 0, changes: 0 },
  } satisfies Members<Regraded>,
  ServerFacts: {
    ...{ software: 0, versions: 0, roomVersions: 0, defaultRoomVersion: 0, accounts: 0 },
    ...{ users: 0, roomVersion: 0 },
  } satisfies Members<ServerFacts>,
  SpecifiedOperation: {
    ...{ operationId: 0, method: 0, path: 0, statuses: 0 },
  } satisfies Members<SpecifiedOperation>,
  Stop: { verdict: 0, reason: 0 } satisfies Members<Stop>,
  Try: {
    ...{ exchanges: 0, violations: 0, checks: 0, notes: 0, stop: 0, recording: 0, verdict: 0 },
    ...{ reason: 0, kind: 0, durationMs: 0 },
  } satisfies Members<Try>,
  Violation: {
    ...{ requirement: 0, level: 0, kind: 0, subject: 0, message: 0, expected: 0, actual: 0 },
    ...{ underTest: 0, exchange: 0 },
  } satisfies Members<Violation>,
  Wait: { asked: 0, isOver: 0 } satisfies Members<Wait>,
};

const result = {
  ...{ checker: 0, startedAt: 0, durationMs: 0, plan: 0, server: 0, proof: 0, outcomes: 0 },
  ...{ counts: 0, exchanges: 0, rateLimit: 0, problems: 0, interrupted: 0, exitCode: 0 },
  ...{ regraded: 0, specified: 0, noun: 0, answered: 0 },
} satisfies Members<RunResult>;

/** What the report has besides. */
const besides = ['formatVersion', 'target', 'specification', 'mutationScore', 'nullScore'];

test.each(Object.entries(members))('the schema of %s lists the members of the type', (name, of) => {
  const listed = Object.keys(schema.$defs[name]?.properties ?? {});
  expect(listed.toSorted()).toEqual(Object.keys(of).toSorted());
});

test('the schema of the whole lists the members of RunResult, and five more', () => {
  const expected = [...Object.keys(result), ...besides];
  expect(Object.keys(schema.properties).toSorted()).toEqual(expected.toSorted());
});

test('a report of every verdict is valid, and a member with a typing error is not', () => {
  const report = JSON.parse(json(everyVerdict()));
  validate(report);
  expect(validate.errors).toBeNull();
  expect(validate({ ...report, exitCodes: 0 })).toBe(false);
  expect(validate({ ...report, formatVersion: 2 })).toBe(false);
  expect(validate({ ...report, plan: { ...report.plan, stricts: true } })).toBe(false);
});
