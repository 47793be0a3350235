import type { Homeserver } from '../../homeserver.ts';
import { changeCall } from '../change-call.ts';
import { isCustom } from '../is-custom.ts';
import { killedBy } from '../killed-by.ts';
import type { Mutant } from '../mutant.ts';
import { breakAnswer } from './break-answer.ts';
import { changeContent } from './change-content.ts';

const either = killedBy('room_state', 'what-may-be-refused-is-not-stored-as-something-else');

/** Has PUTs of a text stored as another content. */
function storeAs(homeserver: Homeserver, pattern: RegExp, content: object): void {
  changeCall(homeserver, 'setRoomStateWithKey', ({ text, params }) =>
    pattern.test(text) && isCustom(params.eventType) ? { body: { ...content } } : {},
  );
}

/** Faults in a PUT that might have been refused, and is accepted. */
export const unruledPutMutants: readonly Mutant[] = [
  ...(
    [
      [
        'a-name-twice-makes-a-list',
        'A name that stands twice gets a list.',
        /"twice"/,
        { twice: [1, 2] },
      ],
      ['a-name-twice-is-dropped', 'A name that stands twice is dropped.', /"twice"/, {}],
      [
        'a-name-twice-makes-a-sum',
        'Numbers of a name that stands twice are added.',
        /"\\u0061"/,
        { a: 3 },
      ],
      ['a-long-body-is-empty', 'A body of more than 64 KiB is stored as {}.', /\s{65536}/, {}],
    ] as const
  ).map(
    ([id, fault, pattern, content]): Mutant => ({
      id,
      fault,
      killedBy: either,
      mutate: (homeserver) => storeAs(homeserver, pattern, content),
    }),
  ),
  {
    id: 'what-is-deep-is-cut-off',
    fault: 'What is nested deeper than 64 levels is stored as null.',
    killedBy: either,
    mutate: (homeserver) =>
      changeContent(homeserver, (value, depth) => (depth > 64 ? null : value)),
  },
  ...(
    [
      ['key', 'A key in the query', 'key'],
      ['state_key', 'A state_key in the query', 'state_key'],
    ] as const
  ).map(
    ([name, what, parameter]): Mutant => ({
      id: `the-query-overrides-the-key-with-${name.replace('_', '-')}`,
      fault: `${what} is taken for the state key.`,
      killedBy: either,
      mutate: (homeserver) =>
        changeCall(homeserver, 'setRoomStateWithKey', ({ params, query }) => ({
          params: { ...params, stateKey: query.get(parameter) ?? params.stateKey ?? '' },
        })),
    }),
  ),
  {
    id: 'the-query-is-stored',
    fault: 'What the query names that nobody knows becomes part of the content.',
    killedBy: either,
    mutate: (homeserver) =>
      changeCall(homeserver, 'setRoomStateWithKey', ({ body, query }) => {
        const foo = query.get('foo');
        return foo === null ? {} : { body: { ...body, foo } };
      }),
  },
  {
    id: 'an-unknown-query-breaks-the-homeserver-down',
    fault: 'A query parameter that nobody knows is answered with 500.',
    killedBy: either,
    mutate: (homeserver) => breakAnswer(homeserver, ({ url = '' }) => /[?&]foo=/.test(url)),
  },
  {
    id: 'a-query-hides-the-entry',
    fault: 'GET with a query parameter that nobody knows reads {}.',
    killedBy: either,
    mutate: (homeserver) =>
      breakAnswer(
        homeserver,
        ({ url = '', method }) => method === 'GET' && /[?&]foo=/.test(url),
        (answer) => ({ ...answer, text: '{}' }),
      ),
  },
];
