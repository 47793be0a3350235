import { describe, expect, test } from 'vitest';
import { everyVerdict } from './every-verdict.fixture.ts';
import { junit } from './junit.ts';
import { outcome, runResult } from './report.fixture.ts';
import { elementsOf, readXml } from './xml-document.fixture.ts';

describe('a run that says nothing, or not all,', () => {
  const about = (document: string) =>
    elementsOf(readXml(document), 'testcase').find(
      ({ attributes }) => attributes.name === 'preflight',
    );

  test('of nothing is one testcase with the reason as its error', () => {
    const problem = 'http://hs.test:8008 refused the connection. Is the homeserver up?';
    const document = junit(runResult([], { problems: [problem], exitCode: 2 }));
    expect(document).toMatchInlineSnapshot(`
      "<?xml version="1.0" encoding="UTF-8"?>
      <testsuites name="matrix-conformance" tests="1" failures="0" errors="1" skipped="0" time="4.200" timestamp="2026-11-22T13:00:00Z" hostname="hs.test">
        <testsuite name="preflight" tests="1" failures="0" errors="1" skipped="0" time="0.000" timestamp="2026-11-22T13:00:00Z" hostname="hs.test">
          <properties>
            <property name="checker" value="matrix-conformance 0.1.0"/>
            <property name="target" value="http://hs.test:8008"/>
            <property name="server" value="Synapse 1.160.0"/>
            <property name="specification" value="Matrix v1.16"/>
            <property name="room version" value="11"/>
            <property name="accounts" value="open registration"/>
            <property name="strict" value="no"/>
            <property name="conclusion" value="cannot say: http://hs.test:8008 refused the connection. Is the homeserver up?"/>
            <property name="mutation score" value="61 of 61 killed"/>
            <property name="null score" value="0 of 348 passed"/>
            <property name="intermittent" value="none"/>
            <property name="rate limit waits" value="0, 0.0 s"/>
          </properties>
          <testcase classname="matrix-conformance.preflight" name="preflight" time="0.000"><error message="http://hs.test:8008 refused the connection. Is the homeserver up?" type="preflight">problem:     http://hs.test:8008 refused the connection. Is the homeserver up?
      conclusion:  cannot say: http://hs.test:8008 refused the connection. Is the homeserver up?</error></testcase>
        </testsuite>
      </testsuites>
      "
    `);
    expect(about(document)?.children[0]).toMatchObject({
      name: 'error',
      attributes: { message: problem },
    });
  });

  test('without even a problem is an error all the same', () => {
    expect(about(junit(runResult([])))?.children[0]).toMatchObject({
      name: 'error',
      attributes: { message: 'cannot say: no scenario was run.' },
    });
  });

  test('of unsupported scenarios only is an error, not a green column', () => {
    const result = runResult([outcome('room_state/a', 'unsupported')]);
    expect(result.exitCode).toBe(2);
    expect(about(junit(result))?.children[0]?.name).toBe('error');
  });

  test('that was interrupted says so beside its results', () => {
    const result = runResult([outcome('room_state/a', 'pass')], { interrupted: true, exitCode: 2 });
    expect(about(junit(result))?.children[0]).toMatchObject({
      name: 'error',
      attributes: { message: 'the run was interrupted' },
    });
    expect(elementsOf(readXml(junit(result)), 'testcase')).toHaveLength(2);
  });

  test('that conforms in spite of a problem is skipped with it', () => {
    const result = runResult([outcome('room_state/a', 'pass')], { problems: ['No third user.'] });
    expect(about(junit(result))?.children[0]?.name).toBe('skipped');
  });

  test('that is whole has no such testcase', () => {
    expect(about(junit(runResult([outcome('room_state/a', 'pass')])))).toBeUndefined();
    expect(about(junit(everyVerdict()))).toBeUndefined();
  });
});
