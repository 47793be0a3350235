import { describe, expect, onTestFinished, test } from 'vitest';
import { AccountError } from '../account-error.ts';
import { type Answer, sendJson, startLocalServer } from '../local-server.fixture.ts';
import { WaitBudget } from '../wait-budget.ts';
import { authLineTo } from './auth-line.fixture.ts';
import { openRegistration } from './open-registration.ts';
import { registrationToken } from './registration-token.ts';

const alice = { user_id: '@alice:hs', access_token: 'alices-token', device_id: 'DEVICE' };
const inUse = { errcode: 'M_USER_IN_USE', error: 'taken' };
const session = 'a-session';

/** A homeserver whose `/register` answers one after the other; the last answer stays. */
async function registering(...answers: readonly [number, unknown][]) {
  const server = await startLocalServer((response, _, count) => {
    const [status, body] = answers[Math.min(count, answers.length - 1)] ?? [500, {}];
    sendJson(response, body, status);
  });
  onTestFinished(() => server.close());
  const bodies = () => server.received.map(({ body }) => JSON.parse(body.toString()));
  return { line: authLineTo(server.url), bodies };
}

const flows = (...stages: string[][]) => ({
  session,
  flows: stages.map((one) => ({ stages: one })),
  params: {},
});

describe('interactive authentication', () => {
  test('the same body goes out again, with the session and the stage', async () => {
    const { line, bodies } = await registering([401, flows(['m.login.dummy'])], [200, alice]);
    const account = await openRegistration().next(line);
    expect(account).toMatchObject({
      userId: '@alice:hs',
      accessToken: 'alices-token',
      deviceId: 'DEVICE',
    });
    const [first, second, ...more] = bodies();
    expect(more).toEqual([]);
    expect(first).not.toHaveProperty('auth');
    expect(second).toEqual({ ...first, auth: { type: 'm.login.dummy', session } });
    expect(account.password).toBe(first.password);
  });

  test('no stage is sent where none is asked for', async () => {
    const { line, bodies } = await registering([200, alice]);
    expect((await openRegistration().next(line)).userId).toBe('@alice:hs');
    expect(bodies()).toHaveLength(1);
  });

  test('of several flows the one whose stages are all known is taken, in its order', async () => {
    const { line, bodies } = await registering(
      [401, flows(['m.login.email'], ['m.login.registration_token', 'm.login.dummy'])],
      [401, { ...flows(['m.login.registration_token', 'm.login.dummy']), completed: [] }],
      [200, alice],
    );
    await registrationToken('the-token').next(line);
    expect(bodies().map(({ auth }) => auth)).toEqual([
      undefined,
      { type: 'm.login.registration_token', session, token: 'the-token' },
      { type: 'm.login.dummy', session },
    ]);
  });

  test('a user name that is taken is exchanged for another one', async () => {
    const { line, bodies } = await registering([400, inUse], [200, alice]);
    await openRegistration().next(line);
    const [first, second] = bodies();
    expect(second.username).not.toBe(first.username);
  });
});

describe('a homeserver that makes no sense', () => {
  test.each<[string, [number, unknown], string]>([
    ['every name is taken', [400, inUse], 'three freshly made-up user names in a row'],
    [
      'no flow is known',
      [401, flows(['m.login.email'], ['m.a', 'm.b'])],
      'asks for m.login.email or m.a + m.b',
    ],
    [
      'a flow is named after what every object has',
      [401, flows(['constructor'])],
      'asks for constructor',
    ],
    ['there are no flows', [401, { session, flows: [] }], 'registration asks for no stage at all'],
    [
      'the flows are none',
      [401, { session, flows: [null, 1, { stages: 'm' }] }],
      'registration asks for',
    ],
    ['there is no user id', [200, { access_token: 'token' }], 'without a valid user_id'],
    ['the user id is none', [200, { ...alice, user_id: 'alice' }], 'without a valid user_id'],
    ['there is no token', [200, { user_id: '@a:hs' }], 'without an access_token'],
    ['the token is empty', [200, { ...alice, access_token: '' }], 'without an access_token'],
    [
      'nothing is JSON',
      [500, undefined],
      'registration is not offered: 500 without a standard error',
    ],
  ])('%s', async (_, answer, sentence) => {
    const { line } = await registering(answer);
    const next = openRegistration().next(line);
    await expect(next).rejects.toThrow(AccountError);
    await expect(next).rejects.toThrow(sentence);
  });

  test('a stage that is never enough ends, too', async () => {
    const { line, bodies } = await registering([401, flows(['m.login.dummy'])]);
    await expect(openRegistration().next(line)).rejects.toThrow('was refused: 401 without');
    expect(bodies()).toHaveLength(2);
  });

  test('what it says is told in short, on one line, and without secrets', async () => {
    const token = 'a-registration-token-of-some-length';
    const error = `no:\n\u2028${'.'.repeat(180)}${token}${'x'.repeat(10_000)}`;
    const { line } = await registering(
      [401, flows(['m.login.registration_token'])],
      [403, { errcode: `M_${token}${'X'.repeat(10_000)}`, error }],
    );
    line.redactor.learn(token);
    const failure: unknown = await registrationToken(token)
      .next(line)
      .catch((reason) => reason);
    const message = failure instanceof AccountError ? failure.message : '';
    expect(message).toMatch(
      /^the registration of a user was refused: 403 M_<redacted>X+ \(no: \.+/,
    );
    expect(message).not.toContain(token.slice(0, 12));
    expect(message.length).toBeLessThan(450);
  });

  test('a limit on its rate that is never lifted is told', async () => {
    const limited = { errcode: 'M_LIMIT_EXCEEDED', error: 'slow', retry_after_ms: 900_000 };
    const server = await startLocalServer(((response) =>
      sendJson(response, limited, 429)) satisfies Answer);
    onTestFinished(() => server.close());
    const line = authLineTo(server.url, { waitBudget: new WaitBudget(1000) });
    await expect(openRegistration().next(line)).rejects.toThrow('still limits its rate');
  });
});
