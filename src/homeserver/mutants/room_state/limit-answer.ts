import { isObject } from '../../events/json.ts';
import type { Homeserver } from '../../homeserver.ts';
import type { Reply } from '../../http/call.ts';
import type { Written } from '../../http/wire.ts';
import { killedBy } from '../killed-by.ts';
import type { Mutant } from '../mutant.ts';

const nothing = killedBy('room_state', 'a-put-over-the-limit-changes-nothing');
const told = killedBy('room_state', 'a-put-over-the-limit-is-told-so-and-when-to-come-back');

/** Changes what is answered to who is over the limit. */
function changeLimited(
  { wire }: Homeserver,
  change: (reply: Reply) => Partial<Reply>,
  header: (written: Written) => Readonly<Record<string, string>> = ({ headers }) => headers,
): void {
  const { write } = wire;
  wire.write = (reply, request) => {
    if (reply.status !== 429) return write(reply, request);
    const written = write({ ...reply, ...change(reply) }, request);
    return { ...written, headers: header(written) };
  };
}

/** The body of a 429 with other members; undefined takes one away. */
function withMembers(members: object): (reply: Reply) => Partial<Reply> {
  return ({ body }) => ({ body: { ...(isObject(body) ? body : {}), ...members } });
}

/** The headers without one of them. */
function without(name: string): (written: Written) => Readonly<Record<string, string>> {
  return ({ headers }) =>
    Object.fromEntries(Object.entries(headers).filter(([other]) => other !== name));
}

/** Faults in what is said to who is over the limit. */
export const limitAnswerMutants: readonly Mutant[] = [
  ...(
    [
      ['M_RESOURCE_LIMIT_EXCEEDED', {}],
      ['M_RESOURCE_LIMIT_EXCEEDED', { admin_contact: 7 }],
      ['M_USER_LIMIT_EXCEEDED', {}],
      ['M_USER_LIMIT_EXCEEDED', { info_uri: null }],
    ] as const
  ).map(
    ([errcode, more], index): Mutant => ({
      id: `a-limit-is-without-its-companion-${index + 1}`,
      fault: `A limit is told as ${errcode} with ${JSON.stringify(more)} beside it.`,
      killedBy: nothing,
      mutate: (homeserver) => changeLimited(homeserver, withMembers({ errcode, ...more })),
    }),
  ),
  ...(['M_UNKNOWN', 'M_FORBIDDEN', 'M_TOO_MANY_REQUESTS', undefined] as const).map(
    (errcode): Mutant => ({
      id: `a-limit-is-told-as-${(errcode ?? 'nothing').toLowerCase().replaceAll('_', '-')}`,
      fault: `Who is over the limit is told ${errcode ?? 'no errcode'}.`,
      killedBy: told,
      mutate: (homeserver) => changeLimited(homeserver, withMembers({ errcode })),
    }),
  ),
  ...(
    [
      ['error', undefined],
      ['retry_after_ms', 'soon'],
      ['retry_after_ms', 0.5],
    ] as const
  ).map(
    ([member, value]): Mutant => ({
      id: `a-limit-has-the-${member.replaceAll('_', '-')}-${String(value).replace('.', '-')}`,
      fault: `Who is over the limit gets ${member} ${String(value)} in the body.`,
      killedBy: told,
      mutate: (homeserver) => changeLimited(homeserver, withMembers({ [member]: value })),
    }),
  ),
  ...(['Retry-After', 'Access-Control-Allow-Origin'] as const).map(
    (name): Mutant => ({
      id: `a-limit-has-no-${name.toLowerCase()}`,
      fault: `Who is over the limit gets no ${name}.`,
      killedBy: told,
      mutate: (homeserver) => changeLimited(homeserver, () => ({}), without(name)),
    }),
  ),
  ...(['soon', '0.5', '-1', '1s'] as const).map(
    (value): Mutant => ({
      id: `a-limit-says-to-come-back-${value.replace('.', '-').replace('-1', 'before')}`,
      fault: `Who is over the limit gets the Retry-After ${value}.`,
      killedBy: told,
      mutate: (homeserver) =>
        changeLimited(homeserver, () => ({ headers: { 'Retry-After': value } })),
    }),
  ),
];
