import { rejected } from '../../../src/scenario/refusal.ts';
import type { Signed, ThirdPartySigner } from '../../../src/scenario/third-party-signer.ts';
import type { User } from '../../../src/scenario/user.ts';
import { put } from '../../entry.ts';
import { anyoneInvites, memberEntry, membership } from './membership.ts';
import { roomMember } from './suite.ts';

const section = 'rooms/v10/#authorization-rules';
const token = 'a-token-of-an-invite';

/** An invite that shows a third-party invite; without one where nothing is given. */
function invite(roomId: string, of: User, signed?: unknown) {
  const shown = { display_name: 'B…', ...(signed === undefined ? {} : { signed }) };
  return membership(roomId, of, 'invite', { third_party_invite: shown });
}

/** Puts a third-party invite into a room, for which the signer signs. */
async function invitesByThirdParty(by: User, roomId: string, signer: ThirdPartySigner) {
  const key = { public_key: signer.publicKey, key_validity_url: 'https://identity.example/valid' };
  const content = { display_name: 'B…', ...key, public_keys: [key] };
  const entry = { roomId, eventType: 'm.room.third_party_invite', stateKey: token };
  await by.setsState(entry, content);
}

roomMember.must('a-malformed-third-party-invite-is-rejected', {
  title:
    'An invite whose third_party_invite lacks its signed, mxid, token or signatures is rejected',
  section,
  rows: ['I24'],
  async run({ users, thirdPartySigner }) {
    const { alice, bob } = await users('alice', 'bob');
    const roomId = await alice.createsRoom();
    const signer = thirdPartySigner();
    await invitesByThirdParty(alice, roomId, signer);
    const signed = signer.sign(bob.id, token);
    const without = (name: keyof Signed) =>
      Object.fromEntries(Object.entries(signed).filter(([member]) => member !== name));
    const odd = [undefined, {}, ...(['mxid', 'token', 'signatures'] as const).map(without)];
    for (const one of [...odd, { ...signed, signatures: {} }]) {
      await alice.cannot(put, invite(roomId, bob, one), rejected, {
        unlike: { args: membership(roomId, bob, 'invite') },
      });
      await alice.call(put, membership(roomId, bob, 'leave'));
    }
  },
});

roomMember.must('a-forged-third-party-invite-is-rejected', {
  title: 'A third-party invite for another user, of another token, key or sender is rejected',
  section,
  rows: ['I24'],
  async run({ users, thirdPartySigner }) {
    const { alice, bob, mallory } = await users('alice', 'bob', 'mallory');
    const roomId = await alice.createsRoom({ joinedBy: [mallory], ...anyoneInvites });
    const signer = thirdPartySigner();
    await invitesByThirdParty(alice, roomId, signer);
    const { signatures } = signer.sign(bob.id, token);
    const unlike = { args: membership(roomId, bob, 'invite') };
    for (const signed of [
      signer.sign(mallory.id, token),
      signer.sign(bob.id, 'a-token-of-nothing'),
      thirdPartySigner().sign(bob.id, token),
      { mxid: bob.id, token, signatures: signer.sign(mallory.id, token).signatures },
      { mxid: bob.id, token, signatures, 'org.example.not': 'signed' },
    ]) {
      await alice.cannot(put, invite(roomId, bob, signed), rejected, { unlike });
      await alice.call(put, membership(roomId, bob, 'leave'));
    }
    const good = invite(roomId, bob, signer.sign(bob.id, token));
    await mallory.cannot(put, good, rejected, { unlike });
    await alice.call(put, membership(roomId, mallory, 'ban'));
    const banned = invite(roomId, mallory, signer.sign(mallory.id, token));
    await alice.cannot(put, banned, rejected, { unlike });
  },
});

roomMember.observes('a-valid-third-party-invite-is-answered', {
  title: 'An invite with a third_party_invite as it should be is answered in good order',
  section,
  rows: ['I24'],
  async run({ users, note, thirdPartySigner }) {
    const { alice, bob } = await users('alice', 'bob');
    const roomId = await alice.createsRoom({ powerLevels: { invite: 50 } });
    const signer = thirdPartySigner();
    await invitesByThirdParty(alice, roomId, signer);
    const args = invite(roomId, bob, signer.sign(bob.id, token));
    await alice.tries(roomId, { 'a valid third-party invite': [put, args] });
    const after = await alice.seesState(memberEntry(roomId, bob));
    note(`the membership then: ${JSON.stringify(after)?.slice(0, 60)}`);
  },
});
