import { expect, test } from 'vitest';
import { redactedContent } from './redacted-content.ts';

test('a redaction leaves what the version of the room protects', () => {
  const levels = { ban: 50, invite: 0, notifications: { room: 50 } };
  expect(redactedContent('m.room.power_levels', levels, '10')).toEqual({ ban: 50 });
  expect(redactedContent('m.room.power_levels', levels, '11')).toEqual({ ban: 50, invite: 0 });
  const create = { creator: '@a:b', 'm.federate': false };
  expect(redactedContent('m.room.create', create, '10')).toEqual({ creator: '@a:b' });
  expect(redactedContent('m.room.create', create, '11')).toEqual(create);
  expect(redactedContent('org.example', { a: 1 }, '12')).toEqual({});
});

test('of a third-party invitation, the signed part is left since version 11', () => {
  const member = { membership: 'invite', third_party_invite: { signed: { a: 1 }, b: 2 } };
  expect(redactedContent('m.room.member', member, '10')).toEqual({ membership: 'invite' });
  expect(redactedContent('m.room.member', member, '11')).toEqual({
    membership: 'invite',
    third_party_invite: { signed: { a: 1 } },
  });
});
