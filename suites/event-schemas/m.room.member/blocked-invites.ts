import { memberOf } from '../../../src/scenario/answer.ts';
import type { Context } from '../../../src/scenario/context.ts';
import { unsupported } from '../../../src/scenario/stop-scenario.ts';
import type { User } from '../../../src/scenario/user.ts';
import { put } from '../../entry.ts';
import { memberEntry, membership, syncSection } from './membership.ts';
import { roomMember } from './suite.ts';

const section = 'client-server-api/#invite-permission';
const blocked = { status: 403, errcode: 'M_INVITE_BLOCKED' };

/** Says whether a user takes invites; nothing is said with an empty content. */
function permits(user: User, body: Readonly<Record<string, unknown>>) {
  const type = 'm.invite_permission_config';
  return user.call('setAccountData', { userId: user.id, type, body });
}

/** Whether a homeserver advertises v1.18 of the specification or a later one. */
function isPromised({ versions }: Context['facts']): boolean {
  return versions.some((version) => Number(/^v1\.(\d+)$/.exec(version)?.[1] ?? 0) >= 18);
}

/** Homeservers that do not speak of v1.18 need not know that users may take no invites. */
async function demandBlocking({ facts }: Context, alice: User, bob: User): Promise<void> {
  if (isPromised(facts)) return;
  const roomId = await alice.createsRoom();
  const answer = await alice.asks(put, membership(roomId, bob, 'invite'));
  if (memberOf(answer, 'errcode') === blocked.errcode) return;
  throw unsupported('the homeserver neither advertises v1.18 nor blocks an invite');
}

roomMember.must('who-takes-no-invites-is-not-invited', {
  title: 'An invite of a user who blocks them is refused with M_INVITE_BLOCKED, until they do not',
  section,
  since: 'v1.18',
  rows: ['I23'],
  operations: ['setAccountData'],
  async run(context) {
    const { alice, charlie } = await context.users('alice', 'charlie');
    // Whoever stays blocked when something goes wrong is in nobody's way.
    const bob = await context.userToLogOut('bob');
    await permits(bob, { default_action: 'block' });
    await demandBlocking(context, alice, bob);
    for (const preset of ['private_chat', 'public_chat']) {
      const roomId = await alice.createsRoom({ body: { preset } });
      const args = membership(roomId, bob, 'invite');
      await alice.cannot(put, args, blocked, {
        unlike: { args: membership(roomId, charlie, 'invite') },
      });
      for (const body of [{}, { default_action: 'org.example.unknown' }]) {
        await permits(bob, body);
        await alice.call(put, args);
        await alice.call(put, membership(roomId, bob, 'leave'));
      }
      await permits(bob, { default_action: 'block' });
      await alice.cannot(put, args, blocked, {
        unlike: { args: membership(roomId, charlie, 'invite') },
      });
    }
  },
});

roomMember.must('invites-from-before-they-were-blocked-are-not-synced', {
  title: 'An invite from before the user blocked them is not in sync, and is in the room’s state',
  section,
  since: 'v1.18',
  rows: ['I23'],
  operations: ['setAccountData', 'sync'],
  async run(context) {
    // What was tried out before the specification had it may well be a part of it only.
    if (!isPromised(context.facts)) throw unsupported('the homeserver does not advertise v1.18');
    const { alice } = await context.users('alice');
    const bob = await context.userToLogOut('bob');
    const roomId = await alice.createsRoom({ body: { preset: 'private_chat' } });
    await alice.call(put, membership(roomId, bob, 'invite'));
    const before = await syncSection(context, bob, roomId, 'invite');
    context.check('where the room stands in bob’s sync before', before.section).equals('invite');
    await permits(bob, { default_action: 'block' });
    const { section: where } = await syncSection(context, bob, roomId, undefined);
    context.check('where the room stands in bob’s sync', where).equals(undefined);
    const after = await alice.seesState(memberEntry(roomId, bob));
    context.checkState('the membership', after).has({ membership: 'invite' });
  },
});
