import { entry, eventType, put } from '../../entry.ts';
import { type Scene, type Spelling, writes } from './deprecated-form.ts';

/** The documents pair no errcode with it. */
const forbidden = { status: 403 };

/** mallory is just below what state takes, and charlie, who is not named, at what events take. */
async function stateIsGoverned({ alice, bob, charlie, mallory, room, checkState }: Scene) {
  const { roomId } = room;
  const state = { ...entry(roomId, 'of state'), body: { by: 'bob' } };
  await mallory.cannot(put, state, 'M_FORBIDDEN', { unlike: bob });
  checkState('what bob set', await alice.seesState(state)).equals(state.body);
  const open = { ...entry(roomId, 'open'), eventType: `${eventType}.open` };
  const eventId = await charlie.setsState(open, { by: 'charlie' });
  const shut = { ...open, eventType: `${eventType}.shut`, body: { by: 'charlie, again' } };
  await charlie.cannot(put, shut, 'M_FORBIDDEN', { unlike: { args: open } });
  await charlie.call('redactEvent', { roomId, eventId, txnId: 'own', body: {} });
}

async function redactionIsGoverned(scene: Scene) {
  const { alice, bob, mallory, room, checkState, eventually } = scene;
  const { roomId } = room;
  const [kept, redacted] = [entry(roomId, 'kept'), entry(roomId, 'redacted')];
  const ids = [
    await alice.setsState(kept, { kept: 1 }),
    await alice.setsState(redacted, { goes: 1 }),
  ];
  const [first = '', second = ''] = ids;
  // A redaction may be sent that does nothing: what counts is that it does nothing.
  await mallory.asks('redactEvent', { roomId, eventId: first, txnId: 'no', body: {} });
  await bob.call('redactEvent', { roomId, eventId: second, txnId: 'yes', body: {} });
  const seen = await eventually(async () => {
    const content = await alice.seesState(redacted);
    return JSON.stringify(content).includes('goes') ? undefined : { content };
  });
  checkState('what bob redacted', seen?.content).equals({});
  checkState('what mallory may not redact', await alice.seesState(kept)).equals({ kept: 1 });
}

async function membershipIsGoverned({ alice, bob, charlie, mallory, room, checkState }: Scene) {
  const { roomId } = room;
  const target = { roomId, body: { user_id: charlie.id } };
  for (const operation of ['kick', 'inviteUser', 'ban']) {
    await mallory.cannot(operation, target, forbidden, { unlike: bob });
  }
  const member = { roomId, eventType: 'm.room.member', stateKey: charlie.id };
  checkState('charlie', await alice.seesState(member)).has({ membership: 'ban' });
}

const parts = [redactionIsGoverned, stateIsGoverned, membershipIsGoverned];

/** Every level of a room is deprecated at once; each version leaves out one part of what they do. */
export async function everyLevelGoverns(scene: Scene, spell: Spelling): Promise<void> {
  const { bob, mallory, version } = scene;
  await writes(
    scene,
    (as) => ({
      users: { [bob.id]: as(20), [mallory.id]: as(19) },
      users_default: as(-5),
      events_default: as(-5),
      state_default: as(20),
      ban: as(20),
      kick: as(20),
      redact: as(20),
      invite: as(20),
      events: { [`${eventType}.open`]: as(-5), [`${eventType}.shut`]: as(-4) },
      notifications: { room: as(20) },
    }),
    spell,
  );
  for (const [index, governs] of parts.entries()) {
    if (index !== version % parts.length) await governs(scene);
  }
}
