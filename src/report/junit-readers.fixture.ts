import { elementsOf, readXml, type XmlElement } from './xml-document.fixture.ts';

/** A testcase as a reader shows it. */
export interface Shown {
  readonly group: string;
  readonly name: string;
  readonly status: 'passed' | 'failed' | 'error' | 'skipped';
  /** What is shown of why. */
  readonly text?: string | undefined;
  readonly file?: string | undefined;
  readonly line?: number | undefined;
}

const marks = ['failure', 'error', 'skipped'] as const;
const words = { failure: 'failed', error: 'error', skipped: 'skipped' } as const;

function marked(one: XmlElement) {
  for (const mark of marks) {
    const found = one.children.find(({ name }) => name === mark);
    if (found !== undefined) return { status: words[mark], found };
  }
  return { status: 'passed' as const, found: undefined };
}

function cases(text: string): readonly XmlElement[] {
  return elementsOf(readXml(text), 'testcase');
}

/** Groups by classname, shows the body, and keeps one of several of a name. */
function gitlab(text: string): readonly Shown[] {
  const seen = new Map<string, Shown>();
  for (const one of cases(text)) {
    const { classname: group = '', name = '', file } = one.attributes;
    const { status, found } = marked(one);
    seen.set(`${group}\n${name}`, { group, name, status, text: found?.text, file });
  }
  return [...seen.values()];
}

/** Package and class by the last dot; the message above the body. Skipped wins over all. */
function jenkins(text: string): readonly Shown[] {
  return cases(text).map((one) => {
    const { classname = '', name = '' } = one.attributes;
    const skipped = one.children.find(({ name }) => name === 'skipped');
    const error = one.children.find(({ name }) => name === 'error' || name === 'failure');
    const found = skipped ?? error;
    const status = skipped ? 'skipped' : error ? 'failed' : 'passed';
    const dot = classname.lastIndexOf('.');
    return { group: classname.slice(0, dot), name, status, text: found?.attributes.message };
  });
}

/** Where no file and line are named it looks for a place in the body, and takes the last. */
function actionJunitReport(text: string): readonly Shown[] {
  return cases(text).map((one) => {
    const { classname = '', name = '', file, line } = one.attributes;
    const { status, found } = marked(one);
    const fileName = file ?? classname.split('.').at(-1) ?? '';
    const [guess] =
      found?.text.match(new RegExp(` [^ ]*${fileName}.*?:\\d+`, 'g'))?.slice(-1) ?? [];
    const at = Number(line ?? guess?.split(':').at(-1) ?? 1);
    const message = found?.attributes.message;
    return { group: classname, name, status, text: message, file: fileName, line: at };
  });
}

/** Counts children itself; takes a place from lines such as `  at a.B.c(File.java:12)` alone. */
function testReporter(text: string): readonly Shown[] {
  return cases(text).map((one) => {
    const { classname: group = '', name = '' } = one.attributes;
    const { status, found } = marked(one);
    const [, file] = /^\s+at\s+\S+\((.*):(\d+)\)$/m.exec(found?.text ?? '') ?? [];
    const red = status === 'error' ? 'failed' : status;
    return { group, name: name.trim(), status: red, text: found?.attributes.message, file };
  });
}

/** Takes no more than 512 characters of class and name. */
function azure(text: string): readonly Shown[] {
  const root = readXml(text);
  for (const suite of elementsOf(root, 'testsuite')) {
    const { timestamp = '', hostname = '' } = suite.attributes;
    if (Number.isNaN(Date.parse(timestamp)) || hostname === '') throw new Error('no run');
  }
  return cases(text).map((one) => {
    const { classname = '', name = '' } = one.attributes;
    const whole = `${classname}.${name}`;
    if (whole.length > 512) throw new Error(`a name of ${whole.length} characters`);
    const { status, found } = marked(one);
    return { group: classname, name, status, text: found?.attributes.message };
  });
}

/** CircleCI and Buildkite: a file, or a class, and a name. */
function circle(text: string): readonly Shown[] {
  return cases(text).map((one) => {
    const { classname = '', name = '', file } = one.attributes;
    if (name === '' || (classname === '' && file === undefined)) throw new Error('no name');
    const { status, found } = marked(one);
    return { group: file ?? classname, name, status, text: found?.attributes.message };
  });
}

/** What each system that reads JUnit makes of a file; as far as its rules were read. */
export const junitReaders = {
  GitLab: gitlab,
  Jenkins: jenkins,
  'mikepenz/action-junit-report': actionJunitReport,
  'dorny/test-reporter': testReporter,
  'Azure DevOps': azure,
  'CircleCI and Buildkite': circle,
} as const;
