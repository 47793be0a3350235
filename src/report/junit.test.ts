import { expect, test } from 'vitest';
import { everyVerdict } from './every-verdict.fixture.ts';
import { junit } from './junit.ts';
import { outcome, runResult } from './report.fixture.ts';
import { elementsOf, readXml } from './xml-document.fixture.ts';

test('a run with every verdict is told to the letter', () => {
  expect(junit(everyVerdict())).toMatchInlineSnapshot(`
    "<?xml version="1.0" encoding="UTF-8"?>
    <testsuites name="matrix-conformance" tests="8" failures="1" errors="3" skipped="2" time="4.200" timestamp="2026-11-22T13:00:00Z" hostname="hs.test">
      <testsuite name="room_state" tests="4" failures="1" errors="3" skipped="0" time="0.160" timestamp="2026-11-22T13:00:00Z" hostname="hs.test">
        <properties>
          <property name="checker" value="matrix-conformance 0.1.0"/>
          <property name="target" value="http://hs.test:8008"/>
          <property name="server" value="Synapse 1.160.0"/>
          <property name="specification" value="Matrix v1.16"/>
          <property name="room version" value="11"/>
          <property name="accounts" value="open registration"/>
          <property name="strict" value="no"/>
          <property name="conclusion" value="does not conform: 1 of 8 scenarios broke a MUST; 1 error, 2 inconclusive."/>
          <property name="mutation score" value="61 of 61 killed"/>
          <property name="null score" value="0 of 348 passed"/>
          <property name="intermittent" value="bad_alias/removal"/>
          <property name="rate limit waits" value="14, 63.0 s"/>
        </properties>
        <testcase classname="matrix-conformance.room_state" name="trailing-slash" file="room_state.yaml" line="1" time="0.040"><failure message="The PUT with a trailing slash was refused" type="fail">requirement: The requirement room_state/trailing-slash holds
    id:          room_state/trailing-slash (MUST, since v1.1, A3, A4)
    section:     https://spec.matrix.org/latest/client-server-api/#put_matrixclientv3roomsroomidstateeventtypestatekey
    reason:      The PUT with a trailing slash was refused
    subject:     the answer to the PUT with a trailing slash
    expected:    200
    actual:      404 M_UNRECOGNIZED
    request:     PUT http://hs.test:8008/_matrix/client/v3/rooms/!r:hs.test/state/m.room.topic/ (alice, setRoomStateWithKey)
    sent:        {&quot;topic&quot;:&quot;tea&quot;}
    response:    404 application/json, after 12 ms
    received:    {&quot;errcode&quot;:&quot;M_UNRECOGNIZED&quot;,&quot;error&quot;:&quot;Unrecognized request&quot;}
    curl:        curl --path-as-is -i -X PUT -H &quot;Authorization: Bearer $ALICE_TOKEN&quot; -d '{&quot;topic&quot;:&quot;tea&quot;}' 'http://hs.test:8008/_matrix/client/v3/rooms/!r:hs.test/state/m.room.topic/'</failure></testcase>
        <testcase classname="matrix-conformance.room_state" name="read-back" file="room_state.yaml" line="1" time="0.040"><error message="The room could not be made: createRoom gave 500 for !one:hs.test" type="inconclusive">requirement: The requirement room_state/read-back holds
    id:          room_state/read-back (MUST, A3, A4)
    section:     https://spec.matrix.org/latest/client-server-api/#put_matrixclientv3roomsroomidstateeventtypestatekey
    reason:      The room could not be made: createRoom gave 500 for !one:hs.test
    request:     PUT http://hs.test:8008/_matrix/client/v3/rooms/!r:hs.test/state/m.room.topic/ (alice, createRoom)
    sent:        {&quot;topic&quot;:&quot;tea&quot;}
    response:    404 application/json, after 12 ms
    received:    {&quot;errcode&quot;:&quot;M_UNRECOGNIZED&quot;,&quot;error&quot;:&quot;Unrecognized request&quot;}
    curl:        curl --path-as-is -i -X PUT -H &quot;Authorization: Bearer $ALICE_TOKEN&quot; -d '{&quot;topic&quot;:&quot;tea&quot;}' 'http://hs.test:8008/_matrix/client/v3/rooms/!r:hs.test/state/m.room.topic/'</error></testcase>
        <testcase classname="matrix-conformance.room_state" name="two-keys" file="room_state.yaml" line="1" time="0.040"><error message="The room could not be made: createRoom gave 500 for !two:hs.test" type="inconclusive">requirement: The requirement room_state/two-keys holds
    id:          room_state/two-keys (MUST, A3, A4)
    section:     https://spec.matrix.org/latest/client-server-api/#put_matrixclientv3roomsroomidstateeventtypestatekey
    reason:      The room could not be made: createRoom gave 500 for !two:hs.test</error></testcase>
        <testcase classname="matrix-conformance.room_state" name="sync" file="room_state.yaml" line="1" time="0.040"><error message="The network gave up: ECONNRESET" type="error">requirement: The requirement room_state/sync holds
    id:          room_state/sync (MUST, A3, A4)
    section:     https://spec.matrix.org/latest/client-server-api/#put_matrixclientv3roomsroomidstateeventtypestatekey
    reason:      The network gave up: ECONNRESET</error></testcase>
      </testsuite>
      <testsuite name="bad_alias" tests="4" failures="0" errors="0" skipped="2" time="0.160" timestamp="2026-11-22T13:00:00Z" hostname="hs.test">
        <properties>
          <property name="checker" value="matrix-conformance 0.1.0"/>
          <property name="target" value="http://hs.test:8008"/>
          <property name="server" value="Synapse 1.160.0"/>
          <property name="specification" value="Matrix v1.16"/>
          <property name="room version" value="11"/>
          <property name="accounts" value="open registration"/>
          <property name="strict" value="no"/>
          <property name="conclusion" value="does not conform: 1 of 8 scenarios broke a MUST; 1 error, 2 inconclusive."/>
          <property name="mutation score" value="61 of 61 killed"/>
          <property name="null score" value="0 of 348 passed"/>
          <property name="intermittent" value="bad_alias/removal"/>
          <property name="rate limit waits" value="14, 63.0 s"/>
        </properties>
        <testcase classname="matrix-conformance.bad_alias" name="unknown" file="bad_alias.yaml" line="1" time="0.040"><skipped message="The alias was taken" type="advice">requirement: The requirement bad_alias/unknown holds
    id:          bad_alias/unknown (SHOULD, A3, A4)
    section:     https://spec.matrix.org/latest/client-server-api/#put_matrixclientv3roomsroomidstateeventtypestatekey
    reason:      The alias was taken</skipped></testcase>
        <testcase classname="matrix-conformance.bad_alias" name="guests" file="bad_alias.yaml" line="1" time="0.040"><skipped message="Guests are not allowed here" type="unsupported">requirement: The requirement bad_alias/guests holds
    id:          bad_alias/guests (MUST, A3, A4)
    section:     https://spec.matrix.org/latest/client-server-api/#put_matrixclientv3roomsroomidstateeventtypestatekey
    reason:      Guests are not allowed here</skipped></testcase>
        <testcase classname="matrix-conformance.bad_alias" name="removal" file="bad_alias.yaml" line="1" time="0.040"><system-out>requirement: The requirement bad_alias/removal holds
    id:          bad_alias/removal (MUST, A3, A4)
    section:     https://spec.matrix.org/latest/client-server-api/#put_matrixclientv3roomsroomidstateeventtypestatekey
    reason:      No answer within 10 s
    tries:       error, then pass: intermittent</system-out></testcase>
        <testcase classname="matrix-conformance.bad_alias" name="kept" file="bad_alias.yaml" line="1" time="0.040"/>
      </testsuite>
    </testsuites>
    "
  `);
});

