import { secretMembers } from '../client/blot-members.ts';
import { mask } from '../client/redactor.ts';
import { isRecord } from '../openapi/json-pointer.ts';
import { cutContents } from './cut-contents.ts';

/** Members whose values are secrets, however deep. */
export const secretNames: ReadonlySet<string> = new Set([
  ...secretMembers,
  ...[
    'id_token',
    'loginToken',
    'id_access_token',
    'jwt',
    'secret',
    'client_secret',
    'shared_secret',
  ],
  ...['session_key', 'session_data', 'private_key', 'signing_key', 'recovery_key', 'passphrase'],
  ...['pushkey', 'session', 'code_verifier', 'device_code', 'registration_token', 'authorization'],
  ...['sid'],
]);

/** What stands in place of what users wrote. */
export const contentMask = '<content>';

/** Events whose contents are no message: they are what clients live by, or state. */
const harmless =
  /^m\.(?:typing|receipt|presence|direct|push_rules|fully_read|tag|room\.(?!message$|encrypted$).*)$/;

/** Events that are a message whatever else they have. */
const ofMessages = /^m\.(?:room\.(?:message|encrypted)|reaction|sticker)$/;

/** What an event has beside its type. */
const marks = ['type', 'sender', 'event_id', 'origin_server_ts', 'room_id'];

/** What says of what sort a content is, and not what it says. */
const telling = new Set(['msgtype', 'algorithm', 'rel_type', 'event_id']);

/** Members that are what users wrote, wherever they stand: what they look for, and why they did it. */
const written = new Set(['reason', 'search_term', 'generic_search_term', 'highlights']);

/** How a body is redacted. */
export interface Redaction {
  readonly showContents: boolean;
  /** Whether the whole value is what a user wrote: the body of a message. */
  readonly isContent?: boolean;
}

/**
 * The same JSON without its secrets and, unless they are to be shown, without what users wrote to
 * each other. Texts are replaced by texts and numbers by 0, so that it is of the same shape.
 * @param learn is told each text that was a secret: it may stand elsewhere, too
 */
export function redactJson(
  value: unknown,
  how: Redaction,
  learn: (secret: string) => void,
): unknown {
  const walk = (one: unknown, isContent: boolean): unknown => {
    if (Array.isArray(one)) return one.map((each: unknown) => walk(each, isContent));
    if (!isRecord(one)) {
      if (isContent) return blank(one, contentMask);
      // A text may be JSON itself, of an event.
      const isJson = typeof one === 'string' && /^\s*[[{]/.test(one);
      return isJson && !how.showContents ? cutContents(one, contentMask) : one;
    }
    const hasContent = (isMessage(one) || isSecretEdu(one)) && !how.showContents;
    return mapped(one, (inner, name) => {
      if (secretNames.has(name)) return hide(inner, learn);
      if (isContent && telling.has(name) && isWord(inner)) return inner;
      const isWritten = written.has(name) && !how.showContents;
      return walk(inner, isContent || isWritten || (hasContent && name === 'content'));
    });
  };
  return walk(value, how.isContent === true && !how.showContents);
}

function isWord(value: unknown): boolean {
  return typeof value === 'string' && /^[\w.$+/:-]{1,60}$/.test(value);
}

function isMessage(one: Readonly<Record<string, unknown>>): boolean {
  const { type, content, state_key } = one;
  if (content === undefined) return false;
  // Of a faulty homeserver a message may have a state key that is null, or a content that is a text.
  if (typeof state_key === 'string' && !ofMessages.test(String(type))) return false;
  // An event whose type is missing, or wrong, may well be a message.
  if (typeof type !== 'string') return marks.some((name) => Object.hasOwn(one, name));
  return !harmless.test(type);
}

/** What one homeserver tells another in passing: to devices among it. */
function isSecretEdu({ edu_type, content }: Readonly<Record<string, unknown>>): boolean {
  return edu_type !== undefined && content !== undefined && !harmless.test(String(edu_type));
}

function hide(value: unknown, learn: (secret: string) => void): unknown {
  if (typeof value === 'string') learn(value);
  if (Array.isArray(value)) return value.map((one: unknown) => hide(one, learn));
  if (isRecord(value)) return mapped(value, (one) => hide(one, learn));
  return blank(value, mask);
}

function blank(value: unknown, text: string): unknown {
  if (typeof value === 'string') return value === '' ? '' : text;
  return typeof value === 'number' ? 0 : value;
}

/** Made of entries, so that a member `__proto__` is one like any other. */
function mapped(
  value: Readonly<Record<string, unknown>>,
  change: (inner: unknown, name: string) => unknown,
): unknown {
  return Object.fromEntries(
    Object.entries(value).map(([name, inner]) => [name, change(inner, name)]),
  );
}
