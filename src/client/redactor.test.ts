import { describe, expect, test } from 'vitest';
import { Redactor } from './redactor.ts';

const plain = 'syt_YWxpY2U_qwertzuiopasdfgh_1aBcD2';
const odd = 'pä"ss\\w/ö & <rd> it\'s +1%🦊';

function knowing(...secrets: string[]): Redactor {
  const redactor = new Redactor();
  for (const secret of secrets) redactor.learn(secret);
  return redactor;
}

const json = (text: string) => JSON.stringify(text).slice(1, -1);
const ascii = (text: string) =>
  json(text).replace(/[^ -~]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`);

const spellings: readonly [string, (secret: string) => string][] = [
  ['as it is', (secret) => secret],
  ['in JSON', json],
  ['in JSON of ASCII alone', ascii],
  ['in JSON with escaped slashes', (secret) => json(secret).replaceAll('/', '\\/')],
  ['in JSON that stands in JSON', (secret) => json(json(secret))],
  ['in JSON of ASCII that stands in JSON', (secret) => json(ascii(secret))],
  ['in a URL', encodeURIComponent],
  ['in a path', encodeURI],
  ['in lower-case hex', (secret) => encodeURIComponent(secret).replace(/%../g, lower)],
  ['strictly percent-encoded', (secret) => encodeURIComponent(secret).replaceAll("'", '%27')],
  ['in a form', (secret) => new URLSearchParams({ a: secret }).toString().slice(2)],
  ['in HTML', html],
  ['in JSON in JSON in JSON', (secret) => json(json(ascii(secret)))],
  ['in JSON in a URL', (secret) => encodeURIComponent(json(secret))],
  ['in a URL in a URL', (secret) => encodeURIComponent(encodeURIComponent(secret))],
  ['in UTF-8 read as Latin-1', (secret) => Buffer.from(secret).toString('latin1')],
  ['cut down to Latin-1', (secret) => Buffer.from(secret, 'latin1').toString('latin1')],
];

describe('a known secret is replaced in every spelling', () => {
  test.each(spellings)('%s', (_, spell) => {
    for (const secret of [plain, odd]) {
      const cleaned = knowing(plain, odd).clean(`before ${spell(secret)} after`);
      expect(cleaned).toBe('before <redacted> after');
    }
  });

  test('wherever it stands, and as often', () => {
    const cleaned = knowing(plain).clean(`x${plain}${plain}/_${plain}`);
    expect(cleaned).toBe('x<redacted><redacted>/_<redacted>');
  });

  test('also when another secret stands in it', () => {
    const longer = `${plain}-and-more-of-it`;
    expect(knowing(plain, longer).clean(`<${longer}>`)).toBe('<<redacted>>');
    expect(knowing(longer, plain).clean(`<${longer}>`)).toBe('<<redacted>>');
  });

  test('also where its end was cut off', () => {
    for (let length = 12; length < plain.length; length += 1) {
      const cleaned = knowing(plain).clean(`${plain.slice(0, length)}… (300 characters)`);
      expect(cleaned).toBe('<redacted>… (300 characters)');
    }
  });

  test('in the name of a header, which is lower case', () => {
    const headers = { [`x-${plain.toLowerCase()}`]: plain, 'x-other': 'other' };
    expect(knowing(plain).cleanHeaders(headers)).toEqual({
      'x-<redacted>': '<redacted>',
      'x-other': 'other',
    });
  });

  test('a lone surrogate in it does not make it unknown', () => {
    expect(knowing('half\ud83e-a-fox').clean('half\ud83e-a-fox half%EF%BF%BD-a-fox')).toBe(
      '<redacted> <redacted>',
    );
  });
});

describe('an unknown secret is replaced by its place', () => {
  test.each([
    ['{"access_token":"abc","a":1}', '{"access_token":"<redacted>","a":1}'],
    ['{"password" : "a\\"b\\\\", "a": 1}', '{"password" : "<redacted>", "a": 1}'],
    ['{"refresh_token":"cut off in the mid', '{"refresh_token":"<redacted>'],
    ['{"mac":""}', '{"mac":"<redacted>"}'],
    [
      '"{\\"access_token\\":\\"abc\\",\\"a\\":1}"',
      '"{\\"access_token\\":\\"<redacted>\\",\\"a\\":1}"',
    ],
    ['GET /a?access_token=abc&b=c', 'GET /a?access_token=<redacted>&b=c'],
    ['/a?b=c&token=abc#d', '/a?b=c&token=<redacted>#d'],
    ['authorization: Bearer abcdefgh', 'authorization: Bearer <redacted>'],
    ["-H 'authorization: bearer abcdefgh'", "-H 'authorization: bearer <redacted>'"],
  ])('%s', (text, cleaned) => {
    expect(new Redactor().clean(text)).toBe(cleaned);
  });
});

describe('a secret of many characters that are spelled in many ways', () => {
  const long = 'pä"ss\\w/ö & +1%🦊'.repeat(60);
  test.each(spellings)('is replaced to its end %s', (_, spell) => {
    expect(knowing(long).clean(`before ${spell(long)} after`)).toBe('before <redacted> after');
  });

  test('is replaced to where it was cut off', () => {
    for (let length = 200; length < 900; length += 7) {
      const text = `${long.slice(0, length).toWellFormed()}… cut`;
      expect(knowing(long).clean(text)).toMatch(/^<redacted>.?… cut$/u);
    }
  });

  test('is replaced to its end wherever a backslash stands in it', () => {
    for (let before = 190; before < 430; before += 1) {
      const secret = `${'a'.repeat(before)}\\${'b'.repeat(50)}`;
      for (const text of [secret, JSON.stringify(secret).slice(1, -1)]) {
        expect(knowing(secret).clean(`before ${text} after`)).toBe('before <redacted> after');
      }
    }
  });

  test('may be of backslashes alone', () => {
    expect(knowing('\\'.repeat(9)).clean('some text')).toBe('some text');
  });
});

describe('what is no secret stays', () => {
  test.each([
    '{"tokens":"abc","token_type":"Bearer","device_id":"XYZ"}',
    'curl -H "Authorization: Bearer $ALICE_TOKEN"',
    '{"token":5}',
    'Bearer of news',
    '',
  ])('%s', (text) => {
    expect(knowing(plain, 'abc', '').clean(text)).toBe(text);
  });
});

describe('long texts', () => {
  test('a head of a text holds no secret, and none that the cut went through', () => {
    const redactor = knowing(plain);
    for (let before = 0; before < 80; before += 1) {
      const text = '.'.repeat(before) + plain + '.'.repeat(200);
      const head = redactor.cleanHead(text, 60);
      expect(head.length).toBeLessThanOrEqual(60);
      expect(head).not.toContain(plain.slice(0, 12));
    }
  });

  test('of two that begin alike, the longer one leaves nothing behind', () => {
    const redactor = knowing('abcdefghijkl/1', 'abcdefghijklmnop');
    expect(redactor.clean('the token abcdefghijklmnop, sent')).toBe('the token <redacted>, sent');
  });

  test.each([
    ['a token without an end', `{"token":"${'a'.repeat(16_000_000)}`],
    ['escapes without an end', `{"token":"${'\\n'.repeat(8_000_000)}`],
    ['backslashes without an end', '\\'.repeat(16_000_000)],
    ['white space without an end', `"token"${' '.repeat(1_000_000)}Bearer${' '.repeat(1_000_000)}`],
  ])('%s is no trouble', (_, text) => {
    expect(() => knowing(plain, odd).clean(text)).not.toThrow();
  });
});

function lower(text: string): string {
  return text.toLowerCase();
}

function html(text: string): string {
  const entities = { '&': 'amp', '<': 'lt', '>': 'gt', '"': 'quot', "'": '#39' };
  return Object.entries(entities).reduce(
    (escaped, [character, name]) => escaped.replaceAll(character, `&${name};`),
    text,
  );
}
