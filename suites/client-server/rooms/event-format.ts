import { type Answer, jsonOf, memberOf } from '../../../src/scenario/answer.ts';
import { unsupported } from '../../../src/scenario/stop-scenario.ts';
import { entry, eventType, pathForms } from '../../entry.ts';
import { get } from './readings.ts';
import { rooms } from './suite.ts';

const asEvent = { query: { format: 'event' } };

rooms.must('format-event-answers-the-whole-event', {
  title: 'GET of an entry with format=event answers its event, and otherwise its content',
  rows: ['P1'],
  since: 'v1.16',
  async run({ users, check, checkState, facts }) {
    const { alice } = await users('alice');
    const roomId = await alice.createsRoom();
    for (const { form, stateKey, as } of [
      ...pathForms,
      { form: 'a user id', stateKey: alice.id, as: {} },
    ]) {
      const args = { ...entry(roomId, stateKey) };
      const content = { form, version: 2 };
      await alice.setsState(args, { form, version: 1 });
      const event_id = await alice.setsState(args, content);
      const answer = await alice.asks(get, args, { ...as, ...asEvent });
      if (!isEvent(answer) && !knowsFormat(facts.versions)) {
        throw unsupported('format came with v1.16, which the homeserver does not advertise');
      }
      const event = { type: eventType, event_id, state_key: stateKey, room_id: roomId, content };
      checkState(`the event of ${form}`, jsonOf(answer), answer).has({
        ...event,
        sender: alice.id,
      });
      const isTime = Number.isSafeInteger(memberOf(answer, 'origin_server_ts'));
      check(`whether the event of ${form} says when it was sent`, isTime, answer).equals(true);
      for (const [what, query] of Object.entries({
        'format=content': { format: 'content' },
        'no format': {},
      })) {
        const plain = await alice.call(get, args, { ...as, query });
        checkState(`${form} with ${what}`, jsonOf(plain), plain).equals(content);
      }
    }
  },
});

rooms.observes('an-unknown-format-is-answered-in-good-order', {
  title: 'GET of an entry in a format that there is not is answered in good order',
  rows: ['P2'],
  async run({ users }) {
    const { alice } = await users('alice');
    const roomId = await alice.createsRoom();
    await alice.setsState(entry(roomId), { text: 'hello' });
    const args = { ...entry(roomId) };
    await alice.tries(roomId, {
      'the format xml': [get, args, { query: { format: 'xml' } }],
      'the format EVENT': [get, args, { query: { format: 'EVENT' } }],
      'an empty format': [get, args, { query: { format: '' } }],
      'an unknown parameter': [get, args, { query: { formats: 'event' } }],
    });
  },
});

function isEvent(answer: Answer): boolean {
  return memberOf(answer, 'event_id') !== undefined;
}

/** Whether one of the advertised versions is v1.16 or later. */
function knowsFormat(versions: readonly string[]): boolean {
  return versions.some((version) => Number(/^v1\.(\d+)$/.exec(version)?.[1]) >= 16);
}
