import { type Answer, isRecord, jsonOf } from '../../../src/scenario/answer.ts';
import type { Context } from '../../../src/scenario/context.ts';
import type { User } from '../../../src/scenario/user.ts';
import { anyoneMay, entry, eventType } from '../../entry.ts';
import { roomState } from './suite.ts';
import { syncedEvents, syncOf } from './synced-events.ts';

const section = 'client-server-api/#room-event-format';
const operations = ['getRoomState', 'getOneRoomEvent', 'sync'];

type Unsigned = Readonly<Record<string, unknown>>;

/** An event of an entry, by the view of it, with what its `unsigned` holds. */
interface View {
  readonly name: string;
  readonly unsigned: Unsigned;
  readonly answer: Answer;
}

/** An entry that is written several times, and how each of its events shows in every view. */
async function writesOften({ users, eventually }: Context) {
  const { alice, bob } = await users('alice', 'bob');
  const roomId = await alice.createsRoom({ joinedBy: [bob], ...anyoneMay });
  const since = alice.takes(await alice.call('sync', syncOf(roomId)), 'next_batch');
  // The fourth is the first again, and the last is another member’s.
  const one = { text: 'one', only: 1 };
  const contents = [one, {}, { text: 'three' }, one, { text: 'last' }];
  const ids: string[] = [];
  for (const [index, content] of contents.entries()) {
    ids.push(await (index === 4 ? bob : alice).setsState(entry(roomId), content));
  }
  // Another entry, written in between, replaces none of them.
  const other = await alice.setsState(entry(roomId, 'other'), { text: 'other' });
  const fetched = async (eventId: string) =>
    viewOf('fetched', await alice.seesEvent(roomId, eventId));
  const views = ids.map(() => [] as View[]);
  for (const [index, id] of ids.entries()) views[index]?.push(await fetched(id));
  views.at(-1)?.push(...(await currentViews(alice, roomId)));
  await eventually(async () => {
    const answer = await alice.call('sync', { ...syncOf(roomId), since });
    const events = syncedEvents(answer, roomId);
    const found = ids.map((id) => events.find(({ event_id }) => event_id === id));
    if (found.some((event) => event === undefined)) return undefined;
    for (const [index, event] of found.entries()) {
      views[index]?.push({ name: 'synced', unsigned: unsignedOf(event), answer });
    }
    return true;
  });
  return { contents, ids, views, first: [...(views[0] ?? []), await fetched(other)] };
}

/** How the event shows that is the entry now. */
async function currentViews(alice: User, roomId: string): Promise<View[]> {
  const event = await alice.call('getRoomStateWithKey', { ...entry(roomId), format: 'event' });
  const all = await alice.call('getRoomState', { roomId });
  const list = jsonOf(all);
  const listed: unknown = (Array.isArray(list) ? list : []).find(
    (one) => isRecord(one) && one.type === eventType && one.state_key === 'key',
  );
  return [
    viewOf('read with format=event', event),
    { name: 'listed in the full state', unsigned: unsignedOf(listed), answer: all },
  ];
}

function viewOf(name: string, answer: Answer): View {
  return { name, unsigned: unsignedOf(jsonOf(answer)), answer };
}

function unsignedOf(event: unknown): Unsigned {
  return isRecord(event) && isRecord(event.unsigned) ? event.unsigned : {};
}

/** Holds a member of `unsigned` in every view against what each event replaced. */
async function checkUnsigned(
  context: Context,
  member: string,
  replaced: (story: Awaited<ReturnType<typeof writesOften>>) => readonly unknown[],
) {
  const story = await writesOften(context);
  const check = (what: string, views: readonly View[], expected: unknown) => {
    for (const { name, unsigned, answer } of views) {
      context.check(`${member} of ${what}, ${name}`, unsigned[member], answer).equals(expected);
    }
  };
  for (const [index, views] of story.views.entries()) {
    if (index > 0) check(`event ${index + 1}`, views, replaced(story)[index - 1]);
  }
  check('an event that replaced none', story.first, undefined);
}

roomState.should('an-event-names-the-one-that-it-replaced', {
  title: 'unsigned.replaces_state of an event is the id of the event that it replaced, if any',
  section,
  rows: ['A17'],
  since: 'v1.19',
  operations,
  run: (context) => checkUnsigned(context, 'replaces_state', ({ ids }) => ids),
});

roomState.should('an-event-shows-the-content-that-it-replaced', {
  title: 'unsigned.prev_content of an event is the content that it replaced, if any',
  section,
  rows: ['A17'],
  since: 'v1.2',
  operations,
  run: (context) => checkUnsigned(context, 'prev_content', ({ contents }) => contents),
});
