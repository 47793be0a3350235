import { expect, test } from 'vitest';
import { visit } from '../visit.fixture.ts';

const annotation = (event_id: string, key: unknown = 'yes', rel_type = 'm.annotation') => ({
  'm.relates_to': { rel_type, event_id, key },
});

async function scene() {
  const { register } = await visit();
  const [alice, bob] = [await register('alice'), await register('bob')];
  const room = await alice.opens({
    power_level_content_override: { events: { 'org.a': 0, 'org.b': 0 } },
  });
  await bob.ask('POST', `${room}/join`);
  const target = (await alice.ask('PUT', `${room}/state/org.a/target`)).body.event_id;
  const put = (who: typeof alice, path: string, content: ReturnType<typeof annotation>) =>
    who.ask('PUT', `${room}/state/${path}`, content);
  const first = (await put(alice, 'org.a/first', annotation(target))).body.event_id;
  return { alice, bob, room, target, first, put };
}

test('one user annotates an event once with a key, by events of one type', async () => {
  const { alice, target, put } = await scene();
  const { status, body } = await put(alice, 'org.a/second', annotation(target));
  expect([status, body.errcode]).toEqual([400, 'M_DUPLICATE_ANNOTATION']);
  expect((await put(alice, 'org.a/first', annotation(target))).status).toBe(200);
});

test('another key, sender, type, event or relation makes another annotation, or none', async () => {
  const { alice, bob, target, first, put } = await scene();
  for (const [who, path, content] of [
    [alice, 'org.a/second', annotation(target, 'no')],
    [bob, 'org.a/second', annotation(target)],
    [alice, 'org.b/second', annotation(target)],
    [alice, 'org.a/third', annotation(first)],
    [alice, 'org.a/fourth', annotation(target, 'yes', 'm.reference')],
    [alice, 'org.a/fifth', annotation(target, 7)],
    [alice, 'org.a/sixth', annotation(target, 7)],
    [alice, 'org.a/seventh', annotation('$unknown')],
    [alice, 'org.a/eighth', annotation('$unknown')],
  ] as const) {
    expect((await put(who, path, content)).status).toBe(200);
  }
});

test('once the first is redacted, it may be made again', async () => {
  const { alice, room, target, first, put } = await scene();
  await alice.ask('PUT', `${room}/redact/${first}/1`);
  expect((await put(alice, 'org.a/second', annotation(target))).status).toBe(200);
});
