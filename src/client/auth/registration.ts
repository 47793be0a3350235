import { randomBytes } from 'node:crypto';
import type { Account } from '../account.ts';
import { AccountError } from '../account-error.ts';
import { type Answer, errcodeOf, isRecord, memberOf } from '../answer.ts';
import type { AuthLine } from './account-source.ts';
import { loggedIn, shortened, told } from './logged-in.ts';

/** What each stage that the checker can complete adds to `auth`. */
export type Stages = Readonly<Record<string, Readonly<Record<string, unknown>>>>;

/**
 * Registers a user through the User-Interactive Authentication API: asks, picks a flow whose
 * stages are all known, completes them one after the other with the session that was given.
 * Client-Server API, "User-Interactive Authentication API" and "Account registration".
 */
export async function register(line: AuthLine, stages: Stages): Promise<Account> {
  const password = `pw-${randomBytes(12).toString('hex')}`;
  line.redactor.learn(password);
  for (let attempt = 0; attempt < 3; attempt += 1) {
    const body = {
      username: line.madeUp.localpart(),
      password,
      initial_device_display_name: 'matrix-conformance',
    };
    const answer = await completeStages(line, body, stages);
    if (errcodeOf(answer) === 'M_USER_IN_USE') continue;
    return loggedIn(line, 'the registration of a user', answer, password);
  }
  throw new AccountError('three freshly made-up user names in a row were refused as in use');
}

/** What `/register` offers. @throws AccountError where it offers nothing that is known. */
export function knownFlow(line: AuthLine, answer: Answer, stages: Stages): readonly string[] {
  const flows = memberOf(answer, 'flows');
  if (answer.status !== 401 || !Array.isArray(flows)) {
    throw new AccountError(`registration is not offered: ${told(line, answer)}`);
  }
  const offered = flows.map((flow) => (isRecord(flow) && isList(flow.stages) ? flow.stages : []));
  const known = offered.find(
    (flow) => flow.length > 0 && flow.every((stage) => Object.hasOwn(stages, stage)),
  );
  if (known !== undefined) return known;
  const names = offered.map((flow) => flow.join(' + ')).join(' or ');
  throw new AccountError(
    `registration asks for ${shortened(line, names, 300) || 'no stage at all'}`,
  );
}

async function completeStages(line: AuthLine, body: object, stages: Stages): Promise<Answer> {
  const asked = await line.call('register', { body });
  // A server may need no stage at all.
  if (asked.status === 200 || errcodeOf(asked) === 'M_USER_IN_USE') return asked;
  const flow = knownFlow(line, asked, stages);
  const session = memberOf(asked, 'session');
  let answer = asked;
  for (const type of flow) {
    const auth = { type, ...(session === undefined ? {} : { session }), ...stages[type] };
    answer = await line.call('register', { body: { ...body, auth } });
    if (answer.status !== 401 || errcodeOf(answer) !== undefined) return answer;
  }
  return answer;
}

function isList(value: unknown): value is readonly string[] {
  return Array.isArray(value) && value.every((item) => typeof item === 'string');
}
