import { killedBy } from '../killed-by.ts';
import type { Mutant } from '../mutant.ts';
import { asHtml, breakAnswer } from './break-answer.ts';

const slashes = 'a-slash-too-many-is-answered-in-good-order';
const head = 'a-head-request-is-answered-in-good-order';
const prefix = 'former-prefixes-are-answered-in-good-order';
const control = 'control-characters-in-a-path-are-answered-in-good-order';
const noText = 'what-is-no-text-in-a-path-is-answered-in-good-order';

type Broken = readonly [id: string, fault: string, scenario: string, method: string, path: RegExp];

/** A method and a path on which the homeserver breaks down. */
const broken: readonly Broken[] = [
  ['a-slash-after-a-key', 'A slash after a key', slashes, 'PUT', /\/state\/[^/]+\/[^/]+\/$/],
  ['reading-after-a-key', 'GET with a slash after a key', slashes, 'GET', /state\/[^/]+\/[^/]+\/$/],
  ['two-slashes-after-a-type', 'Two slashes after a type', slashes, 'PUT', /\/state\/[^/]+\/\/$/],
  ['a-type-that-is-missing', 'A PUT without a type', slashes, 'PUT', /\/state\/$/],
  ['reading-a-missing-type', 'A GET without a type', slashes, 'GET', /\/state\/$/],
  ['a-type-and-key-that-are-empty', 'A PUT without a type and a key', slashes, 'PUT', /state\/\/$/],
  ['a-type-that-is-empty', 'A PUT of a key without a type', slashes, 'PUT', /\/state\/\/key$/],
  ['reading-an-empty-type', 'A GET of a key without a type', slashes, 'GET', /\/state\/\/key$/],
  ['head', 'HEAD of an entry', head, 'HEAD', /\/key$/],
  ['head-without-a-slash', 'HEAD of the empty key', head, 'HEAD', /\/state\/[^/]+$/],
  ['head-of-nothing', 'HEAD of an entry that was never set', head, 'HEAD', /never-set$/],
  ['head-of-all-state', 'HEAD of all state', head, 'HEAD', /\/state$/],
  ['the-prefix-r0', 'A PUT with the prefix r0', prefix, 'PUT', /client\/r0\//],
  ['reading-the-prefix-r0', 'A GET with the prefix r0', prefix, 'GET', /client\/r0\//],
  ['the-prefix-api-v1', 'The prefix api/v1', prefix, 'PUT', /client\/api\/v1\//],
  ['the-prefix-unstable', 'The prefix unstable', prefix, 'PUT', /client\/unstable\//],
  ['a-prefix-that-never-was', 'A prefix that never was', prefix, 'GET', /client\/v999\//],
  ['nul-in-a-key', 'NUL within a key', control, 'PUT', /\/a%00b$/],
  ['nul-as-a-key', 'NUL as the key', control, 'PUT', /\/%00$/],
  ['reading-nul', 'GET of a key with NUL', control, 'GET', /\/a%00b$/],
  ['nul-in-a-type', 'NUL in a type', control, 'PUT', /conformance%00\/key$/],
  ['a-line-break-in-a-key', 'A line break in a key', control, 'PUT', /a%0D%0Ab$/],
  ['a-line-break-in-a-type', 'A line break in a type', control, 'GET', /%0D%0A\/key$/],
  ['delete-in-a-key', 'U+007F in a key', control, 'PUT', /a%7Fb$/],
  ['a-noncharacter-in-a-key', 'A noncharacter in a key', control, 'PUT', /a%EF%BF%BFb$/],
  ['a-noncharacter-in-a-type', 'A noncharacter in a type', control, 'PUT', /%EF%BF%BF\/key$/],
  ['a-malformed-escape-in-a-key', 'A malformed escape in a key', noText, 'PUT', /\/%zz$/],
  ['reading-a-malformed-escape', 'GET with a malformed escape', noText, 'GET', /\/%zz$/],
  ['a-malformed-escape-in-a-type', 'A malformed escape in a type', noText, 'PUT', /state\/%zz\//],
  ['a-malformed-room-id', 'A malformed escape in a room id', noText, 'PUT', /rooms\/%zz\//],
  ['a-percent-sign-at-the-end', 'A percent sign at the end of a path', noText, 'PUT', /\/%$/],
  ['half-an-escape', 'Half an escape at the end of a path', noText, 'PUT', /\/%4$/],
  ['an-escape-of-javascript', 'An escape as JavaScript once had it', noText, 'PUT', /%u0041$/],
  ['bytes-that-are-no-utf-8', 'A byte in a key that is no UTF-8', noText, 'PUT', /\/%FF$/],
  ['reading-no-utf-8', 'GET of a key that is no UTF-8', noText, 'GET', /\/%FF$/],
  ['half-a-character', 'Half a character in a key', noText, 'PUT', /\/a%C3$/],
  ['an-overlong-slash', 'A slash in two bytes of UTF-8', noText, 'PUT', /\/%C0%AF$/],
  ['a-surrogate-in-a-path', 'A surrogate in a path', noText, 'PUT', /\/%ED%A0%80$/],
  ['a-type-that-is-no-utf-8', 'A byte in a type that is no UTF-8', noText, 'PUT', /state\/%FF\//],
  ['a-room-id-that-is-no-utf-8', 'A room id that is no UTF-8', noText, 'PUT', /rooms\/%FF\//],
];

/** A method and a path that are refused with a page, which is no standard error. */
const pages: readonly Broken[] = [
  ['a-slash-after-a-key', 'A slash after a key', slashes, 'PUT', /\/state\/[^/]+\/[^/]+\/$/],
  ['two-slashes', 'A path with two slashes', slashes, 'GET', /\/\//],
  ['the-prefix-r0', 'The prefix r0', prefix, 'PUT', /client\/r0\//],
  ['bytes-that-are-no-utf-8', 'A byte in a key that is no UTF-8', noText, 'PUT', /\/%FF$/],
];

/** Faults in paths of which the specification does not say what comes of them. */
export const oddPathMutants: readonly Mutant[] = [
  ...broken.map(
    ([id, fault, scenario, method, path]): Mutant => ({
      id: `${id}-breaks-the-homeserver-down`,
      fault: `${fault} is answered with 500.`,
      killedBy: killedBy('room_state', scenario),
      mutate: (homeserver) =>
        breakAnswer(homeserver, (request) => {
          return request.method === method && path.test(request.url ?? '');
        }),
    }),
  ),
  ...pages.map(
    ([id, fault, scenario, method, path]): Mutant => ({
      id: `${id}-gets-a-page`,
      fault: `${fault} is refused with a page in place of a standard error.`,
      killedBy: killedBy('room_state', scenario),
      mutate: (homeserver) =>
        breakAnswer(
          homeserver,
          (request, status) =>
            status >= 400 && request.method === method && path.test(request.url ?? ''),
          asHtml,
        ),
    }),
  ),
  {
    id: 'nul-in-a-key-gets-a-page',
    fault: 'A key with NUL is refused with a page in place of a standard error.',
    killedBy: killedBy('room_state', control),
    mutate: (homeserver) =>
      breakAnswer(
        homeserver,
        ({ url = '' }) => /%00/.test(url),
        (written) => asHtml({ ...written, status: 400 }),
      ),
  },
  {
    id: 'after-an-odd-path-entries-are-lost',
    fault: 'Who asked for a path of the prefix unstable finds no entry of the room any more.',
    killedBy: killedBy('room_state', prefix),
    mutate: (homeserver) => {
      const tainted = new Set<string>();
      const roomOf = (url = '') => /rooms\/([^/]+)/.exec(url)?.[1] ?? '';
      breakAnswer(
        homeserver,
        ({ url = '', method }) => {
          if (/client\/unstable\//.test(url)) tainted.add(roomOf(url));
          return method === 'GET' && tainted.has(roomOf(url)) && /\/client\/v3\//.test(url);
        },
        (written) => ({ ...written, status: 404, text: '{"errcode":"M_NOT_FOUND","error":"-"}' }),
      );
    },
  },
];