test('each verdict is its element: a strict run makes advice a failure', () => {
  const marks = (strict: boolean) => {
    const result = everyVerdict();
    const root = readXml(junit({ ...result, plan: { ...result.plan, strict } }));
    return elementsOf(root, 'testcase').map(
      ({ attributes, children }) => `${attributes.name}: ${children.map(({ name }) => name)}`,
    );
  };
  const lenient = [
    'trailing-slash: failure',
    'read-back: error',
    'two-keys: error',
    'sync: error',
    'unknown: skipped',
    'guests: skipped',
    'removal: system-out',
    'kept: ',
  ];
  expect(marks(false)).toEqual(lenient);
  expect(marks(true)).toEqual(lenient.with(4, 'unknown: failure'));
});

test('the counts are those of the elements', () => {
  const root = readXml(junit(everyVerdict()));
  for (const holder of [root, ...elementsOf(root, 'testsuite')]) {
    expect(holder.attributes).toMatchObject({
      tests: String(elementsOf(holder, 'testcase').length),
      failures: String(elementsOf(holder, 'failure').length),
      errors: String(elementsOf(holder, 'error').length),
      skipped: String(elementsOf(holder, 'skipped').length),
    });
  }
});

test('the host is named without a port, and a target that is no URL breaks nothing', () => {
  const host = (target: string) => {
    const result = runResult([outcome('room_state/a', 'pass')]);
    return readXml(junit({ ...result, plan: { ...result.plan, target } })).attributes.hostname;
  };
  expect(host('http://127.0.0.1:40123')).toBe('127.0.0.1');
  expect(host('the embedded homeserver')).toBe('unknown');
});
