import { describe, expect, test } from 'vitest';
import { Conversation } from './conversation.ts';
import { KeptBytes } from './kept-bytes.ts';
import { createDice } from './made-up-exchange.fixture.ts';
import { PassingExchange } from './passing-exchange.ts';

/** A conversation with so many bytes, and what it told. */
function converse(bytes: number) {
  const keptBytes = new KeptBytes(bytes);
  const told: string[] = [];
  const notJudged: [string, number][] = [];
  const conversation = new Conversation({
    onExchange: ({ url }) => told.push(url),
    onNotJudged: (why, count) => notJudged.push([why, count]),
  });
  const begin = (url: string, length = 100) => {
    const head = { method: 'PUT', url, headers: {}, length };
    conversation.begin(new PassingExchange(head, { largestKept: 5000, keptBytes }));
  };
  return { conversation, begin, told, notJudged, keptBytes };
}

const tooMuch = 'too much was asked at once on its connection';

describe('a conversation', () => {
  test.each(Array.from({ length: 60 }, (_, seed) => seed))(
    'of any course tells of each exchange once, and holds nothing at its end (seed %i)',
    (seed) => {
      const dice = createDice(seed);
      const { conversation, begin, told, notJudged, keptBytes } = converse(dice() * 100_000);
      let begun = 0;
      let others = 0;
      const ask = () => {
        if (conversation.asking === undefined) begin(`/${begun++}`, Math.floor(dice() * 5000));
      };
      const moves = [
        ask,
        ask,
        () => conversation.asking?.requestBody.add(Buffer.alloc(dice() * 2000)),
        () => conversation.asked(),
        () => conversation.answering?.answer(200, {}),
        () => conversation.answering?.answerBody?.add(Buffer.alloc(dice() * 2000)),
        () => conversation.answered(),
        () => {
          if (dice() > 0.02) return;
          const more = dice() < 0.5 ? 1 : 0;
          others += more;
          conversation.lose(undefined, more);
        },
        () => {
          if (dice() < 0.02) conversation.end();
        },
      ];
      for (let n = 0; n < 300; n += 1) moves[Math.floor(dice() * moves.length)]?.();
      expect(keptBytes.taken).toBeGreaterThanOrEqual(0);
      conversation.end();
      conversation.lose();
      conversation.end();
      expect(keptBytes.taken).toBe(0);
      expect(new Set(told).size).toBe(told.length);
      const left = notJudged.reduce((sum, [, count]) => sum + count, 0);
      expect(told.length + left).toBe(begun + others);
    },
  );

  test('that has ended tells what is asked then as not answered', () => {
    const { conversation, begin, told, notJudged } = converse(1e6);
    conversation.end();
    begin('/late');
    expect({ told, notJudged }).toEqual({ told: ['/late'], notJudged: [] });
  });

  test('waits for what was asked alone even if there are no bytes left', () => {
    const { conversation, begin, told, keptBytes } = converse(0);
    begin('/alone');
    conversation.asked();
    conversation.answered();
    expect(told).toEqual(['/alone']);
    expect(keptBytes.taken).toBe(0);
  });

  test('is lost where heads that wait for answers find no bytes left', () => {
    const { conversation, begin, told, notJudged, keptBytes } = converse(200_000);
    for (let n = 0; n < 5; n += 1) begin(`/${n}`, 60_000);
    expect(notJudged).toEqual([
      [tooMuch, 4],
      [tooMuch, 1],
    ]);
    expect(keptBytes.taken).toBe(0);
    conversation.end();
    expect(told).toEqual([]);
  });
});
