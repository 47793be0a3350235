import { allSettled } from '../../../src/scenario/all-settled.ts';
import { jsonOf, memberOf } from '../../../src/scenario/answer.ts';
import { contentOf } from '../../../src/scenario/entry.ts';
import { entry, put } from '../../entry.ts';
import { roomState } from './suite.ts';

roomState.must('the-same-content-in-another-order-is-accepted', {
  title: 'A PUT of what the entry holds, its members in another order, is accepted',
  rows: ['L2'],
  operations: ['getOneRoomEvent'],
  async run({ users, check, checkState, note }) {
    const { alice } = await users('alice');
    const roomId = await alice.createsRoom();
    const content = { a: 1, b: { c: 2, d: [3] } };
    const first = await alice.setsState(entry(roomId), content);
    const rawBody = '{"b": {"d": [3], "c": 2}, "a": 1}';
    const second = await alice.setsState(entry(roomId), {}, { rawBody });
    note(`another order of members makes ${first === second ? 'no' : 'a'} new event`);
    const event = await alice.seesEvent(roomId, second);
    check('the event of the second PUT', jsonOf(event), event).has({ content });
    checkState('the content', await alice.seesState(entry(roomId))).equals(content);
  },
});

roomState.must('the-same-content-by-another-member-is-accepted', {
  title: 'A PUT of what the entry holds, by another member with the power, is accepted',
  rows: ['L3'],
  operations: ['getOneRoomEvent'],
  async run({ users, check, checkState, note }) {
    const { alice, bob } = await users('alice', 'bob');
    const roomId = await alice.createsRoom({ joinedBy: [bob], powerLevels: { state_default: 0 } });
    const content = { text: 'by either' };
    const first = await alice.setsState(entry(roomId), content);
    const second = await bob.setsState(entry(roomId), content);
    note(`the same content by another member makes ${first === second ? 'no' : 'a'} new event`);
    const event = await alice.seesEvent(roomId, second);
    check('the event of the second PUT', jsonOf(event), event).has({ content, state_key: 'key' });
    // Which of both it is, nobody says; but nobody else sent it.
    check('its sender', memberOf(event, 'sender'), event).isOneOf(alice.id, bob.id);
    checkState('the content', await alice.seesState(entry(roomId))).equals(content);
  },
});

roomState.must('a-redacted-entry-is-empty-and-can-be-set-again', {
  title: 'An entry whose event was redacted reads {}, and the same PUT as before sets it anew',
  section: 'client-server-api/#redactions',
  rows: ['L5'],
  operations: ['getOneRoomEvent', 'redactEvent'],
  async run({ users, check, checkState, eventually }) {
    const { alice } = await users('alice');
    const roomId = await alice.createsRoom();
    const content = { text: 'redacted', nested: { list: [1] } };
    await alice.setsState(entry(roomId, 'other'), content);
    const first = await alice.setsState(entry(roomId), content);
    await alice.call('redactEvent', { roomId, eventId: first, txnId: 'once', body: {} });
    // It may take a moment until the redaction is applied.
    await eventually(async () => {
      const seen = contentOf(await alice.reads(entry(roomId)));
      return JSON.stringify(seen) === '{}' ? true : undefined;
    });
    checkState('the redacted entry', await alice.seesState(entry(roomId))).equals({});
    const isRedacted = async (eventId = first) => {
      const shown = await eventually(async () => {
        const event = await alice.seesEvent(roomId, eventId);
        return JSON.stringify(memberOf(event, 'content')) === '{}' ? event : undefined;
      });
      const event = shown ?? (await alice.seesEvent(roomId, eventId));
      check('the redacted event', jsonOf(event), event).has({ content: {}, event_id: eventId });
    };
    await isRedacted();
    const other = await alice.seesState(entry(roomId, 'other'));
    checkState('another entry with the same content', other).equals(content);
    const second = await alice.setsState(entry(roomId), content);
    check('the id of the second event', second).differsFrom(first);
    checkState('the entry that was set anew', await alice.seesState(entry(roomId))).equals(content);
    const event = await alice.seesEvent(roomId, second);
    check('the second event', jsonOf(event), event).has({ content });
    await isRedacted();
    // An event that was replaced is not what the entry holds: its redaction leaves the entry alone.
    await alice.setsState(entry(roomId), { text: 'third' });
    await alice.call('redactEvent', { roomId, eventId: second, txnId: 'again', body: {} });
    await isRedacted(second);
    const third = await alice.seesState(entry(roomId));
    checkState('the entry of which an earlier event was redacted', third).equals({ text: 'third' });
  },
});

roomState.observes('equal-puts-at-once-are-answered-in-good-order', {
  title: 'Equal PUTs of an entry at the same time are answered in good order',
  rows: ['L6', 'O3'],
  operations: ['getOneRoomEvent'],
  async run({ users, note }) {
    const { alice } = await users('alice');
    const roomId = await alice.createsRoom();
    const atOnce = async (bodies: readonly object[]) =>
      allSettled(bodies.map((body) => alice.asks(put, { ...entry(roomId), body })));
    const equal = await atOnce(Array.from({ length: 6 }, () => ({ text: 'at once' })));
    const unequal = await atOnce(Array.from({ length: 6 }, (_, number) => ({ number })));
    const ids = new Set(equal.map((answer) => memberOf(answer, 'event_id')));
    note(`equal PUTs at once make ${ids.size === 1 ? 'one event' : 'several events'}`);
    for (const answer of [...equal, ...unequal]) {
      if (answer.status !== 200) note(`one of several PUTs at once: ${answer.status}`);
      else await alice.seesEvent(roomId, alice.takes(answer, 'event_id'));
    }
    await alice.tries(roomId, { 'one more PUT': [put, { ...entry(roomId), body: {} }] });
  },
});
