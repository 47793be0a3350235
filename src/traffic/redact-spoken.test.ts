import { describe, expect, test } from 'vitest';
import { collected, type Told } from './spoken.fixture.ts';

const token = 'syt_YWxpY2U_qwertzuiopasdfgh_1aBcD2';
const words = 'Meet me at the old bridge at nine';

function kept(told: Told, showContents = false): string {
  const result = collected([told], { showContents });
  expect([...result.findings, ...result.information].length).toBeGreaterThan(0);
  return JSON.stringify(result);
}

const login = '/_matrix/client/v3/login';

/** Wrong in one place, so that it is kept. */
const wrong = { next_batch: 7 };

describe('what users wrote is nowhere in what is kept', () => {
  const event = { sender: '@a:hs.test', content: { msgtype: 'm.text', body: words } };
  test.each<readonly [string, Told]>([
    ['in an event without a type', { body: { ...wrong, events: [event] } }],
    ['in an event whose type is no text', { body: { ...wrong, events: [{ ...event, type: 7 }] } }],
    [
      'in an event with a state key of null',
      { body: { ...wrong, a: { ...event, type: 'm.room.message', state_key: null } } },
    ],
    [
      'in a message that has a state key',
      { body: { ...wrong, a: { ...event, type: 'm.room.message', state_key: '' } } },
    ],
    [
      'in a content that is a text',
      { body: { ...wrong, a: { ...event, type: 'm.room.message', content: words } } },
    ],
    ['in JSON that stands in JSON', { body: { ...wrong, a: JSON.stringify(event) } }],
    ['in JSON with something before it', { body: `)]}'\n${JSON.stringify({ events: [event] })}` }],
  ])('%s', (_, told) => {
    expect(kept(told)).not.toContain('old bridge');
    expect(kept(told, true)).toContain('old bridge');
  });
});

describe('a secret is nowhere in what is kept', () => {
  test.each<readonly [string, Told]>([
    ['in a header', { requestHeaders: { authorization: `Bearer ${token}` }, body: wrong }],
    ['in a header of another name', { requestHeaders: { 'x-access-token': token }, body: wrong }],
    ['in a cookie', { headers: { 'set-cookie': `session=${token}; HttpOnly` }, body: wrong }],
    ['in the query', { url: `/_matrix/client/v3/sync?a=1&access_token=${token}`, body: wrong }],
    ...['access%5Ftoken', 'access%255Ftoken', 'login_token', 'code', 'sid', 'Access_Token'].map(
      (name): readonly [string, Told] => [
        `in the query, as ${name}`,
        { url: `/_matrix/client/v3/sync?a=1&${name}=${token}&b=2`, body: wrong },
      ],
    ),
    [
      'in an address that stands in the query',
      {
        url: `/_matrix/client/v3/sync?to=https%3A%2F%2Fa%2F%3Fa%3D1%26loginToken%3D${token}&b=2`,
        body: wrong,
      },
    ],
    ...[
      'https%3A%2F%2Fa%2F%3Fflag%26loginToken%3D',
      'https%3A%2F%2Fa%2F%3Fto%3Dhttps%253A%252F%252Fb%252F%253FloginToken%253D',
      'https%3A%2F%2Fa%2F%23code%3D',
      'https%3A%2F%2Fa%2F%23%2F%3Fa%3D1%3BloginToken%3D',
    ].map((address): readonly [string, Told] => [
      `in an address that stands in the query, as ${address}`,
      { url: `/_matrix/client/v3/sync?to=${address}${token}&b=2`, body: wrong },
    ]),
    ['in the fragment of a location', { status: 302, headers: { location: `/a#code=${token}` } }],
    ['in an address in the answer', { body: { ...wrong, a: `https://a/?code=${token}` } }],
    ['of an email that is to be proven', { sent: { sid: token }, body: wrong }],
    ['in a location', { status: 307, headers: { location: `/a?loginToken=${token}` }, body: 'x' }],
    ['in the answer', { body: { ...wrong, access_token: token } }],
    ['in a member within', { body: { ...wrong, a: [{ private_key: { x: token } }] } }],
    ['in JSON that is broken', { body: `{"access_token":"${token}",}` }],
    [
      'in JSON that stands in JSON',
      { body: { ...wrong, a: JSON.stringify({ access_token: token }) } },
    ],
    ['in JSON that is broken, as a key', { body: `{"private_key":"${token}",}` }],
    [
      'in JSON that stands in JSON, as a key',
      { body: { ...wrong, a: JSON.stringify({ session_key: token }) } },
    ],
    ['in a form', { sent: `client_secret=${token}&a=1`, body: wrong }],
    [
      'echoed in the answer, as what is wrong there',
      { requestHeaders: { authorization: `Bearer ${token}` }, body: { next_batch: [token] } },
    ],
    [
      'echoed in an error',
      {
        requestHeaders: { authorization: `Bearer ${token}` },
        ...{ status: 403, body: { errcode: `no ${token}`, error: token } },
      },
    ],
    [
      'as a password',
      {
        ...{ method: 'POST', url: '/_matrix/client/v3/login', status: 400 },
        ...{ sent: { type: 7, password: token }, body: { error: token } },
      },
    ],
  ])('%s', (_, told) => {
    expect(kept(told)).not.toContain(token);
    expect(kept(told, true)).not.toContain(token);
  });
});

