import type { RunResult } from '../model/run-result.ts';
import { visible } from './visible.ts';

/**
 * What a finding was seen with, for whoever reads it far from its run: `matrix-conformance 0.1.0
 * against Synapse 1.160.0, in room version 11`.
 */
export function seenWith({ checker, server }: Pick<RunResult, 'checker' | 'server'>): string {
  const rooms =
    server.roomVersion === '' ? '' : `, in room version ${visible(server.roomVersion, 64)}`;
  const { software } = server;
  const what = software === 'unknown' ? 'a homeserver that gives no name' : visible(software, 100);
  return `${checker.name} ${checker.version} against ${what}${rooms}`;
}
