import { bareTarget } from './bare-target.ts';
import { UsageError } from './usage-error.ts';

/** The value of `--target`. @throws UsageError for what is no URL, or would show a password. */
export function readTarget(text: string): string {
  // Checked first: what is said below repeats the text.
  if (text.includes('@')) {
    throw new UsageError('--target may not hold a user name or a password: reports show it.');
  }
  const url = URL.canParse(text) ? new URL(text) : undefined;
  if (url === undefined || !['http:', 'https:'].includes(url.protocol)) {
    throw new UsageError(`--target ${text} is no URL: http://localhost:8008 is one.`);
  }
  return bareTarget(text);
}
