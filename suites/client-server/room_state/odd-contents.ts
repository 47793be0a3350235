import type { Attempts } from '../../../src/scenario/observe.ts';
import { contentErrata, toldErratum } from '../../event-schemas/content-errata.ts';
import { attemptsOf, type OddContent } from './odd-content.ts';

const { 'm.room.name': nameErratum, 'm.room.topic': topicErratum } = contentErrata;

/** The ways for a property to say nothing, and one to say something odd. */
function emptied(roomId: string, eventType: string, property: string): Attempts {
  return attemptsOf(roomId, eventType, [
    [`${eventType} without its ${property}`, {}],
    [`${eventType} with null`, { [property]: null }],
    [`${eventType} with an empty ${property}`, { [property]: '' }],
    [`${eventType} with a number`, { [property]: 7 }],
  ]);
}

/** Odd contents of the events that a room is described and guarded with. */
export const oddContents: readonly OddContent[] = [
  {
    name: 'a-name-that-is-none',
    title: 'An m.room.name that is absent, null, empty or a number is answered in good order',
    rows: ['J5'],
    notes: [toldErratum(nameErratum)],
    attempts: ({ roomId }) => emptied(roomId, 'm.room.name', 'name'),
  },
  {
    name: 'a-topic-that-is-none',
    title: 'An m.room.topic that is absent, null, empty or a number is answered in good order',
    rows: ['J6'],
    notes: [toldErratum(topicErratum)],
    attempts: ({ roomId }) => emptied(roomId, 'm.room.topic', 'topic'),
  },
  {
    name: 'an-acl-that-bars-its-own-server',
    title: 'An m.room.server_acl that bars the own server is answered in good order',
    rows: ['J8'],
    attempts: ({ roomId, alice }) =>
      attemptsOf(roomId, 'm.room.server_acl', [
        ['lists that are strings', { allow: '*', deny: 'evil.example.org' }],
        ['entries that are no strings', { allow: [7, null, '*'] }],
        ['the own server denied', { allow: ['*'], deny: [alice.serverName] }],
        ['nobody allowed', {}],
      ]),
  },
  {
    name: 'an-encryption-that-is-taken-back',
    title: 'An m.room.encryption that is taken back, or unknown, is answered in good order',
    rows: ['J9'],
    attempts: ({ roomId }) =>
      attemptsOf(roomId, 'm.room.encryption', [
        ['an encryption', { algorithm: 'm.megolm.v1.aes-sha2' }],
        ['an unknown algorithm', { algorithm: 'org.example.rot13' }],
        ['an algorithm that is no string', { algorithm: ['m.megolm.v1.aes-sha2'] }],
        ['an encryption that is taken back', {}],
      ]),
  },
  {
    name: 'rules-of-access-that-nobody-knows',
    title: 'Join rules, visibility and guest access of unknown values are answered in good order',
    rows: ['J10'],
    attempts: ({ roomId }) =>
      Object.fromEntries(
        [
          ['m.room.guest_access', 'guest_access'] as const,
          ['m.room.history_visibility', 'history_visibility'] as const,
          ['m.room.join_rules', 'join_rule'] as const,
        ].flatMap(([eventType, property]) =>
          Object.entries(
            attemptsOf(roomId, eventType, [
              [`an unknown ${property}`, { [property]: 'org.example.unknown' }],
              [`a ${property} that is a number`, { [property]: 7 }],
              [`no ${property}`, {}],
            ]),
          ),
        ),
      ),
  },
  {
    name: 'a-tombstone-that-leads-nowhere',
    title: 'An m.room.tombstone without a room behind it is answered in good order',
    rows: ['J11'],
    attempts: ({ roomId }) =>
      attemptsOf(roomId, 'm.room.tombstone', [
        ['no replacement', { body: 'This room is closed' }],
        ['a replacement that is no room id', { body: 'Closed', replacement_room: 'elsewhere' }],
        ['a replacement that is a number', { body: 'Closed', replacement_room: 7 }],
        ['a replacement that nobody knows', { body: 'Closed', replacement_room: '!a:example.org' }],
        ['the room itself', { body: 'Closed', replacement_room: roomId }],
      ]),
  },
];
