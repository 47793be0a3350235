// What the tools are shown: one document, and exchanges of which each has one thing wrong, or none.
const json = { 'content-type': 'application/json' };
const error = { errcode: 'M_UNKNOWN_TOKEN', error: 'No' };
export const api = '/_matrix/client/v3';
const text = { type: 'string' };

function answer(schema) {
  return { description: 'It.', content: { 'application/json': { schema } } };
}

function object(properties, required = []) {
  return { type: 'object', required, properties };
}

const roomId = { name: 'roomId', in: 'path', required: true, schema: text };
const timeout = { name: 'timeout', in: 'query', schema: { type: 'integer' } };
const named = { 'application/json': { schema: object({ name: text }) } };
const elsewhere = {
  description: 'Elsewhere.',
  headers: { Location: { required: true, schema: text } },
};

function get(operationId, responses, parameters = []) {
  return { get: { operationId, parameters, responses } };
}

/** One document in one file, as not every tool reads several. */
export const document = {
  openapi: '3.1.0',
  info: { title: 'A part of the client-server API', version: '1' },
  servers: [{ url: `http://localhost:8008${api}` }],
  paths: {
    '/account/whoami': get('getTokenOwner', {
      200: answer(object({ user_id: text }, ['user_id'])),
    }),
    '/broken': get('getBroken', { 200: answer(object({ a: { ...text, pattern: '(' } })) }),
    '/rooms/{roomId}/state': get(
      'getRoomState',
      { 200: answer({ type: 'array', items: object({ type: text }, ['type']) }) },
      [roomId],
    ),
    '/sync': get('sync', { 200: answer(object({ next_batch: text }, ['next_batch'])) }, [timeout]),
    '/createRoom': {
      post: {
        operationId: 'createRoom',
        requestBody: { required: true, content: named },
        responses: { 200: answer(object({ room_id: text }, ['room_id'])) },
      },
    },
    '/sso': get('redirectToSSO', { 302: elsewhere }),
  },
};

const owner = { method: 'GET', path: '/account/whoami', status: 200, headers: json };
const rooms = { method: 'GET', path: '/rooms/!a/state', status: 200, headers: json };
const made = { status: 200, headers: json, body: { room_id: '!a' } };
const room = { method: 'POST', path: '/createRoom', ...made };
const page = { headers: { 'content-type': 'text/html' }, body: '<p>Hello</p>' };
const synced = { method: 'GET', path: '/sync?timeout=soon', status: 200, headers: json };
const batch = { next_batch: 's' };
const entry = { type: 'a', state_key: '' };
const sound = { user_id: '@a:hs.test' };

/** `isSound` are the controls: nothing may be said of them. `isNothing` is no traffic at all. */
export const cases = [
  { name: 'sound: an object', isSound: true, ...owner, body: sound },
  { name: 'sound: a list', isSound: true, ...rooms, body: [entry] },
  { name: 'sound: a request with a body', isSound: true, ...room, sent: { name: 'Tea' } },
  { name: 'sound: a query', isSound: true, ...synced, path: '/sync?timeout=5', body: batch },
  { name: 'a member is missing', ...owner, body: {} },
  { name: 'a member has another type', ...owner, body: { user_id: 7 } },
  {
    name: 'one entry of a list lacks a member',
    ...rooms,
    body: [entry, { ...entry, type: undefined }],
  },
  { name: 'a 401 that is not documented', ...owner, status: 401, body: error },
  { name: 'the same, and no standard error', ...owner, status: 401, body: {} },
  { name: 'a 422 that is not documented', ...owner, status: 422, body: error },
  { name: 'a page of HTML with 200', ...owner, ...page },
  { name: 'JSON that is broken', ...owner, body: '{"user_id": "@a' },
  { name: 'no content-type', ...owner, headers: {}, body: sound },
  {
    name: 'a header that has to be there is not',
    ...owner,
    path: '/sso',
    status: 302,
    headers: {},
    body: '',
  },
  { name: 'a breakdown', ...owner, ...page, status: 500 },
  { name: 'a schema that does not compile', ...owner, path: '/broken', body: { a: 7 } },
  { name: 'an operation that no document has', ...owner, path: '/nonsense', body: {} },
  { name: 'a request body that is wrong', ...room, sent: { name: 7 } },
  { name: 'a query parameter that is wrong', ...synced, body: batch },
  { name: 'nothing at all', isNothing: true },
].map((one) => (one.isNothing ? one : { ...one, path: api + one.path }));
