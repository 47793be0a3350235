import { entry, eventType, pathForms, put } from '../../entry.ts';
import { type Levels, roomWithLevels } from '../../event-schemas/m.room.power_levels/levels.ts';
import { roomState } from './suite.ts';

const takes = (level: number) => ({ [eventType]: level });

/** Types that are nearly this one: their levels do not count for it. */
const nearly = {
  [eventType.slice(0, eventType.lastIndexOf('.'))]: 0,
  [`${eventType.slice(0, eventType.lastIndexOf('.'))}.*`]: 0,
  [eventType.slice(0, -1)]: 0,
  [eventType.toUpperCase()]: 0,
};

/** What follows upon each other: levels by which mallory is refused, and others by which not. */
function ladder(mallory: string): readonly [story: string, refused: Levels, taken: Levels][] {
  const own = (level: number) => ({ [mallory]: level });
  return [
    [
      'the level of the type is raised, and lowered',
      { users_default: 20, events: takes(21) },
      { users_default: 20, events: takes(20) },
    ],
    [
      'it is removed, and state_default lowered',
      { users_default: 20 },
      { users_default: 20, state_default: 20 },
    ],
    [
      'state_default is raised, and the level of the type is 0',
      { users_default: 20, state_default: 21 },
      { state_default: 21, events: takes(0) },
    ],
    [
      'state_default is removed, and the type has a level of its own',
      { users_default: 49, events: {} },
      { users_default: 49, events: takes(49) },
    ],
    [
      'the own level is below that of everybody, and raised',
      { users_default: 60, users: own(20) },
      { users_default: 60, users: own(50) },
    ],
    ['the own level is removed, and that of everybody raised', {}, { users_default: 50 }],
    [
      'other types come before and after',
      { users_default: 50, events: { [`a.${eventType}`]: 0, ...takes(51), [`${eventType}.z`]: 0 } },
      {
        users_default: 50,
        events: { [`a.${eventType}`]: 99, ...takes(50), [`${eventType}.z`]: 99 },
      },
    ],
    [
      'types are nearly this one',
      { users_default: 49, events: nearly },
      { users_default: 50, events: nearly },
    ],
  ];
}

roomState.must('a-raised-power-level-of-an-event-type-holds', {
  title: 'A type takes the level that is set for it, also once that is raised, lowered or removed',
  section: 'client-server-api/#mroompower_levels',
  rows: ['F9', 'F10', 'F14'],
  async run({ users }) {
    const { alice, mallory } = await users('alice', 'mallory');
    const first = { events: takes(75), users_default: 74 };
    const room = await roomWithLevels(alice, first, { joinedBy: [mallory] });
    const at = entry(room.roomId);
    await mallory.cannot(put, { ...at, body: { text: 'forbidden' } }, 'M_FORBIDDEN', {
      unlike: { args: { eventType: `${eventType}.other` } },
    });
    await alice.setsState(at, { text: 'forbidden' });
    const sets = (levels: Levels) => alice.setsState(room.entry, room.content(levels));
    for (const [index, [story, refused, taken]] of ladder(mallory.id).entries()) {
      const { stateKey, as } = pathForms[index % pathForms.length] ?? pathForms[0];
      await sets(refused);
      const args = { ...at, stateKey, body: { story } };
      const unlike = { once: () => sets(taken) };
      await mallory.cannot(put, args, 'M_FORBIDDEN', { as, unlike });
    }
  },
});
