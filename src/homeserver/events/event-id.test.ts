import { createHash } from 'node:crypto';
import { expect, test } from 'vitest';
import { canonicalJson } from './canonical-json.ts';
import { identify } from './event-id.ts';

const pdu = { type: 'org.example', content: { text: 'hello' }, depth: 1, sender: '@a:b' };

test('an event id is the reference hash of the event, without its content', () => {
  const sha256 = (text: string) => createHash('sha256').update(text).digest();
  const content = sha256(canonicalJson(pdu)).toString('base64').replace('=', '');
  const hashed = { ...pdu, content: {}, hashes: { sha256: content } };
  const expected = `$${sha256(canonicalJson(hashed)).toString('base64url')}`;
  expect(identify(pdu, '11', 'b').id).toBe(expected);
  expect(expected).toMatch(/^\$[A-Za-z0-9_-]{43}$/);
});

test('an event id has the form of its room version', () => {
  expect(identify(pdu, '1', 'b').id).toMatch(/^\$[\w-]{43}:b$/);
  expect(identify(pdu, '2', 'b').id).toBe(identify(pdu, '1', 'b').id);
  const third = Buffer.from(identify(pdu, '3', 'b').id.slice(1), 'base64').toString('base64url');
  expect(identify(pdu, '4', 'b').id).toBe(`$${third}`);
});

test('an event id changes with the content', () => {
  const other = { ...pdu, content: { text: 'bye' } };
  expect(identify(other, '11', 'b').id).not.toBe(identify(pdu, '11', 'b').id);
});

test('the size of an event counts its hash and one signature', () => {
  const hashes = { sha256: '-'.repeat(43) };
  const signatures = { b: { 'ed25519:1': '-'.repeat(86) } };
  const whole = canonicalJson({ ...pdu, hashes, signatures });
  expect(identify(pdu, '11', 'b').size).toBe(Buffer.byteLength(whole));
});
