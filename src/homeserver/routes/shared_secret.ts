import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto';
import { createAccount, freeUserId } from '../accounts/create-account.ts';
import { logIn } from '../accounts/log-in.ts';
import type { Homeserver } from '../homeserver.ts';
import { type Call, ok, type Reply } from '../http/call.ts';
import { MatrixError } from '../http/matrix-error.ts';
import type { Route } from '../http/route.ts';

const path = '/_synapse/admin/v1/register';

/** Registration with a shared secret: no part of the specification, but offered by several homeservers. */
export const sharedSecretRoutes = (): readonly Route[] => [
  {
    operationId: 'sharedSecretNonce',
    method: 'GET',
    paths: [path],
    access: 'open',
    body: 'none',
    handle: giveNonce,
  },
  {
    operationId: 'sharedSecretRegister',
    method: 'POST',
    paths: [path],
    access: 'open',
    body: 'required',
    handle: registerWithSecret,
  },
];

function giveNonce(_call: Call, homeserver: Homeserver): Reply {
  if (homeserver.registration.sharedSecret === undefined) throw homeserver.wire.unknownPath(path);
  const nonce = randomBytes(16).toString('hex');
  homeserver.nonces.add(nonce);
  return ok({ nonce });
}

function registerWithSecret(call: Call, homeserver: Homeserver): Reply {
  const { sharedSecret } = homeserver.registration;
  if (sharedSecret === undefined) throw homeserver.wire.unknownPath(path);
  const { nonce, username, password, admin, mac } = call.body;
  for (const [name, value] of Object.entries({ nonce, username, password, mac })) {
    if (typeof value !== 'string') {
      throw new MatrixError(400, 'M_BAD_JSON', `${name} must be specified`);
    }
  }
  if (!homeserver.nonces.delete(String(nonce))) {
    throw new MatrixError(400, 'M_UNKNOWN', 'unrecognised nonce');
  }
  const role = admin === true ? 'admin' : 'notadmin';
  const expected = createHmac('sha1', sharedSecret)
    .update([nonce, username, password, role].join('\0'))
    .digest();
  const given = Buffer.from(String(mac), 'hex');
  if (given.length !== expected.length || !timingSafeEqual(given, expected)) {
    throw new MatrixError(403, 'M_FORBIDDEN', 'HMAC incorrect');
  }
  const userId = freeUserId(homeserver, username);
  createAccount(homeserver, userId, String(password));
  return ok(logIn(homeserver, userId));
}
