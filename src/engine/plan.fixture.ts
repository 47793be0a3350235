import { ownDocuments } from '../client/auth/auth-line.fixture.ts';
import type { Context } from '../scenario/context.ts';
import { type Suite, suite } from '../scenario/suite.ts';
import type { Plan } from './plan.ts';

/** A plan without scenarios for a homeserver, held against the project's own documents. */
export function planFor(target: string, changes: Partial<Plan> = {}): Plan {
  return {
    target,
    specification: ownDocuments,
    fallback: ownDocuments,
    suites: [],
    accounts: { way: 'auto' },
    strict: false,
    unsafe: false,
    concurrency: 2,
    timeoutMs: 20_000,
    waitMs: 0,
    tries: 2,
    checker: { version: '0.0.0' },
    ...changes,
  };
}

/** A suite of MUSTs: the stories, by their names. */
export function suiteOf(
  stories: Readonly<Record<string, (context: Context) => Promise<void>>>,
  name = 'stories',
): Suite {
  const all = suite(name, {
    section: 'client-server-api/',
    operations: ['setRoomStateWithKey', 'getRoomStateWithKey', 'getTokenOwner'],
  });
  for (const [story, run] of Object.entries(stories)) {
    all.must(story, { title: `${story} is told`, rows: [], run });
  }
  return all;
}

/** A story that holds on every homeserver that knows its users. */
export async function goodStory({ users }: Context): Promise<void> {
  const { alice } = await users('alice');
  await alice.call('getTokenOwner');
}