test('a token that comes back as the name of a member is in no id and no place', () => {
  const short = 'tok_abcdEFGH';
  const text = kept({
    requestHeaders: { authorization: `Bearer ${short}` },
    body: { next_batch: 's', device_one_time_keys_count: { [short]: 'x' } },
  });
  expect(text).not.toContain(short);
  expect(text).toContain('body-matches-its-schema/device_one_time_keys_count/');
});

describe('what users wrote is not kept', () => {
  const message = { type: 'm.room.message', content: { body: words, msgtype: 'm.text' } };
  test.each<readonly [string, Told]>([
    [
      'in a timeline',
      { body: { ...wrong, rooms: { join: { '!a:b': { timeline: { events: [message] } } } } } },
    ],
    ['in JSON that is broken', { body: `{"next_batch": 1, "content": {"body": "${words}"},}` }],
    [
      'as what is wrong itself',
      {
        url: '/_matrix/client/v3/rooms/!a:b/event/$c',
        body: { ...message, sender: 7, content: { body: words } },
      },
    ],
    ...[
      ['in the reason of a membership', { content: { membership: 'leave', reason: words } }],
      ['in the reason of a report', { reason: words }],
      ['in the words of a search', { search_categories: { room_events: { search_term: words } } }],
      ['in the words of a search for users', { search_term: words, limit: 3 }],
      ['in the words of a search for rooms', { filter: { generic_search_term: words } }],
      ['in what a search found', { highlights: ['at', words] }],
      [
        'from another homeserver to a device',
        {
          edus: [
            { edu_type: 'm.direct_to_device', content: { messages: { '@a:b': { D: { words } } } } },
          ],
        },
      ],
    ].flatMap(([what, part]): (readonly [string, Told])[] => [
      [`${what}, asked`, { sent: part, body: wrong }],
      [`${what}, answered`, { body: { ...wrong, part } }],
      [`${what}, broken`, { body: `${JSON.stringify({ ...wrong, part })},` }],
    ]),
    [
      'to a device',
      {
        body: { ...wrong, to_device: { events: [{ type: 'm.room_key', content: { a: words } }] } },
      },
    ],
  ])('%s', (_, told) => {
    expect(kept(told)).not.toContain(words);
  });

  test.each([[message], [{ reason: words }], [{ search_term: words }]])(
    'unless it is to be shown: %j',
    (part) => {
      expect(kept({ body: { ...wrong, part } }, true)).toContain(words);
    },
  );
});

test('what is replaced keeps its shape, and the topic of a room stays', () => {
  const topic = { type: 'm.room.topic', state_key: '', content: { topic: 'tea' } };
  const message = {
    type: 'm.room.message',
    content: { msgtype: 'm.text', body: words, n: 3, list: [true, words] },
  };
  const { findings } = collected([{ body: { next_batch: 7, events: [topic, message] } }]);
  expect(JSON.parse(findings[0]?.first.response?.body ?? '')).toEqual({
    next_batch: 7,
    events: [
      topic,
      {
        type: 'm.room.message',
        content: { msgtype: 'm.text', body: '<content>', n: 0, list: [true, '<content>'] },
      },
    ],
  });
});

test('names of parameters that only look alike stay as they are', () => {
  const url = '/_matrix/client/v3/sync?encode=a-long-word&side=b&codec%5F=c&timeout=0';
  expect(kept({ url, body: wrong })).toContain(url);
});

test('what is long and of many characters is not found in parts where it is echoed', () => {
  const secret = `${'aB3%/'.repeat(500)}and "this" is its end`;
  const echo = { sent: { password: secret }, body: { ...wrong, a: `You said: ${secret}!` } };
  expect(kept(echo)).toContain('You said: <redacted>!');
  const cut = { ...echo, body: { ...wrong, a: `You said: ${secret.slice(0, 1500)}` } };
  expect(kept(cut)).toContain('You said: <redacted>\\"');
});

test('a number that is hidden is not told as 0', () => {
  const { findings } = collected([
    {
      method: 'POST',
      url: login,
      sent: { type: 'm.login.password' },
      body: { user_id: '@a:hs.test', device_id: 'A', access_token: 1234 },
    },
  ]);
  const [finding] = findings.filter(({ side }) => side === 'homeserver');
  expect(finding?.place).toBe('/access_token type');
  expect(finding?.actual).toBe('(not shown, as it may be a secret or a message)');
});

test('a command that repeats the request has the token as a variable', () => {
  const { findings } = collected([
    { requestHeaders: { authorization: `Bearer ${token}` }, body: wrong },
  ]);
  expect(findings[0]?.first.curl).toBe(
    'curl --path-as-is -g -i -X GET -H "Authorization: Bearer $ACCESS_TOKEN" https://hs.test/_matrix/client/v3/sync',
  );
});
