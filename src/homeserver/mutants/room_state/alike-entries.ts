import { posix } from 'node:path';
import type { Homeserver } from '../../homeserver.ts';
import { slotOf } from '../../rooms/room-state.ts';
import { isCustom } from '../is-custom.ts';
import { killedBy } from '../killed-by.ts';
import type { Mutant } from '../mutant.ts';
import { changeSlot } from './change-slot.ts';

type Alike = readonly [id: string, fault: string, keyOf: (key: string) => string, scenario: string];

const dots = 'a-state-key-of-dots-leads-nowhere';
const none = 'a-key-does-not-fall-back-to-the-empty-key';
const keys = 'two-state-keys-are-two-entries';

function emptied(pattern: RegExp): (key: string) => string {
  return (key) => (pattern.test(key) ? '' : key);
}

/** Keys that are one entry, to PUT and to GET alike. */
const alike: readonly Alike[] = [
  ['the-key-of-one-dot', 'The key of one dot is the empty key.', emptied(/^\.$/), dots],
  ['the-key-of-two-dots', 'The key of two dots is the empty key.', emptied(/^\.\.$/), dots],
  ['keys-of-steps', 'Keys are normalised as the paths of files are.', stepped, dots],
  ['the-key-of-a-space', 'The key of a space is the empty key.', emptied(/^ $/), none],
  ['the-key-null', 'The key null is the empty key.', emptied(/^null$/), none],
  ['the-key-undefined', 'The key undefined is the empty key.', emptied(/^undefined$/), none],
  ['the-key-0', 'The key 0 is the empty key.', emptied(/^0$/), none],
  ['the-key-of-quotes', 'The key of two quotes is the empty key.', emptied(/^""$/), none],
  ['numbers', 'Keys that are the same number are one entry.', numbered, keys],
];

function stepped(key: string): string {
  return /^\.|\/\./.test(key) ? posix.normalize(key).replace(/^\.$/, '') : key;
}

function numbered(key: string): string {
  return /^\+?\d+(?:\.\d+)?(?:e\d+)?$/.test(key) ? String(Number(key)) : key;
}

/** Finds another entry of the type where a key has wildcards of a search. */
function search({ state }: Homeserver, wildcard: string, expression: string): void {
  const { read } = state;
  state.read = (from, type, key) => {
    if (!isCustom(type) || !key.includes(wildcard)) return read(from, type, key);
    const source = key.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
    const pattern = new RegExp(`^${source.replaceAll(wildcard, expression)}$`, 's');
    const found = [...from.values()].find((one) => {
      return one.type === type && pattern.test(one.stateKey ?? '');
    });
    return found ?? read(from, type, key);
  };
}

/** Faults in which keys, and which pairs of a type and a key, are one entry. */
export const alikeEntryMutants: readonly Mutant[] = [
  ...alike.map(
    ([id, fault, keyOf, scenario]): Mutant => ({
      id: `${id}-alike-in-put-and-get`,
      fault,
      killedBy: killedBy('room_state', scenario),
      mutate: (homeserver) => changeSlot(homeserver, (type, key) => slotOf(type, keyOf(key))),
    }),
  ),
  ...['', '/', '|', ':', '.'].map(
    (between, index): Mutant => ({
      id: `type-and-key-are-one-text-${index + 1}`,
      fault: `An entry is found by its type and key in a row, with ${between === '' ? 'nothing' : between} between them.`,
      killedBy: killedBy('room_state', 'two-event-types-are-two-entries'),
      mutate: (homeserver) => changeSlot(homeserver, (type, key) => type + between + key),
    }),
  ),
  ...(
    [
      ['percent-sign', '%', '.*', keys, none, 'reserved-characters-in-a-state-key-are-data'],
      ['underscore', '_', '.', keys],
    ] as const
  ).map(
    ([id, wildcard, expression, ...scenarios]): Mutant => ({
      id: `keys-are-searched-with-a-${id}`,
      fault: `The character ${wildcard} in a key stands for others when it is looked up.`,
      killedBy: killedBy('room_state', ...scenarios),
      mutate: (homeserver) => search(homeserver, wildcard, expression),
    }),
  ),
];
