import type { ExamplePlace } from '../../model/example-finding.ts';
import { visible } from '../visible.ts';

/** A place as editors and terminals make it clickable: `api/rooms.yaml:43:29`, safe to print. */
export function placeText({ file, line, column }: ExamplePlace): string {
  return `${visible(file, 1000)}:${line}:${column}`;
}
