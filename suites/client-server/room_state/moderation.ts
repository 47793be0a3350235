import { memberOf } from '../../../src/scenario/answer.ts';
import { canModerate } from '../../../src/scenario/moderate.ts';
import type { NamedRefusal } from '../../../src/scenario/refusal.ts';
import { unsupported } from '../../../src/scenario/stop-scenario.ts';
import type { User } from '../../../src/scenario/user.ts';
import { roomState } from './suite.ts';

/** What an administrator can do to an account. */
const kinds = [
  { kind: 'lock', set: 'setAdminLockUser', get: 'getAdminLockUser', member: 'locked' },
  { kind: 'suspend', set: 'setAdminSuspendUser', get: 'getAdminSuspendUser', member: 'suspended' },
] as const;

const common = {
  section: 'client-server-api/#server-administration',
  rows: ['E10'],
  since: 'v1.18',
  operations: kinds.flatMap(({ set, get }) => [set, get]),
};

/** Those of them that `/capabilities` offers to the administrator. */
async function offeredTo(admin: User): Promise<readonly (typeof kinds)[number][]> {
  const offered: (typeof kinds)[number][] = [];
  for (const one of kinds) if (await canModerate(admin, one.kind)) offered.push(one);
  if (offered.length > 0) return offered;
  throw unsupported('/capabilities offers no m.account_moderation to the administrator');
}

roomState.must('an-administrator-locks-and-suspends-accounts', {
  ...common,
  title: 'An administrator locks or suspends an account, sees it, and undoes it',
  async run({ users, userToLose, administrator, check }) {
    const admin = await administrator();
    const bob = await userToLose('bob');
    const { alice } = await users('alice');
    const offered = await offeredTo(admin);
    for (const { kind, set, get, member } of offered) {
      const seesIt = async (when: string, expected: boolean) => {
        const answer = await admin.call(get, { userId: bob.id });
        check(`${member} ${when}`, memberOf(answer, member), answer).equals(expected);
      };
      await seesIt('at first', false);
      for (const wanted of [true, false]) {
        const answer = await admin.call(set, { userId: bob.id, body: { [member]: wanted } });
        check(`${member} in the answer`, memberOf(answer, member), answer).equals(wanted);
        await seesIt(`after the ${kind} was ${wanted ? 'set' : 'lifted'}`, wanted);
        if (!wanted) continue;
        // Nothing else comes with it.
        for (const other of offered) {
          const isOther = other.kind !== kind;
          const userId = isOther ? bob.id : alice.id;
          const beside = await admin.call(other.get, { userId });
          const whose = isOther ? 'the same account' : 'another account';
          check(`${other.member} of ${whose}`, memberOf(beside, other.member), beside).equals(
            false,
          );
        }
      }
    }
  },
});

roomState.must('only-an-administrator-locks-and-suspends-accounts', {
  ...common,
  title: 'Who is no administrator is refused with 403 M_FORBIDDEN, whoever the account is of',
  async run({ users, userToLose, administrator, check }) {
    const admin = await administrator();
    const bob = await userToLose('bob');
    const charlie = await userToLose('charlie');
    const { mallory } = await users('mallory');
    const unknown = bob.id.replace(':', '-is-unknown:');
    const beside = { unlike: { by: admin, args: { userId: charlie.id } } };
    for (const { kind, set, get, member } of await offeredTo(admin)) {
      // Users that were given may be anybody.
      if (await canModerate(mallory, kind)) throw unsupported('mallory is an administrator');
      for (const userId of [bob.id, mallory.id, unknown]) {
        await mallory.cannot(get, { userId }, 'M_FORBIDDEN', beside);
        const args = { userId, body: { [member]: true } };
        await mallory.cannot(set, args, 'M_FORBIDDEN', beside);
      }
      for (const { name, id } of [bob, mallory]) {
        const answer = await admin.call(get, { userId: id });
        check(`${member} of ${name}`, memberOf(answer, member), answer).equals(false);
      }
    }
  },
});

/** Accounts that are not there, each with its refusal. */
const absent: Readonly<Record<string, readonly [id: (user: User) => string, NamedRefusal]>> = {
  unknown: [({ id }) => id.replace(':', '-is-unknown:'), 'M_NOT_FOUND'],
  foreign: [({ id }) => id.replace(/:.*/, ':elsewhere.example'), 'M_INVALID_PARAM'],
};

roomState.must('an-account-that-is-not-there-is-neither-locked-nor-suspended', {
  ...common,
  title: 'An unknown account is refused with 404 M_NOT_FOUND, a foreign one with M_INVALID_PARAM',
  async run({ userToLose, administrator }) {
    const admin = await administrator();
    const bob = await userToLose('bob');
    for (const kind of await offeredTo(admin)) {
      for (const [idOf, refusal] of Object.values(absent)) {
        await refusesFor(admin, kind, { userId: idOf(bob), unlike: bob, refusal });
      }
    }
  },
});

roomState.must('a-deactivated-account-is-neither-locked-nor-suspended', {
  ...common,
  title: 'An account that was deactivated is refused with 404 M_NOT_FOUND',
  async run({ userToLose, administrator }) {
    const admin = await administrator();
    const bob = await userToLose('bob');
    const offered = await offeredTo(admin);
    const gone = await userToLose('the deactivated user');
    await gone.deactivates();
    for (const kind of offered) {
      await refusesFor(admin, kind, { userId: gone.id, unlike: bob, refusal: 'M_NOT_FOUND' });
    }
  },
});

async function refusesFor(
  admin: User,
  { set, get, member }: (typeof kinds)[number],
  account: { readonly userId: string; readonly unlike: User; readonly refusal: NamedRefusal },
): Promise<void> {
  const { userId, unlike, refusal } = account;
  const beside = { unlike: { args: { userId: unlike.id } } };
  await admin.cannot(get, { userId }, refusal, beside);
  await admin.cannot(set, { userId, body: { [member]: true } }, refusal, beside);
}

roomState.must('an-administrator-neither-locks-nor-suspends-themself', {
  ...common,
  title: 'An administrator who would lock or suspend their own account is refused with 403',
  unsafe: 'a homeserver that does not refuse it locks its administrator out',
  async run({ userToLose, administrator, check }) {
    const admin = await administrator();
    const bob = await userToLose('bob');
    for (const { set, get, member } of await offeredTo(admin)) {
      const args = { userId: admin.id, body: { [member]: true } };
      await admin.cannot(set, args, 'M_FORBIDDEN', { unlike: { args: { userId: bob.id } } });
      const answer = await admin.call(get, { userId: admin.id });
      check(`${member} of the administrator`, memberOf(answer, member), answer).equals(false);
    }
  },
});
