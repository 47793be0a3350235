import { ClientEvent, createClient, type MatrixClient, Preset, RoomEvent } from 'matrix-js-sdk';
import { logger } from 'matrix-js-sdk/lib/logger.js';

/** What a client of matrix-js-sdk saw, without ids and times. */
export interface SdkStory {
  readonly states: readonly (string | null)[];
  readonly names: readonly string[];
  readonly topic: unknown;
  readonly messages: readonly unknown[];
  readonly members: readonly string[];
  readonly refusal: string;
  readonly timeline: readonly string[];
}

/**
 * Two users register, log in, make a room, set state, send messages, sync and leave, as any client
 * would.
 * @param tell is told the access tokens
 */
export async function sdkStory(baseUrl: string, tell = (_secret: string) => {}): Promise<SdkStory> {
  (logger as unknown as { setLevel(level: string): void }).setLevel('silent');
  const [alice, bob] = [await user(baseUrl, 'alice', tell), await user(baseUrl, 'bob', tell)];
  const states: (string | null)[] = [];
  alice.on(ClientEvent.Sync, (state) => void states.push(state));
  try {
    await alice.startClient({ initialSyncLimit: 10, disablePresence: true });
    await once(alice, () => alice.isInitialSyncComplete());
    const { room_id: roomId } = await alice.createRoom({ name: 'Tea', preset: Preset.PublicChat });
    await alice.sendStateEvent(
      roomId,
      'm.room.topic' as never,
      { topic: 'Earl Grey' } as never,
      '',
    );
    await bob.joinRoom(roomId);
    await bob.sendTextMessage(roomId, 'Is it ready?');
    await alice.sendTextMessage(roomId, 'It is. ☕ 茶');
    const seen = () => alice.getRoom(roomId)?.getLiveTimeline().getEvents() ?? [];
    const messages = () => seen().filter((event) => event.getType() === 'm.room.message');
    await once(alice, () => messages().length === 2 && messages().every((one) => !one.status));
    const refusal = await bob
      .sendStateEvent(roomId, 'm.room.topic' as never, { topic: 'Coffee' } as never, '')
      .then(
        () => 'none',
        (error) => `${error.httpStatus} ${error.errcode}`,
      );
    const topic = await alice.getStateEvent(roomId, 'm.room.topic', '');
    await bob.leave(roomId);
    await once(alice, () => alice.getRoom(roomId)?.getJoinedMemberCount() === 1);
    const room = alice.getRoom(roomId);
    return {
      states: [...new Set(states)],
      names: [room?.name ?? ''],
      topic,
      messages: messages().map((event) => event.getContent()),
      members: (room?.getMembers() ?? []).map(({ membership }) => membership ?? '').toSorted(),
      refusal,
      timeline: seen().map((event) => event.getType()),
    };
  } finally {
    for (const client of [alice, bob]) {
      client.stopClient();
      await client.logout();
    }
  }
}

/** Registered, logged out, and logged in by the password. */
async function user(baseUrl: string, name: string, tell: (secret: string) => void) {
  const password = `secret of ${name}, ${Math.random().toString(36).slice(2)}`;
  const anybody = createClient({ baseUrl });
  const username = `${name}-${Math.random().toString(36).slice(2, 10)}`;
  const { session } = await anybody.registerRequest({ username, password }).then(
    () => ({ session: '' }),
    (error) => error.data as { session: string },
  );
  const auth = { type: 'm.login.dummy', session };
  const registered = await anybody.registerRequest({ username, password, auth });
  const identifier = { type: 'm.id.user', user: registered.user_id };
  const {
    access_token: accessToken,
    user_id: userId,
    device_id: deviceId,
  } = await anybody.loginRequest({ type: 'm.login.password', identifier, password });
  for (const secret of [password, accessToken, registered.access_token ?? '']) tell(secret);
  return createClient({ baseUrl, accessToken, userId, deviceId });
}

/** Waits until it holds, looking whenever something came. */
function once(client: MatrixClient, holds: () => boolean): Promise<void> {
  return new Promise((done, fail) => {
    const late = setTimeout(() => fail(new Error('the client did not see it')), 20_000);
    const look = () => {
      if (!holds()) return;
      clearTimeout(late);
      for (const event of events) client.off(event, look);
      done();
    };
    const events = [
      ClientEvent.Sync,
      ClientEvent.Event,
      RoomEvent.Timeline,
      RoomEvent.LocalEchoUpdated,
    ] as const;
    for (const event of events) client.on(event, look);
    look();
  });
}
