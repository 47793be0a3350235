import type { Draft } from '../../events/room-event.ts';
import type { Homeserver } from '../../homeserver.ts';
import { changeCall } from '../change-call.ts';
import { isCustom } from '../is-custom.ts';
import { killedBy } from '../killed-by.ts';
import type { Mutant } from '../mutant.ts';
import { asHtml, breakAnswer } from './break-answer.ts';
import { storeRefused } from './store-refused.ts';

const key = 'a-state-key-over-255-bytes-is-refused';
/** It asks for a key that is too long, too. */
const cors = 'cors-headers-stand-on-every-answer';
const type = 'an-event-type-over-255-bytes-is-refused';

/** Measures a name in another way: what it finds short enough is not looked at any more. */
function measure(
  { checks }: Homeserver,
  name: 'stateKey' | 'type',
  isShort: (text: string) => boolean,
): void {
  const { size } = checks;
  checks.size = (draft) => {
    const { [name]: text = '' } = draft;
    size(isShort(text) && isCustom(draft.type) ? { ...draft, [name]: 'short' } : draft);
  };
}

const measures: readonly [id: string, how: string, isShort: (text: string) => boolean][] = [
  ['are-measured-in-utf-16', 'are measured in units of UTF-16', ({ length }) => length <= 255],
  ['are-measured-in-characters', 'are measured in characters', (text) => [...text].length <= 255],
  ['may-have-256-bytes', 'may have 256 bytes', (text) => Buffer.byteLength(text) <= 256],
  ['may-have-512-bytes', 'may have 512 bytes', (text) => Buffer.byteLength(text) <= 512],
  ['have-no-limit', 'may have any length', () => true],
  ['have-no-limit-beyond-1000', 'may have more than 1,000 bytes', ({ length }) => length > 1000],
];

const names = [
  ['stateKey', 'keys', 'State keys', key],
  ['type', 'types', 'Event types', type],
] as const;

/** Refuses names of 256 bytes and more in another way. */
function refuse({ checks }: Homeserver, isLong: (draft: Draft) => boolean, error: Error): void {
  const { size } = checks;
  checks.size = (draft) => {
    if (isLong(draft)) throw error;
    size(draft);
  };
}

function cut(text: string): string {
  return Buffer.from(text).subarray(0, 255).toString();
}

function isLong(text = ''): boolean {
  return Buffer.byteLength(text) > 255;
}

/** Faults in how long names may be. */
export const sizeLimitMutants: readonly Mutant[] = names.flatMap(
  ([name, id, what, scenario]): readonly Mutant[] => [
    ...measures.map(
      ([measureId, how, isShort]): Mutant => ({
        id: `${id}-${measureId}`,
        fault: `${what} ${how}.`,
        killedBy: killedBy(
          'room_state',
          scenario,
          ...(name === 'stateKey' && isShort('k'.repeat(256)) ? [cors] : []),
        ),
        mutate: (homeserver) => measure(homeserver, name, isShort),
      }),
    ),
    {
      id: `${id}-that-are-too-long-are-cut`,
      fault: `${what} that are too long are cut.`,
      killedBy: killedBy('room_state', scenario, ...(name === 'stateKey' ? [cors] : [])),
      mutate: (homeserver) =>
        changeCall(homeserver, 'setRoomStateWithKey', ({ params }) => {
          const param = name === 'type' ? 'eventType' : name;
          const text = params[param] ?? '';
          return isLong(text) ? { params: { ...params, [param]: cut(text) } } : {};
        }),
    },
    {
      id: `${id}-that-are-too-long-break-the-homeserver-down`,
      fault: `${what} that are too long are answered with 500.`,
      killedBy: killedBy('room_state', scenario, ...(name === 'stateKey' ? [cors] : [])),
      mutate: (homeserver) =>
        refuse(homeserver, (draft) => isLong(draft[name]), new Error('value too long')),
    },
    {
      id: `${id}-that-are-too-long-are-refused-and-stored`,
      fault: `${what} that are too long are refused, and stored all the same.`,
      killedBy: killedBy('room_state', scenario),
      mutate: (homeserver) =>
        storeRefused(
          homeserver,
          ({ errcode }, { params }) =>
            errcode === 'M_TOO_LARGE' &&
            isLong(name === 'type' ? params.eventType : params.stateKey),
        ),
    },
    {
      id: `${id}-that-are-too-long-get-a-page`,
      fault: `${what} that are too long are refused with a page, as a proxy would.`,
      killedBy: killedBy('room_state', scenario),
      mutate: (homeserver) =>
        breakAnswer(
          homeserver,
          ({ url = '', headers }, status) =>
            status === 413 &&
            headers.origin === undefined &&
            (url.split('/')[name === 'type' ? 7 : 8] ?? '').length > 200,
          asHtml,
        ),
    },
  ],
);
