import { isRecord, memberOf } from '../client/answer.ts';
import { converse } from '../client/converse.ts';
import { Deadline } from '../client/deadline.ts';
import type { BareGround } from './bare-ground.ts';

/** A server that has no federation may well not answer: then it stays unknown after this, in ms. */
const patienceMs = 5000;

/**
 * What the homeserver calls itself, `Synapse 1.160.0`, or `unknown`: for the report only.
 * Server-Server API, `GET /_matrix/federation/v1/version`.
 */
export async function findSoftware(ground: BareGround): Promise<string> {
  const deadline = new Deadline(Math.min(ground.timeoutMs, patienceMs), ground.signal);
  try {
    const path = '/_matrix/federation/v1/version';
    const request = { method: 'GET', path, headers: { accept: 'application/json' } };
    const { answer } = await converse({ ...ground, deadline }, request);
    const server = answer === undefined ? undefined : memberOf(answer, 'server');
    if (!isRecord(server) || typeof server.name !== 'string') {
      return named(ground, answer?.headers.server);
    }
    const version = typeof server.version === 'string' ? ` ${server.version}` : '';
    return ground.redactor.cleanHead(server.name + version, 100);
  } finally {
    deadline.end();
  }
}

/** Where it has no federation, its `Server` header may say: `Synapse/1.160.0`. */
function named(ground: BareGround, header: string | undefined): string {
  if (header === undefined || header.trim() === '') return 'unknown';
  return ground.redactor.cleanHead(header.replace('/', ' '), 100);
}
