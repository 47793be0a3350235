import { expect, test } from 'vitest';
import { everyVerdict } from './every-verdict.fixture.ts';
import { json } from './json.ts';
import { outcome, runResult } from './report.fixture.ts';

test('a small run is told to the letter', () => {
  expect(json(runResult([outcome('room_state/read-back', 'pass')]))).toMatchInlineSnapshot(`
    "{
      "formatVersion": 1,
      "checker": {
        "name": "matrix-conformance",
        "version": "0.1.0"
      },
      "target": "http://hs.test:8008",
      "server": {
        "accounts": "open registration",
        "defaultRoomVersion": "10",
        "roomVersion": "11",
        "roomVersions": [
          "10",
          "11",
          "12"
        ],
        "software": "Synapse 1.160.0",
        "versions": [
          "v1.1",
          "v1.11",
          "v1.12"
        ]
      },
      "specification": "Matrix v1.16",
      "exitCode": 0,
      "interrupted": false,
      "problems": [],
      "counts": {
        "advice": 0,
        "error": 0,
        "fail": 0,
        "inconclusive": 0,
        "pass": 1,
        "unsupported": 0
      },
      "mutationScore": 1,
      "nullScore": 0,
      "plan": {
        "target": "http://hs.test:8008",
        "specification": "Matrix v1.16",
        "concurrency": 8,
        "operations": 2,
        "strict": false,
        "timeoutSeconds": 10
      },
      "proof": {
        "checker": "0.1.0",
        "mutants": {
          "killed": 61,
          "total": 61
        },
        "nulls": {
          "passed": 0,
          "total": 348
        }
      },
      "startedAt": "2026-11-22T13:00:00.123Z",
      "durationMs": 4200,
      "exchanges": 312,
      "rateLimit": {
        "waitedMs": 0,
        "waits": 0
      },
      "outcomes": [
        {
          "id": "room_state/read-back",
          "verdict": "pass",
          "level": "MUST",
          "title": "The requirement room_state/read-back holds",
          "section": "client-server-api/#put_matrixclientv3roomsroomidstateeventtypestatekey",
          "rows": [
            "A3",
            "A4"
          ],
          "suite": "room_state",
          "reason": "",
          "durationMs": 40,
          "intermittent": false,
          "tries": [
            {
              "verdict": "pass",
              "reason": "",
              "durationMs": 40,
              "exchanges": [],
              "checks": 1,
              "notes": [],
              "violations": []
            }
          ]
        }
      ]
    }
    "
  `);
});

test('the whole result is in it, with the names that programs look for at the top', () => {
  const result = everyVerdict();
  expect(JSON.parse(json(result))).toEqual({
    formatVersion: 1,
    ...result,
    target: 'http://hs.test:8008',
    specification: 'Matrix v1.16',
    mutationScore: 1,
    nullScore: 0,
  });
});

test('the order of names does not depend on how the result was built', () => {
  const result = everyVerdict();
  const reversed = Object.fromEntries(Object.entries(result).reverse());
  expect(json({ ...result, ...reversed })).toBe(json(result));
  const backwards = { ...reversed } as unknown as typeof result;
  expect(json(backwards)).toBe(json(result));
});

test('hostile texts survive as escapes, and a name such as __proto__ is only a name', () => {
  const reason = '\u001b[31m\0\u007f\u009b\u2028\u202e\ufffe\ud800\u{e0001} 🫖 \n';
  const written = json(runResult([outcome('room_state/a', 'fail', { reason })]));
  expect(written).not.toMatch(/(?!\n)[\p{C}\p{Zl}\p{Zp}]/u);
  expect(written).toContain('\\u202e\\ufffe\\ud800\\udb40\\udc01 🫖 \\n');
  expect(JSON.parse(written)).toMatchObject({ outcomes: [{ reason }] });
  const named = JSON.parse('{"__proto__":1}') as Record<string, number>;
  const odd = { ...runResult([]), odd: named };
  expect(json(odd)).toContain('"__proto__": 1');
});

test('without a proof, and with an empty one, the scores are unknown, not good', () => {
  const { proof: _proof, ...bare } = runResult([]);
  expect(JSON.parse(json(bare))).toMatchObject({ mutationScore: null, nullScore: null });
  const proof = {
    checker: '0.1.0',
    mutants: { killed: 0, total: 0 },
    nulls: { passed: 0, total: 0 },
  };
  expect(JSON.parse(json({ ...bare, proof }))).toMatchObject({
    mutationScore: null,
    nullScore: null,
  });
});

test('the file ends with a line feed', () => {
  expect(json(runResult([]))).toMatch(/\}\n$/);
});
