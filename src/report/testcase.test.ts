import { describe, expect, test } from 'vitest';
import { junit } from './junit.ts';
import { aTry, exchange, outcome, runResult, violation } from './report.fixture.ts';
import { elementsOf, readXml } from './xml-document.fixture.ts';

const hostile = [
  '\u001b[31m',
  '\0',
  '\u000b',
  '\ufffe',
  '\uffff',
  '\ud800',
  ']]>',
  '<a b="&">',
  '\r',
];

function failed(text: string) {
  const response = { status: 200, headers: { 'content-type': text }, body: text, truncated: true };
  const seen = violation({ subject: text, message: text, expected: text, actual: text });
  const tries = [
    aTry('fail', {
      reason: text,
      exchanges: [exchange({ response, curl: `curl '${text}'` })],
      violations: [seen, seen, seen, seen, seen],
      notes: [text, text, text, text],
    }),
  ];
  return outcome('room_state/hostile', 'fail', { reason: text, tries });
}

describe('whatever a homeserver sends', () => {
  test.each([
    ...hostile,
    hostile.join(''),
    `$${'x'.repeat(10_485_760)}`,
    '&'.repeat(9000),
    '\0'.repeat(9000),
  ])('the document is well-formed, its messages and bodies are bounded: %#', (text) => {
    const document = junit(runResult([failed(text)]));
    const [failure] = elementsOf(readXml(document), 'failure');
    const message = failure?.attributes.message ?? '';
    expect(message).not.toBe('');
    expect(message.length).toBeLessThanOrEqual(200);
    expect(message).not.toContain('\n');
    const written = /<failure [^>]*>([^<]*)<\/failure>/.exec(document)?.[1] ?? '';
    expect(Buffer.byteLength(written)).toBeGreaterThan(300);
    expect(Buffer.byteLength(written)).toBeLessThanOrEqual(4096);
    expect(failure?.text).toMatch(/^curl: +curl '/m);
  });

  test('what XML forbids is shown as an escape', () => {
    const [failure] = elementsOf(readXml(junit(runResult([failed(hostile.join(''))]))), 'failure');
    expect(failure?.attributes.message).toBe(
      '\\u001b[31m\\u0000\\u000b\\ufffe\\uffff\\ud800]]><a b="&">\\r',
    );
  });
});
