import { onTestFinished } from 'vitest';
import { AccountPool } from '../client/account-pool.ts';
import type { AccountSource } from '../client/auth/account-source.ts';
import { ownDocuments } from '../client/auth/auth-line.fixture.ts';
import { openRegistration } from '../client/auth/open-registration.ts';
import { Contract } from '../client/contract.ts';
import { Redactor } from '../client/redactor.ts';
import { Target } from '../client/target.ts';
import { WaitBudget } from '../client/wait-budget.ts';
import { type Ground, runScenario } from '../engine/run-scenario.ts';
import type { Homeserver } from '../homeserver/homeserver.ts';
import { startHomeserver } from '../homeserver/start-homeserver.ts';
import type { Try } from '../model/outcome.ts';
import type { Level } from '../model/requirement.ts';
import type { Context } from './context.ts';
import type { Scenario } from './scenario.ts';

/** The operations under test in each story here. */
export const underTest = ['setRoomStateWithKey', 'getRoomStateWithKey'];

/** A scenario out of a story. */
export function scenarioOf(run: Scenario['run'], level: Level = 'MUST'): Scenario {
  return {
    id: 'stories/a-story',
    suite: 'stories',
    level,
    title: 'A story is told',
    section: 'client-server-api/',
    rows: [],
    operations: underTest,
    run,
  };
}

/** Ground before a homeserver that listens somewhere; it ends with the test. */
export function groundAt(url: string, changes: Partial<Ground> = {}): Ground {
  const target = new Target(url);
  onTestFinished(() => target.close());
  return {
    target,
    redactor: new Redactor(),
    contract: new Contract(ownDocuments, ownDocuments),
    waitBudget: new WaitBudget(600_000),
    accounts: new AccountPool(openRegistration()),
    facts: {
      software: 'reference',
      versions: ['v1.16'],
      roomVersions: ['11'],
      defaultRoomVersion: '11',
      accounts: 'open registration',
      roomVersion: '11',
    },
    means: {},
    timeoutMs: 20_000,
    signal: new AbortController().signal,
    ...changes,
  };
}

/** What a homeserver may be given: a fault. */
export type Fault = (homeserver: Homeserver) => void;

/** The address of a reference homeserver, with or without a fault; it ends with the test. */
export async function reference(fault?: Fault): Promise<string> {
  const mutant = fault && { id: 'a-fault', fault: 'it is told', killedBy: [], mutate: fault };
  const homeserver = await startHomeserver(mutant === undefined ? {} : { mutant });
  onTestFinished(() => homeserver.close());
  return homeserver.url;
}

interface Telling {
  readonly fault?: Fault;
  readonly level?: Level;
  readonly source?: AccountSource;
}

/** Tells a story to the reference homeserver. */
export async function tell(
  run: (context: Context) => Promise<void>,
  { fault, level, source }: Telling = {},
): Promise<Try> {
  const accounts = source === undefined ? {} : { accounts: new AccountPool(source) };
  return runScenario(groundAt(await reference(fault), accounts), scenarioOf(run, level));
}

/** A state entry that no homeserver gives a meaning to. */
export function entry(roomId: string, stateKey = 'key') {
  return { roomId, eventType: 'org.example.story', stateKey };
}
