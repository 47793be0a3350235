import type { Context } from '../../../src/scenario/context.ts';
import type { VersionRange } from '../../../src/scenario/tell-each-version.ts';
import { entry, put } from '../../entry.ts';
import { type Scene, type Spelling, type Writing, writes } from './deprecated-form.ts';
import { levelsAreGuarded } from './deprecated-guards.ts';
import { everyLevelGoverns } from './deprecated-keys.ts';
import { type Levels, ranked, roomWithLevels } from './levels.ts';
import { roomPowerLevels } from './suite.ts';

/** A level as old rooms may have it, as JSON text, and the integer that it stands for. */
type Written = readonly [text: string, level: number];

const strings: readonly Written[] = [
  ['"50"', 50],
  ['"000050"', 50],
  ['"+50"', 50],
  ['" 50 "', 50],
  ['" +0050 "', 50],
  ['"-5"', -5],
  ['"9"', 9],
  ['" -0007"', -7],
  ['"98"', 98],
];

const floats: readonly Written[] = [
  ['50.9', 50],
  ['-5.9', -5],
  ['5.09E1', 50],
  ['50.0', 50],
  ['0.9', 0],
];

/** How integers are spelt where all levels of a room are; the versions take turns. */
const spellings: Readonly<Record<'strings' | 'floats', readonly Spelling[]>> = {
  strings: [
    (level) => `"${level}"`,
    (level) => `" ${level} "`,
    (level) => `"${level < 0 ? '-' : '+'}${Math.abs(level)}"`,
    (level) => `"${level < 0 ? '-' : ''}00${Math.abs(level)}"`,
  ],
  floats: [(level) => `${level}.9`, (level) => `${level}.5`, (level) => `${level}0.9E-1`],
};

/** bob is just at a level, and just below. */
async function isSeenAs(scene: Scene, [text, level]: Written) {
  const { alice, bob, room, checkState } = scene;
  const state = entry(room.roomId);
  const taking = (of: unknown, takes: unknown): Levels => ({
    users: { [bob.id]: of },
    events: { [state.eventType]: takes },
  });
  const spell = () => text;
  /** Just below, bob is refused; then, with the levels alone changed, he is not. */
  const changes = async (content: unknown, below: Writing, just: Writing) => {
    await writes(scene, below, spell);
    await bob.cannot(put, { ...state, body: content }, 'M_FORBIDDEN', {
      unlike: { once: () => writes(scene, just, spell) },
    });
    checkState('what bob set', await alice.seesState(state)).equals(content);
  };
  await changes(
    { by: `bob, of ${text}` },
    (as, beside) => taking(as(level), beside(level + 1)),
    (as, beside) => taking(as(level), beside(level)),
  );
  await changes(
    { by: `bob, at ${text}` },
    (as, beside) => taking(beside(level - 1), as(level)),
    (as, beside) => taking(beside(level), as(level)),
  );
}

/** Each version takes its turn with some of the levels. */
async function areSeenAs(
  context: Context,
  range: VersionRange,
  levels: readonly Written[],
  form: keyof typeof spellings,
) {
  const { alice, bob, charlie, mallory } = await context.users(
    'alice',
    'bob',
    'charlie',
    'mallory',
  );
  await context.eachRoomVersion(range, async (named) => {
    const version = Number(named);
    const joinedBy = [bob, charlie, mallory];
    const room = await roomWithLevels(alice, ranked(bob), { version: named, joinedBy });
    const plain: Spelling = form === 'strings' ? (level) => `"${level}"` : String;
    const scene = { ...context, alice, bob, charlie, mallory, room, version, plain };
    const written = levels[version % levels.length];
    const spell = spellings[form][version % spellings[form].length];
    if (written === undefined || spell === undefined) return;
    await isSeenAs(scene, written);
    await levelsAreGuarded(scene, spell);
    await everyLevelGoverns(scene, spell);
  });
}

const operations = ['kick', 'ban', 'inviteUser', 'redactEvent'];

roomPowerLevels.must('a-level-written-as-a-string-counts-before-version-10', {
  title: 'Before room version 10, an integer in a string is the level that it says, if it is taken',
  section: 'rooms/v9/#mroompower_levels-events-accept-values-as-strings',
  rows: ['G4'],
  operations,
  run: (context) => areSeenAs(context, { to: 9 }, strings, 'strings'),
});

roomPowerLevels.must('a-level-written-as-a-float-counts-before-version-6', {
  title: 'Before room version 6, a float is the level that is left of its point, if it is taken',
  section: 'rooms/v5/#mroompower_levels-events-accept-values-as-floats',
  rows: ['G5'],
  operations,
  run: (context) => areSeenAs(context, { to: 5 }, floats, 'floats'),
});
