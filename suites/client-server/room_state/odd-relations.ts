import { entry, eventType } from '../../entry.ts';
import { attemptsOf, type OddContent } from './odd-content.ts';

const relating = (relation: unknown) => ({ 'm.relates_to': relation });
const annotating = (event_id: unknown) =>
  relating({ rel_type: 'm.annotation', event_id, key: 'yes' });

/** Relations that are to be ignored, and mentions of nobody. */
export const oddRelations: readonly OddContent[] = [
  {
    name: 'a-relation-that-leads-nowhere',
    title: 'A relation to an event of another room, or to none, is answered in good order',
    rows: ['J14'],
    attempts: async ({ alice, roomId, ordinary }) => {
      const elsewhere = await alice.setsState(entry(ordinary, 'elsewhere'), { text: 'elsewhere' });
      return attemptsOf(roomId, eventType, [
        ['a relation to an event of another room', annotating(elsewhere)],
        ['a relation to an unknown event', annotating(`$${'a'.repeat(43)}`)],
        ['a relation to what is no event id', annotating('elsewhere')],
        ['a relation to a number', annotating(7)],
        ['a relation that is a string', relating('elsewhere')],
        ['a relation of a type that is a number', relating({ rel_type: 7, event_id: elsewhere })],
        ['a thread of another room', relating({ rel_type: 'm.thread', event_id: elsewhere })],
        ['a reply to no event', relating({ 'm.in_reply_to': { event_id: null } })],
      ]);
    },
  },
  {
    name: 'mentions-that-are-malformed',
    title: 'An m.mentions of the wrong type, within or at its top, is answered in good order',
    rows: ['J17'],
    attempts: ({ roomId }) =>
      attemptsOf(
        roomId,
        eventType,
        (
          [
            ['mentions that are a list', ['@a:example.org']],
            ['mentions that are null', null],
            ['mentioned users that are a string', { user_ids: '@a:example.org' }],
            ['a mentioned user that is a number', { user_ids: [7] }],
            ['a mentioned user that is no user id', { user_ids: ['nobody'] }],
            ['a mentioned room that is a string', { room: 'yes' }],
          ] as const
        ).map(([what, mentions]) => [what, { 'm.mentions': mentions }]),
      ),
  },
];
