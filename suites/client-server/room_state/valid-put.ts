import { jsonOf, memberOf } from '../../../src/scenario/answer.ts';
import { anyoneMay, entry, eventType, pathForms, put } from '../../entry.ts';
import { eventIdGrammar } from './event-id-grammar.ts';
import { roomState } from './suite.ts';

roomState.must('a-valid-put-answers-with-an-event-id', {
  title: 'A valid PUT of a state entry is answered with 200 and the id of its event',
  rows: ['A1', 'A19'],
  async run({ users, check, facts }) {
    const { alice } = await users('alice');
    const roomId = await alice.createsRoom();
    const { pattern, meaning } = eventIdGrammar(facts.roomVersion);
    for (const { form, stateKey, as } of pathForms) {
      // An entry that is there is answered as one that is not.
      for (const text of ['hello', 'hello again']) {
        const body = { text, form };
        const answer = await alice.call(put, { ...entry(roomId, stateKey), body }, as);
        check('the status', answer.status, answer).equals(200);
        check('the event id', memberOf(answer, 'event_id'), answer).matches(pattern, meaning);
        check('the content', await alice.seesState(entry(roomId, stateKey))).equals(body);
      }
    }
  },
});

roomState.must('the-content-can-be-read-back', {
  title: 'What was put is what GET of the same path answers',
  rows: ['P1'],
  async run({ users, checkState }) {
    const { alice } = await users('alice');
    const roomId = await alice.createsRoom();
    const content = { text: 'hello', number: 7 };
    await alice.setsState(entry(roomId), content);
    checkState('the content', await alice.seesState(entry(roomId))).equals(content);
  },
});

roomState.must('an-empty-object-is-a-valid-content', {
  title: 'A PUT of {} is accepted, and {} is what is read',
  rows: ['C5'],
  async run({ users, checkState }) {
    const { alice } = await users('alice');
    const roomId = await alice.createsRoom();
    await alice.setsState(entry(roomId), {});
    checkState('the content', await alice.seesState(entry(roomId))).equals({});
  },
});

roomState.must('the-same-content-again-is-accepted', {
  title: 'A PUT of what the entry holds already is answered with 200 and leaves it as it is',
  rows: ['A14', 'L1'],
  operations: ['getOneRoomEvent'],
  async run({ users, check, checkState, note }) {
    const { alice } = await users('alice');
    const roomId = await alice.createsRoom();
    const content = { text: 'the same' };
    const first = await alice.setsState(entry(roomId), content);
    const second = await alice.setsState(entry(roomId), content);
    const event = await alice.seesEvent(roomId, second);
    check('the event of the second PUT', jsonOf(event), event).has({ content });
    // The specification does not say whether a repeated state makes a new event.
    note(`the same content again makes ${first === second ? 'no' : 'a'} new event`);
    checkState('the content', await alice.seesState(entry(roomId))).equals(content);
  },
});

roomState.must('a-member-with-the-power-may-set-state', {
  title: 'A member may set state with the level that the type, or else the room, asks for',
  section: 'client-server-api/#mroompower_levels',
  rows: ['F9', 'F14'],
  async run({ users, checkState }) {
    const { alice, bob } = await users('alice', 'bob');
    const roomId = await alice.createsRoom({ joinedBy: [bob], ...anyoneMay });
    await bob.setsState(entry(roomId), { by: 'bob' });
    checkState('the open type', await alice.seesState(entry(roomId))).equals({ by: 'bob' });
    const other = { ...entry(roomId), eventType: `${eventType}.other` };
    await alice.grants(roomId, bob, 50);
    await bob.setsState(other, { by: 'bob' });
    checkState('any other type', await alice.seesState(other)).equals({ by: 'bob' });
  },
});
