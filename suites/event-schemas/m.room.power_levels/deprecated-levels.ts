import type { Context } from '../../../src/scenario/context.ts';
import type { VersionRange } from '../../../src/scenario/tell-each-version.ts';
import type { User } from '../../../src/scenario/user.ts';
import { entry, put } from '../../entry.ts';
import { type LeveledRoom, type Levels, ranked, roomWithLevels } from './levels.ts';
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

/** How the level beside the one under test is written, where that one is. */
type Form = (level: number) => unknown;

const asItIs: Form = (level) => level;

/** Levels of which one is written in some way, and the one beside it in its form. */
type Writing = (level: unknown, form: Form) => Levels;

interface Scene extends Pick<Context, 'checkState' | 'note'> {
  readonly form: Form;
  readonly alice: User;
  readonly bob: User;
  readonly room: LeveledRoom;
}

/**
 * Writes levels of which one is deprecated. A homeserver may refuse that: it "should take reasonable
 * precautions to prevent users from sending these" (rooms/v1/#deprecated-event-content-schemas).
 * Then the same level as an integer has to do.
 */
async function writes({ alice, room, note, form }: Scene, levels: Writing, [text, level]: Written) {
  const body = room.content(levels(level, asItIs));
  const rawBody = JSON.stringify(room.content(levels('LEVEL', form))).replace('"LEVEL"', text);
  const answer = await alice.asks(put, { ...room.entry, body }, { rawBody });
  note(`a level of ${text} is ${answer.status === 200 ? 'taken' : 'refused'}`);
  if (answer.status !== 200) await alice.setsState(room.entry, body);
}

/** bob is just at a level, and just below. */
async function isSeenAs(scene: Scene, [text, level]: Written) {
  const { alice, bob, room, checkState } = scene;
  const state = entry(room.roomId);
  const taking = (of: unknown, takes: unknown): Levels => ({
    users: { [bob.id]: of },
    events: { [state.eventType]: takes },
  });
  /** Just below, bob is refused; then, with the levels alone changed, he is not. */
  const changes = async (content: unknown, below: Writing, just: Writing) => {
    await writes(scene, below, [text, level]);
    await bob.cannot(put, { ...state, body: content }, 'M_FORBIDDEN', {
      unlike: { once: () => writes(scene, just, [text, level]) },
    });
    checkState('what bob set', await alice.seesState(state)).equals(content);
  };
  await changes(
    { by: `bob, of ${text}` },
    (written, as) => taking(written, as(level + 1)),
    (written, as) => taking(written, as(level)),
  );
  await changes(
    { by: `bob, at ${text}` },
    (written, as) => taking(as(level - 1), written),
    (written, as) => taking(as(level), written),
  );
}

/** Each version takes its turn with some of the levels. */
async function areSeenAs(
  context: Context,
  range: VersionRange,
  levels: readonly Written[],
  form: Form,
) {
  const { alice, bob } = await context.users('alice', 'bob');
  await context.eachRoomVersion(range, async (version) => {
    const room = await roomWithLevels(alice, ranked(bob), { version, joinedBy: [bob] });
    const written = levels[Number(version) % levels.length];
    if (written !== undefined) await isSeenAs({ ...context, alice, bob, room, form }, written);
  });
}

roomPowerLevels.must('a-level-written-as-a-string-counts-before-version-10', {
  title: 'Before room version 10, an integer in a string is the level that it says, if it is taken',
  section: 'rooms/v9/#mroompower_levels-events-accept-values-as-strings',
  rows: ['G4'],
  run: (context) => areSeenAs(context, { to: 9 }, strings, String),
});

roomPowerLevels.must('a-level-written-as-a-float-counts-before-version-6', {
  title: 'Before room version 6, a float is the level that is left of its point, if it is taken',
  section: 'rooms/v5/#mroompower_levels-events-accept-values-as-floats',
  rows: ['G5'],
  run: (context) => areSeenAs(context, { to: 5 }, floats, asItIs),
});
