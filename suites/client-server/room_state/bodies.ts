import type { Context } from '../../../src/scenario/context.ts';
import { entry, pathForms, put } from '../../entry.ts';
import { badBodies } from './bad-bodies.ts';
import { roomState } from './suite.ts';

const section = 'client-server-api/#standard-error-response';

for (const { name, title, rows, refusal, bodies } of badBodies) {
  roomState.must(name, {
    title,
    section,
    rows,
    isIsolated: true,
    async run({ users }) {
      const { alice } = await users('alice');
      const roomId = await alice.createsRoom();
      const topic = { roomId, eventType: 'm.room.topic', stateKey: '' };
      for (const [index, rawBody] of bodies.entries()) {
        const body = { topic: `in place of the bad body ${index + 1}` };
        // The forms of the path take turns, and the first is asked of a type that is known, too.
        const forms = bodies.length < 3 ? pathForms : pathForms.slice(index % 3).slice(0, 1);
        for (const { stateKey, as } of forms) {
          await alice.cannot(put, { ...entry(roomId, stateKey), body: { ...body, as } }, refusal, {
            as: { ...as, rawBody },
            unlike: { as },
          });
        }
        if (index > 0) continue;
        const beside = { as: { rawBody }, unlike: 'unvaried' } as const;
        await alice.cannot(put, { ...topic, body }, refusal, beside);
      }
    },
  });
}

/** A PUT whose Content-Type is another one, or none, is stored all the same. */
async function storesSentAs({ users, checkState }: Context, types: readonly (string | null)[]) {
  const { alice } = await users('alice');
  const roomId = await alice.createsRoom();
  for (const contentType of types) {
    for (const { form, stateKey, as } of pathForms.slice(0, contentType === null ? 3 : 1)) {
      const content = { sentAs: contentType ?? 'nothing', form };
      await alice.setsState(entry(roomId, stateKey), content, { ...as, contentType });
      checkState('the content', await alice.seesState(entry(roomId, stateKey))).equals(content);
    }
  }
}

roomState.must('a-body-without-a-content-type-is-accepted', {
  title: 'A PUT without a Content-Type is accepted, and one whose Content-Type names UTF-8',
  section: 'client-server-api/#api-standards',
  rows: ['A22'],
  run: (context) => storesSentAs(context, [null, 'application/json; charset=utf-8']),
});

// That the header is not required says that it does not decide; it does not say so in plain words.
roomState.should('a-body-with-another-content-type-is-accepted', {
  title: 'A PUT of JSON whose Content-Type says that it is text, or a form, is accepted',
  section: 'client-server-api/#api-standards',
  rows: ['A22'],
  run: (context) =>
    storesSentAs(context, [
      'text/plain',
      'application/x-www-form-urlencoded',
      'text/plain; charset=UTF-8',
      'application/octet-stream',
    ]),
});
