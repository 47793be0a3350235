/** Ends of event types that mean something in a URL, or lead elsewhere in one. */
export const typeEnds: readonly string[] = [
  ['/a', '/b', '//a', '/../a', '?a', '#a', ' a', '+a', '%2Fa', '%20a', '%', ';a', '&a=b', '\\a'],
  [':a', '*', '"a', '🦊'],
].flat();

/** Keys that mean something in a URL, and what some of them are where they are misread. */
export const keys: readonly string[] = [
  ['', 'a', 'b', 'a/b', 'a//b', 'a/', '/a', 'a+b', 'a b', '+', ' a ', 'a\u00a0b', '?', '#', '%'],
  ['a%2Fb', 'a%20b', 'a%2Bb', '%61', 'a%b', 'a?b=c', 'a#b', 'a&b=c', '(a)'],
  ['a;b', 'a=b', 'a"b*', "a'b", 'a:b', 'a@b', '<a>', 'a\\b', 'a|b{c}[d]^e`'],
  ['\u200fa', '🦊', '👩\u200d👧', '日本'],
].flat();

/** What leads elsewhere where a path is read as that of a file: to the folder, or a step up. */
export const steps: readonly string[] = [
  ...['...', 'a/../b', './a', '../a', 'a/..', 'a/.', '.', '..'],
];
