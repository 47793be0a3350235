import { expect, onTestFinished, test } from 'vitest';
import type { JsonObject } from '../events/json.ts';
import { startHomeserver } from '../start-homeserver.ts';

const path = '/_matrix/client/v3';

async function inRoom() {
  const homeserver = await startHomeserver();
  onTestFinished(() => homeserver.close());
  const send = async (method: string, to: string, body?: JsonObject, token = '') => {
    const headers = { authorization: `Bearer ${token}` };
    const sent = body === undefined ? {} : { body: JSON.stringify(body) };
    const answer = await fetch(`${homeserver.url}${path}${to}`, { method, headers, ...sent });
    return { status: answer.status, body: (await answer.json()) as Record<string, string> };
  };
  const user = async (username: string) => {
    const credentials = { username, password: 'p' };
    const { session } = (await send('POST', '/register', credentials)).body;
    const auth = { type: 'm.login.dummy', session: session ?? '' };
    const { access_token: token } = (await send('POST', '/register', { ...credentials, auth }))
      .body;
    return (method: string, to: string, body?: JsonObject) => send(method, to, body, token);
  };
  const [alice, bob] = [await user('alice'), await user('bob')];
  const { room_id: roomId = '' } = (await alice('POST', '/createRoom', {})).body;
  return { alice, bob, room: `/rooms/${encodeURIComponent(roomId)}` };
}

test('the same transaction again is the same event, and another one is not', async () => {
  const { alice, room } = await inRoom();
  const say = (txn: string) => alice('PUT', `${room}/send/m.room.message/${txn}`, { body: 'x' });
  const [first, again, other] = [await say('1'), await say('1'), await say('2')];
  expect(first.status).toBe(200);
  expect(again.body.event_id).toBe(first.body.event_id);
  expect(other.body.event_id).not.toBe(first.body.event_id);
});

test('who is not in the room may send nothing', async () => {
  const { bob, room } = await inRoom();
  const { status, body } = await bob('PUT', `${room}/send/m.room.message/1`, { body: 'x' });
  expect([status, body.errcode]).toEqual([403, 'M_FORBIDDEN']);
});

test('an event can be redacted by sending a redaction', async () => {
  const { alice, room } = await inRoom();
  const sent = await alice('PUT', `${room}/send/m.room.message/1`, { body: 'typo' });
  const redacts = sent.body.event_id ?? '';
  const redaction = await alice('PUT', `${room}/send/m.room.redaction/2`, { redacts });
  expect(redaction.status).toBe(200);
  const { body } = await alice('GET', `${room}/event/${encodeURIComponent(redacts)}`);
  expect(body.content).toEqual({});
});
