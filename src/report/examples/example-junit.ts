import type { ExamplesResult } from '../../model/example-finding.ts';
import { markElement, type Testcase } from '../testcase.ts';
import { fitted } from '../testcase-body.ts';
import type { TestcaseNames } from '../testcase-names.ts';
import { visible } from '../visible.ts';
import { element, nested } from '../xml.ts';
import { exampleConclusion, uncheckedSentences } from './example-conclusion.ts';
import { exampleClassname, exampleNames } from './example-names.ts';
import { exampleTestcase } from './example-testcase.ts';

function properties(result: ExamplesResult): string {
  const { checker, checked, known, gone } = result;
  const { files, examples, schemas, operations } = checked;
  const all = {
    checker: `matrix-conformance ${checker.version}`,
    ...{ files, examples, schemas, operations },
    conclusion: exampleConclusion(result),
    'known to the baseline': known,
    'gone from the baseline': gone.join(' ') || 'none',
  };
  const written = Object.entries(all).map(([name, value]) =>
    element('property', { name, value: visible(String(value)) }),
  );
  return element('properties', {}, nested(written, 3));
}

/** A rule that found nothing. */
function passed(rule: string): Testcase {
  const names = { classname: exampleClassname(rule), name: 'no findings' };
  const xml = element('testcase', { ...names, time: '0.000' });
  return { mark: undefined, durationMs: 0, xml };
}

/** Something that could not be checked: red, or a CI would show it as checked. */
function error(sentence: string, names: TestcaseNames): Testcase {
  const body = fitted([{ label: 'not checked', text: sentence }]);
  const inside = markElement('error', { message: sentence, type: 'unchecked', body });
  const xml = element('testcase', { ...names, time: '0.000' }, inside);
  return { mark: 'error', durationMs: 0, xml };
}

function testcases(result: ExamplesResult): readonly Testcase[] {
  const { findings, rules, unchecked } = result;
  const finds = new Map(rules.map((rule) => [rule.id, rule.finds]));
  const broken = new Set(findings.map(({ rule }) => rule));
  const names = exampleNames();
  const missing = uncheckedSentences(result);
  // Where nothing was checked, no rule passed.
  const isNothing = missing.length > unchecked.length;
  const silent = isNothing ? [] : rules.filter(({ id }) => !broken.has(id));
  return [
    ...findings.map((one) => {
      const { rule, file, pointer, fingerprint } = one;
      return exampleTestcase(one, names(rule, `${file}#${pointer}`, fingerprint), finds.get(rule));
    }),
    ...silent.map(({ id }) => passed(id)),
    ...missing.map((sentence) => error(sentence, names('unchecked', sentence))),
  ];
}

/**
 * What came of checking examples as JUnit XML, for a CI: one `testsuite`, one failed `testcase` a
 * finding, one that passed for each rule that found nothing, and an `error` for each thing that
 * could not be checked.
 */
export function exampleJunit(result: ExamplesResult): string {
  const cases = testcases(result);
  const marked = (mark: Testcase['mark']) => cases.filter((one) => one.mark === mark).length;
  const counts = {
    tests: cases.length,
    failures: marked('failure'),
    errors: marked('error'),
    skipped: marked('skipped'),
    time: (result.milliseconds / 1000).toFixed(3),
    // ISO 8601 to the second. Azure DevOps asks for a host, and there is none but this one.
    timestamp: result.startedAt.replace(/\.\d+/, ''),
    hostname: 'localhost',
  };
  const children = [properties(result), ...cases.map(({ xml }) => xml)];
  const suite = element('testsuite', { name: 'examples', ...counts }, nested(children, 2));
  const root = element('testsuites', { name: 'matrix-conformance', ...counts }, nested([suite], 1));
  return `<?xml version="1.0" encoding="UTF-8"?>\n${root}\n`;
}
