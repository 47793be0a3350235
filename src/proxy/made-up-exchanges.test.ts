import { createHash } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { createDice, makeUpExchange } from './made-up-exchange.fixture.ts';
import { playTwice } from './proxy.fixture.ts';
import type { Wire } from './wire.fixture.ts';

/** Says it in pieces of any size, so that heads and chunks are split anywhere. */
async function sayInPieces(wire: Wire, bytes: Buffer, dice: () => number): Promise<void> {
  for (let at = 0; at < bytes.length; ) {
    const size =
      1 + Math.floor(dice() ** 4 * (dice() < 0.5 && bytes.length < 200_000 ? 300 : 100_000));
    await wire.say(bytes.subarray(at, at + size));
    at += size;
    if (dice() < 0.02) await new Promise(setImmediate);
  }
}

describe('made-up exchanges', () => {
  test.each(Array.from({ length: 40 }, (_, seed) => seed))(
    'seed %i arrives byte for byte on both sides, and is told as it was',
    async (seed) => {
      const dice = createDice(seed);
      const count = 1 + Math.floor(dice() * 6);
      const largest = seed % 10 === 9 ? 3_000_000 : 60_000;
      const exchanges = Array.from({ length: count }, () => makeUpExchange(dice, largest));
      const arePipelined = seed % 2 === 0;
      const { direct, passed, proxy } = await playTwice({
        async client(wire) {
          const pieces = createDice(seed + 1000);
          let heard = 0;
          for (const { request, answer } of exchanges) {
            const named = request.toString('latin1').replace('Host: hs', `Host: ${wire.host}`);
            await sayInPieces(wire, Buffer.from(named, 'latin1'), pieces);
            heard += answer.length;
            if (!arePipelined) await wire.hearBytes(heard);
          }
          wire.end();
          await wire.hearEnd();
        },
        async origin(wire) {
          const pieces = createDice(seed + 2000);
          const [, host = ''] = /Host: (.*)/.exec(await firstHead(wire)) ?? [];
          let heard = 0;
          for (const { request, answer } of exchanges) {
            heard += request.length + host.length - 'hs'.length;
            await wire.hearBytes(heard);
            await sayInPieces(wire, answer, pieces);
          }
          await wire.hearEnd();
          wire.end();
        },
      });
      expect(passed).toEqual(direct);
      expect(direct.client.bytes).toBe(
        exchanges.reduce((sum, { answer }) => sum + answer.length, 0),
      );
      const told = proxy.exchanges.map(({ method, url, status, request, response }) => ({
        method,
        url,
        status,
        requestBody: digest(request.body) ?? request.missing,
        answerBody: digest(response.body) ?? response.missing,
      }));
      const large = (body: Buffer) =>
        body.length > 1024 * 1024 ? 'is larger than 1048576 bytes' : digest(body);
      expect(told).toEqual(
        exchanges.map(({ method, url, status, requestBody, answerBody }) => ({
          method,
          url,
          status,
          requestBody: large(requestBody),
          answerBody: large(answerBody),
        })),
      );
      expect(proxy.troubles).toEqual([]);
    },
  );
});

function digest(body: Uint8Array | undefined): string | undefined {
  return body && `${body.length} bytes: ${createHash('sha256').update(body).digest('hex')}`;
}

async function firstHead(wire: Wire): Promise<string> {
  await wire.hear('\r\n\r\n');
  return wire.heard;
}
