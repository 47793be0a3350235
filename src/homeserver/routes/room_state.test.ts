import { describe, expect, test } from 'vitest';
import { visit } from '../visit.fixture.ts';

async function scene() {
  const { register } = await visit();
  const alice = await register('alice');
  const room = await alice.opens();
  const put = (path: string, body: object | string = {}) =>
    alice.ask('PUT', `${room}/state/${path}`, body as { [name: string]: unknown });
  const get = (path: string) => alice.ask('GET', `${room}/state/${path}`);
  return { register, alice, room, put, get };
}

describe('a state path', () => {
  test('is decoded once, and its slashes stay data', async () => {
    const { put, get } = await scene();
    for (const key of [
      'a%2Fb',
      'a%252Fb',
      'a+b',
      'a%20b',
      '%2e%2e',
      '%3F',
      '%23',
      '%F0%9F%A6%8A',
    ]) {
      await put(`org.example/${key}`, { key });
      const { body } = await get(`org.example/${key}?format=event`);
      expect(body).toMatchObject({ state_key: decodeURIComponent(key), content: { key } });
    }
  });

  test('may end with a slash or not where the key is empty', async () => {
    const { put, get } = await scene();
    await put('org.example', { slash: false });
    expect((await get('org.example/')).body).toEqual({ slash: false });
    await put('org.example/', { slash: true });
    expect((await get('org.example')).body).toEqual({ slash: true });
    expect((await get('org.example/%2F')).status).toBe(404);
  });

  test.each(['', '/key', 'org.example/key/', 'org.example//'])('%j is unknown', async (path) => {
    const { put } = await scene();
    const { status, body } = await put(path);
    expect([status, body.errcode]).toEqual([404, 'M_UNRECOGNIZED']);
  });

  test.each(['%zz', '%ff', '%ED%A0%80'])('%s cannot be decoded', async (key) => {
    const { put } = await scene();
    expect((await put(`org.example/${key}`)).status).toBe(400);
  });
});

describe('a put', () => {
  test('of what the entry holds already answers with the same event', async () => {
    const { put } = await scene();
    const first = await put('org.example', { a: 1, b: 2 });
    expect((await put('org.example', { b: 2, a: 1 })).body).toEqual(first.body);
    expect((await put('org.example', { a: 2 })).body).not.toEqual(first.body);
    expect((await put('org.example', { a: 1, b: 2 })).body).not.toEqual(first.body);
  });

  test('of floats and of integers out of range is refused', async () => {
    const { put } = await scene();
    for (const text of ['{"a":1.0}', '{"a":9007199254740992}', '{"a":"\\ud800"}']) {
      expect((await put('org.example', text)).body.errcode).toBe('M_BAD_JSON');
    }
  });

  test('is refused where the type, the key or the event is too long', async () => {
    const { put } = await scene();
    expect((await put(`org.example/${'k'.repeat(255)}`)).status).toBe(200);
    expect((await put(`org.example/${'k'.repeat(256)}`)).status).toBe(413);
    expect((await put(`org.example/${'%C3%BC'.repeat(127)}`)).status).toBe(200);
    expect((await put(`org.example/${'%C3%BC'.repeat(128)}`)).status).toBe(413);
    expect((await put('t'.repeat(256))).status).toBe(413);
    expect((await put('org.example', { text: 'a'.repeat(64_000) })).status).toBe(200);
    const { status, body } = await put('org.example', { text: 'a'.repeat(65_536) });
    expect([status, body.errcode]).toEqual([413, 'M_TOO_LARGE']);
  });

  test('that is refused changes nothing', async () => {
    const { register, room, put, get } = await scene();
    await put('org.example', { by: 'alice' });
    const mallory = await register('mallory');
    const path = `${room}/state/org.example`;
    expect((await mallory.ask('PUT', path, { by: 'mallory' })).status).toBe(403);
    await mallory.ask('POST', `${room}/join`);
    expect((await mallory.ask('PUT', path, { by: 'alice' })).status).toBe(403);
    expect((await get('org.example')).body).toEqual({ by: 'alice' });
  });
});
