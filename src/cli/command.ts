/** What the program can be told to do. */
export const commands = [
  'run',
  'regrade',
  'check',
  'proxy',
  'doctor',
  'list',
  'examples',
  'compare',
  'homeserver',
  'self-test',
  'help',
  'version',
] as const;

export type CommandName = (typeof commands)[number];

/** The command of a command line, and what follows it; without a command it is `run`. */
export function commandOf(argv: readonly string[]): { name: CommandName; rest: string[] } {
  const [first, ...rest] = argv;
  // What follows `--` is no option of ours.
  const options = argv.slice(0, argv.includes('--') ? argv.indexOf('--') : argv.length);
  if (options.includes('--help') || options.includes('-h')) return { name: 'help', rest: [] };
  if (first === '--version' || first === '-V') return { name: 'version', rest: [] };
  const name = commands.find((command) => command === first);
  return name === undefined ? { name: 'run', rest: [...argv] } : { name, rest };
}
