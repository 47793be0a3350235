/** A value of a file that nobody vouches for, and where in the file it stands. */
export interface ResultMember {
  readonly value: unknown;
  /** `outcomes[3].verdict`; empty for the whole. */
  readonly path: string;
}

/** A file that is no result; the message says where and why, as a clause without a full stop. */
export class ResultError extends Error {
  override readonly name = 'ResultError';
}

function refuse({ path }: ResultMember, what: string): never {
  throw new ResultError(`${path === '' ? 'the whole of it' : path} is not ${what}`);
}

/** A member of an object: only its own, so that no name leads to what all objects have. */
export function memberOf(of: ResultMember, name: string): ResultMember {
  const { value, path } = of;
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    return refuse(of, 'an object');
  }
  const own = Object.hasOwn(value, name) ? (value as Record<string, unknown>)[name] : undefined;
  return { value: own, path: path === '' ? name : `${path}.${name}` };
}

export function textOf(member: ResultMember): string {
  return typeof member.value === 'string' ? member.value : refuse(member, 'a text');
}

export function numberOf(member: ResultMember): number {
  const { value } = member;
  return typeof value === 'number' && value >= 0 ? value : refuse(member, 'a number');
}

export function flagOf(member: ResultMember): boolean {
  return typeof member.value === 'boolean' ? member.value : refuse(member, 'true or false');
}

export function listOf(member: ResultMember): readonly ResultMember[] {
  const { value, path } = member;
  if (!Array.isArray(value)) return refuse(member, 'a list');
  return value.map((one: unknown, index) => ({ value: one, path: `${path}[${index}]` }));
}

export function textsOf(member: ResultMember): readonly string[] {
  return listOf(member).map(textOf);
}

/** One of a few words. */
export function wordOf<Word extends string>(member: ResultMember, words: readonly Word[]): Word {
  const found = words.find((word) => word === member.value);
  return found ?? refuse(member, `one of ${words.join(', ')}`);
}

/** An object of texts, such as headers. */
export function mapOf(member: ResultMember): Readonly<Record<string, string>> {
  const { value } = member;
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    return refuse(member, 'an object');
  }
  // Made of entries, so that a member __proto__ is a name like any other.
  return Object.fromEntries(
    Object.keys(value).map((name) => [name, textOf(memberOf(member, name))]),
  );
}

/** A member that may be left out, as what is to be spread into the object around it. */
export function optional<Name extends string, Value>(
  of: ResultMember,
  name: Name,
  read: (member: ResultMember) => Value,
): { readonly [_ in Name]?: Value } {
  const member = memberOf(of, name);
  return member.value === undefined ? {} : ({ [name]: read(member) } as { [_ in Name]: Value });
}
