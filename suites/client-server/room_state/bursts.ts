import { allSettled } from '../../../src/scenario/all-settled.ts';
import { type Answer, isRecord, jsonOf, memberOf } from '../../../src/scenario/answer.ts';
import type { Context } from '../../../src/scenario/context.ts';
import { unsupported } from '../../../src/scenario/stop-scenario.ts';
import { entry, eventType, put } from '../../entry.ts';
import { roomState } from './suite.ts';

const section = 'client-server-api/#rate-limiting';
/** Enough for the limits of homeservers that have some, and nothing to those that have none. */
const size = 48;
const keys = Array.from({ length: size }, (_, number) => `key ${number + 1} of ${size}`);

/** All at once, by a user whom nobody else needs: the limit is that user's for a while. */
async function burst({ userToLose }: Context) {
  const bob = await userToLose('bob');
  const roomId = await bob.createsRoom();
  const answers = await allSettled(
    keys.map((key) => {
      const args = { ...entry(roomId, key), body: { key } };
      return bob.asks(put, args, { takesLimit: true });
    }),
  );
  const limited = answers.filter(({ status }) => status === 429);
  if (limited.length > 0) return { bob, roomId, answers, limited };
  throw unsupported(`the homeserver did not limit ${size} requests at once`);
}

/** What the specification has to stand beside a code. */
const companions: Readonly<Record<string, string>> = {
  M_RESOURCE_LIMIT_EXCEEDED: 'admin_contact',
  M_USER_LIMIT_EXCEEDED: 'info_uri',
};

roomState.must('a-put-over-the-limit-changes-nothing', {
  title: 'Of many PUTs at once those that were accepted are stored, and those over the limit not',
  section,
  rows: ['M1', 'M3'],
  operations: ['getRoomState'],
  async run(context) {
    const { check, checkState } = context;
    const { bob, roomId, answers } = await burst(context);
    for (const answer of answers) {
      const companion = companions[String(memberOf(answer, 'errcode'))];
      if (companion === undefined) continue;
      const value = typeof memberOf(answer, companion);
      check(`the type of ${companion}`, value, answer).equals('string');
    }
    const stored = keys.filter((_, index) => answers[index]?.status === 200);
    const state = await bob.call('getRoomState', { roomId });
    const events = jsonOf(state);
    const own = (Array.isArray(events) ? events.filter(isRecord) : []).filter(
      ({ type }) => type === eventType,
    );
    const contents = own.map(({ content }) => content).toSorted(byText);
    const expected = stored.map((key) => ({ key })).toSorted(byText);
    checkState('the contents of all entries', contents, state).equals(expected);
    const limited = keys.find((_, index) => answers[index]?.status === 429) ?? '';
    await bob.setsState(entry(roomId, limited), { text: 'later' });
    const content = await bob.seesState(entry(roomId, limited));
    checkState('the content of one that was sent again', content).equals({ text: 'later' });
  },
});

function byText(one: unknown, other: unknown): number {
  return JSON.stringify(one) < JSON.stringify(other) ? -1 : 1;
}

roomState.should('a-put-over-the-limit-is-told-so-and-when-to-come-back', {
  title: 'An answer 429 has the code of its limit, a Retry-After, and lets browsers read it',
  section,
  rows: ['M1', 'M2', 'M4'],
  async run(context) {
    const { check, checkHeader } = context;
    const { limited } = await burst(context);
    for (const answer of limited) {
      check('the errcode', memberOf(answer, 'errcode'), answer).isOneOf(
        'M_LIMIT_EXCEEDED',
        ...Object.keys(companions),
      );
      check('the type of the error', typeof memberOf(answer, 'error'), answer).equals('string');
      const wait = waitOf(answer);
      check('the time to wait', wait, answer).equals('in good order');
      const { 'retry-after': header, 'access-control-allow-origin': origin } = answer.headers;
      checkHeader('Retry-After', header, answer).matches(
        /^(?:\d+|\w{3}, \d\d \w{3} \d{4} \d\d:\d\d:\d\d GMT)$/,
        'whole seconds, or a date as HTTP writes it',
      );
      checkHeader('the allowed origin', origin, answer).equals('*');
    }
  },
});

/** `retry_after_ms` may be there; then it is an integer. */
function waitOf(answer: Answer): string {
  const wait = memberOf(answer, 'retry_after_ms');
  return wait === undefined || Number.isInteger(wait) ? 'in good order' : 'no integer';
}
