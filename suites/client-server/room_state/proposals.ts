import { isRecord, memberOf } from '../../../src/scenario/answer.ts';
import type { Attempt } from '../../../src/scenario/observe.ts';
import { entry, put } from '../../entry.ts';
import { roomState } from './suite.ts';

/** Query parameters of a PUT that are only proposed, and by which flag a homeserver says it knows them. */
const parameters = [
  { flag: 'org.matrix.msc4140', name: 'org.matrix.msc4140.delay', values: ['60000', 'soon'] },
  {
    flag: 'org.matrix.msc4354',
    name: 'org.matrix.msc4354.sticky_duration_ms',
    values: ['60000', 'long'],
  },
  {
    flag: 'org.matrix.msc3911',
    name: 'org.matrix.msc3911.attach_media',
    values: ['mxc://elsewhere.example/none', 'none'],
  },
] as const;

/** Rooms in which a key may begin with the own user id and go on. */
const ownedState = ['org.matrix.msc3757.11', 'org.matrix.msc3757.10'];

roomState.observes('what-is-only-proposed-is-answered-in-good-order', {
  title: 'A PUT that asks for what is only proposed is answered, whether that is known or not',
  rows: ['Q5', 'Q6', 'Q7'],
  async run({ users, facts, note }) {
    const { alice } = await users('alice');
    const features = memberOf(await alice.call('getVersions'), 'unstable_features');
    const attempts: Record<string, Attempt> = {};
    const roomId = await alice.createsRoom();
    for (const { flag, name, values } of parameters) {
      const isKnown = isRecord(features) && features[flag] === true;
      note(`the homeserver ${isKnown ? 'says' : 'does not say'} that it knows ${flag}`);
      for (const value of values) {
        const args = { ...entry(roomId, `with ${value}`), body: { [name]: value } };
        const as = { query: { [name]: value }, isProposed: true };
        attempts[`a PUT with ?${name}=${value}`] = [put, args, as];
      }
    }
    for (const version of ownedState.filter((one) => facts.roomVersions.includes(one))) {
      const owned = await alice.createsRoom({ version });
      const args = { ...entry(owned, `${alice.id}_of_her_own`), body: {} };
      attempts[`a PUT of an own key in a room of version ${version}`] = [put, args];
    }
    await alice.tries(roomId, attempts);
  },
});
