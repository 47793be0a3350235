import { killedBy } from '../killed-by.ts';
import type { Mutant } from '../mutant.ts';
import { changedLevels } from './changed-levels.ts';
import { type MisreadPart, misread } from './misread.ts';

const suite = 'm.room.power_levels';
const governs = killedBy(suite, 'each-level-governs-what-it-is-named-after');
const defaults = killedBy(suite, 'levels-that-are-not-set-have-their-defaults');
const users = [
  'an-equal-or-a-superior-keeps-their-level',
  'nobody-is-raised-above-who-raises-them',
  'ones-own-level-can-be-lowered-and-not-raised-again',
].map((scenario) => `${suite}/${scenario}`);
const creators = killedBy(suite, 'before-version-12-creators-have-the-level-that-is-set');
/** There, state_default is 0. */
const opened = killedBy('room_state', 'a-logged-out-token-is-refused');
/** There, nothing stands but who is named. */
const empty = killedBy('room_state', 'without-levels-state-takes-the-defaults');
const messages = killedBy(suite, 'messages-take-the-level-that-is-set-for-them');

/** Each level, what it is taken for instead, and who sees it. */
const mistaken: readonly [part: MisreadPart, level: string, instead: string][] = [
  ['kick', 'kick', 'ban'],
  ['ban', 'ban', 'kick'],
  ['redact', 'redact', 'ban'],
  ['invite', 'invite', 'kick'],
  ['send', 'events_default', 'users_default'],
  ['send', 'state_default', 'redact'],
];

/** Levels whose default is another one, and what it is then. */
const otherDefaults: readonly [
  part: MisreadPart,
  level: string,
  instead: number,
  ...also: string[],
][] = [
  ['kick', 'kick', 0],
  ['ban', 'ban', 0],
  ['ban', 'ban', 100],
  ['redact', 'redact', 0],
  ['redact', 'redact', 100],
  ['invite', 'invite', 50],
  ['send', 'state_default', 0, ...users, ...creators, ...empty],
  ['send', 'state_default', 49, ...creators, ...empty],
  ['send', 'events_default', 50, ...governs],
];

const spell = (name: string) => name.replaceAll('_', '-');

/** Faults in what a level is for, and in what stands in for one that is not there. */
export const effectMutants: readonly Mutant[] = [
  ...mistaken.map(
    ([part, level, instead]): Mutant => ({
      id: `${spell(level)}-is-mistaken-for-${spell(instead)}`,
      fault: `What ${level} is for is held against ${instead}.`,
      killedBy: [
        ...(level === 'events_default' ? messages : governs),
        ...(level === 'state_default' ? opened : []),
      ],
      mutate: (homeserver) =>
        misread(homeserver, part, (content) => ({ ...content, [level]: content[instead] })),
    }),
  ),
  ...['kick', 'ban', 'invite', 'redact', 'events_default', 'state_default'].map(
    (level): Mutant => ({
      id: `the-level-${spell(level)}-is-not-read`,
      fault: `The level ${level} has no effect, its default holds.`,
      killedBy: [
        ...(level === 'events_default' ? messages : governs),
        ...(level === 'state_default' ? opened : []),
      ],
      mutate: (homeserver) =>
        misread(
          homeserver,
          ['kick', 'ban', 'invite', 'redact'].includes(level) ? (level as MisreadPart) : 'send',
          ({ [level]: _, ...content }) => content,
        ),
    }),
  ),
  ...otherDefaults.map(
    ([part, level, instead, ...also]): Mutant => ({
      id: `${spell(level)}-is-${instead}-by-default`,
      fault: `Where ${level} is not set, it is taken to be ${instead}.`,
      killedBy: [...(level === 'events_default' ? messages : defaults), ...also],
      mutate: (homeserver) =>
        misread(homeserver, part, (content) => ({ [level]: instead, ...content })),
    }),
  ),
  {
    id: 'who-may-redact-a-message-of-another-need-not-have-the-level',
    fault: 'The events of another may be redacted by who may send redactions.',
    killedBy: [...governs, ...defaults],
    mutate: (homeserver) =>
      misread(homeserver, 'redact', (content) => ({ ...content, redact: -100 })),
  },
  {
    id: 'messages-have-no-level-of-their-own',
    fault: 'The levels of types count for state alone, and events_default for all messages.',
    killedBy: messages,
    mutate: ({ rules }) => {
      const { requiredPower } = rules;
      rules.requiredPower = (event, room) =>
        event.stateKey === undefined
          ? requiredPower(
              event,
              changedLevels(room, ({ events: _, ...content }) => content),
            )
          : requiredPower(event, room);
    },
  },
];
