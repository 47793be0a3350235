import type { Context } from '../../../src/scenario/context.ts';
import type { NamedRefusal } from '../../../src/scenario/refusal.ts';
import { entry, put } from '../../entry.ts';
import { roomState } from './suite.ts';

const section = 'client-server-api/#standard-error-response';

interface BadBody {
  readonly name: string;
  readonly title: string;
  readonly rows: readonly string[];
  readonly refusal: NamedRefusal;
  readonly bodies: readonly (string | Uint8Array)[];
}

const badBodies: readonly BadBody[] = [
  {
    name: 'a-body-that-is-not-json-is-refused',
    title: 'A PUT of a body that is not JSON is refused with 400 M_NOT_JSON',
    rows: ['C1', 'C6', 'C8'],
    refusal: 'M_NOT_JSON',
    bodies: [
      'not json',
      'text=form',
      '{"text": "cut off',
      '{"text": "whole"} and more',
      "{'text': 'quotes'}",
      '{"comma": "at the end",}',
      '{"list": [1, 2,]}',
      '{"comment": 1} // one',
      '/* one */ {"comment": 2}',
      '{"a": 1}{"b": 2}',
      '{"brace": 1}}',
      '{name: "without quotes"}',
      '{"word": True}',
      '{"word": undefined}',
      '{"comma" "missing"}',
      '{"comma": "missing" "between": 1}',
      '{"escape": "\\x41"}',
      '{"escape": "\\u00"}',
      '{"escape": "\\\'"}',
      // Control characters have to be escaped.
      ...['\u0000', '\u0001', '\t', '\n', '\u001f'].map((one) => `{"raw": "a${one}b"}`),
      '{"raw\n": "in a name"}',
      // A string in which a byte is no UTF-8.
      Uint8Array.from([...'{"text": "'].map((c) => c.charCodeAt(0)).concat(0xff, 0x22, 0x7d)),
    ],
  },
  {
    name: 'an-empty-body-is-refused',
    title: 'A PUT without a body is refused with 400 M_NOT_JSON',
    rows: ['C2'],
    refusal: 'M_NOT_JSON',
    bodies: [''],
  },
  {
    name: 'a-body-that-is-no-object-is-refused',
    title: 'A PUT of a JSON value that is no object is refused with 400 M_BAD_JSON',
    rows: ['C3'],
    refusal: 'M_BAD_JSON',
    bodies: ['[]', '"text"', '1', 'true'],
  },
  {
    name: 'a-body-of-null-is-refused',
    title: 'A PUT of null is refused with 400 M_BAD_JSON',
    rows: ['C4'],
    refusal: 'M_BAD_JSON',
    bodies: ['null'],
  },
];

for (const { name, title, rows, refusal, bodies } of badBodies) {
  roomState.must(name, {
    title,
    section,
    rows,
    async run({ users }) {
      const { alice } = await users('alice');
      const roomId = await alice.createsRoom();
      for (const [index, rawBody] of bodies.entries()) {
        const body = { text: `in place of the bad body ${index + 1}` };
        await alice.cannot(put, { ...entry(roomId), body }, refusal, {
          as: { rawBody },
          unlike: 'unvaried',
        });
      }
    },
  });
}

/** A PUT whose Content-Type is another one, or none, is stored all the same. */
async function storesSentAs({ users, checkState }: Context, types: readonly (string | null)[]) {
  const { alice } = await users('alice');
  const roomId = await alice.createsRoom();
  for (const contentType of types) {
    const content = { sentAs: contentType ?? 'nothing' };
    await alice.setsState(entry(roomId), content, { contentType });
    checkState('the content', await alice.seesState(entry(roomId))).equals(content);
  }
}

roomState.must('a-body-without-a-content-type-is-accepted', {
  title: 'A PUT without a Content-Type is accepted',
  section: 'client-server-api/#api-standards',
  rows: ['A22'],
  run: (context) => storesSentAs(context, [null]),
});

// That the header is not required says that it does not decide; it does not say so in plain words.
roomState.should('a-body-with-another-content-type-is-accepted', {
  title: 'A PUT of JSON whose Content-Type says that it is text, or a form, is accepted',
  section: 'client-server-api/#api-standards',
  rows: ['A22'],
  run: (context) => storesSentAs(context, ['text/plain', 'application/x-www-form-urlencoded']),
});
