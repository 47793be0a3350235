// A homeserver that has one small answer and one large one, as fast as node:http gives them.
import { createServer } from 'node:http';

const sync = Buffer.from(
  JSON.stringify({
    next_batch: 's72595_4483_1934',
    rooms: {
      join: {
        '!726s6s6q:example.org': {
          state: { events: [] },
          ephemeral: { events: [] },
          account_data: { events: [] },
          timeline: {
            limited: false,
            prev_batch: 't34-23535_0_0',
            events: Array.from({ length: 3 }, (_, index) => ({
              type: 'm.room.message',
              event_id: `$${index}YUwRidLecu0vLMR6kKlmqEwQpWQ1CNcBQRrRRXWvxTY`,
              sender: '@alice:example.org',
              origin_server_ts: 1_432_735_824_653 + index,
              content: { msgtype: 'm.text', body: `This is message ${index}.` },
              unsigned: { age: 1234 },
            })),
          },
        },
      },
    },
  }),
);
const media = Buffer.alloc(1024 * 1024, 'matrix');

const server = createServer((request, response) => {
  const isMedia = request.url?.includes('/media/') === true;
  const body = isMedia ? media : sync;
  response.writeHead(200, {
    'Content-Type': isMedia ? 'image/png' : 'application/json',
    'Content-Length': body.length,
  });
  response.end(body);
});
server.keepAliveTimeout = 0;
server.listen(0, '127.0.0.1', () => process.send?.(`http://127.0.0.1:${server.address().port}`));
process.once('disconnect', () => process.exit());
