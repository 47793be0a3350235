import { expect, test } from 'vitest';
import type { Diagnosis } from '../model/diagnosis.ts';
import { diagnosisText } from './diagnosis-text.ts';

const diagnosis: Diagnosis = {
  target: 'http://hs.test',
  software: 'Synapse 1.163.2',
  isReady: false,
  canBegin: false,
  findings: [
    { check: 'the client API', state: 'good', said: 'It answers, and advertises v1.1 to v1.12.' },
    {
      ...{ check: 'users by open registration', state: 'bad' },
      said: 'registration is not offered: 403 M_FORBIDDEN (Registration \u001b[31mhas been disabled).',
      answered: {
        ...{ request: 'POST http://hs.test/_matrix/client/v3/register', answer: '403 M_FORBIDDEN' },
        body: '{"errcode":"M_FORBIDDEN"}\u0007',
      },
      recipes: [
        {
          ...{ title: 'Anybody may register', where: 'homeserver.yaml of Synapse' },
          lines: ['enable_registration: true', 'enable_registration_without_verification: true'],
        },
        { title: 'By secret', where: 'a.yaml', lines: ['secret: x'], also: 'Restart it.' },
      ],
    },
  ],
};

test('each thing is told with what was said and what to write, and last whether a run can begin', () => {
  expect(diagnosisText(diagnosis, { color: false, width: 80 })).toMatchInlineSnapshot(`
    "http://hs.test (Synapse 1.163.2)
      ✓ the client API: It answers, and advertises v1.1 to v1.12.
      ✗ users by open registration: registration is not offered: 403 M_FORBIDDEN
        (Registration \\u001b[31mhas been disabled).
        asked     POST http://hs.test/_matrix/client/v3/register
        answer    403 M_FORBIDDEN
        body      {"errcode":"M_FORBIDDEN"}\\u0007
        Any one of these will do.
        Anybody may register, in homeserver.yaml of Synapse:
            enable_registration: true
            enable_registration_without_verification: true
        or
        By secret, in a.yaml:
            secret: x
          Restart it.
    A run cannot begin: what is marked ✗ is in its way.
    "
  `);
});

test('without anything bad a run can begin, and what hampers it is told', () => {
  const [good] = diagnosis.findings;
  const told = (state: 'good' | 'note') =>
    diagnosisText(
      { ...diagnosis, isReady: true, findings: good === undefined ? [] : [{ ...good, state }] },
      { color: false, width: 80 },
    );
  expect(told('good')).toMatch(/\nA run can begin\.\n$/);
  expect(told('note')).toMatch(/\nA run can begin; what is marked ~ hampers it\.\n$/);
});

test('what is bad for some scenarios alone is not said to keep a run from beginning', () => {
  const look = { color: false, width: 120 };
  expect(diagnosisText({ ...diagnosis, canBegin: true }, look)).toMatch(
    /\nA run can begin, and cannot say whether the homeserver conforms: what is marked ✗ is in its way\.\n$/,
  );
});
