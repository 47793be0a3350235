import type { Refusal } from '../../../src/scenario/refusal.ts';
import type { User } from '../../../src/scenario/user.ts';
import { entry, eventType, put } from '../../entry.ts';
import { roomState } from './suite.ts';

const section = 'client-server-api/#avoiding-duplicate-annotations';
const duplicate: Refusal = { status: 400, errcode: 'M_DUPLICATE_ANNOTATION' };

function annotation(event_id: string, key = 'yes', rel_type = 'm.annotation') {
  return { 'm.relates_to': { rel_type, event_id, key } };
}

/** A room with an event in its state, and the annotation of it by another entry. */
async function annotatedRoom(alice: User, bob: User) {
  const roomId = await alice.createsRoom({ joinedBy: [bob] });
  await alice.grants(roomId, bob, 50);
  const target = await alice.setsState(entry(roomId, 'target'), { text: 'to be annotated' });
  const first = await alice.setsState(entry(roomId, 'first'), annotation(target));
  return { roomId, target, first };
}

roomState.should('a-duplicate-annotation-is-refused', {
  title: 'A second state event of a user and type that annotates the same with the same is refused',
  section,
  rows: ['J15'],
  async run({ users }) {
    const { alice, bob } = await users('alice', 'bob');
    const { roomId, target } = await annotatedRoom(alice, bob);
    for (const stateKey of ['second', '']) {
      const args = { ...entry(roomId, stateKey), body: annotation(target) };
      await alice.cannot(put, args, duplicate, {
        unlike: { args: { body: annotation(target, `no${stateKey}`) } },
      });
    }
    // What others did in between makes it no other annotation, and they are held to theirs.
    await bob.setsState(entry(roomId, 'of bob'), annotation(target));
    const again = { ...entry(roomId, 'of bob again'), body: annotation(target) };
    await bob.cannot(put, again, duplicate, {
      unlike: { args: { body: annotation(target, 'b') } },
    });
    const more = { ...annotation(target), text: 'with more content' };
    await alice.cannot(put, { ...entry(roomId, 'third'), body: more }, duplicate, {
      unlike: { args: { eventType: `${eventType}.other` } },
    });
  },
});

roomState.must('an-annotation-of-another-kind-is-accepted', {
  title: 'Another key, sender, type, event or relation makes an annotation no duplicate',
  section,
  rows: ['J15'],
  operations: ['redactEvent'],
  async run({ users, checkState }) {
    const { alice, bob } = await users('alice', 'bob');
    const { roomId, target, first } = await annotatedRoom(alice, bob);
    const other = await alice.setsState(entry(roomId, 'other'), { text: 'another event' });
    const kinds: readonly [what: string, who: User, type: string, content: object][] = [
      ['another key', alice, eventType, annotation(target, 'no')],
      ['the key in capitals', alice, eventType, annotation(target, 'YES')],
      ['the first letter of the key', alice, eventType, annotation(target, 'y')],
      ['a thumb', alice, eventType, annotation(target, '👍')],
      ['a thumb of another colour', alice, eventType, annotation(target, '👍🏽')],
      ['another sender', bob, eventType, annotation(target)],
      ['another type', alice, `${eventType}.other`, annotation(target)],
      ['another event', alice, eventType, annotation(other)],
      ['another relation', alice, eventType, annotation(target, 'yes', 'm.reference')],
    ];
    for (const [what, who, type, content] of kinds) {
      const place = { ...entry(roomId, what), eventType: type };
      await who.setsState(place, content);
      checkState(`the annotation with ${what}`, await alice.seesState(place)).equals(content);
    }
    await alice.call('redactEvent', { roomId, eventId: first, txnId: 'once', body: {} });
    await alice.setsState(entry(roomId, 'again'), annotation(target));
    const again = await alice.seesState(entry(roomId, 'again'));
    checkState('the annotation after the first was redacted', again).equals(annotation(target));
  },
});
