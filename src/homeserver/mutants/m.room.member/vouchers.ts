import type { Homeserver } from '../../homeserver.ts';
import { stateEvent } from '../../rooms/room-state.ts';
import { changeReply } from '../change-reply.ts';
import { changePut } from './change-put.ts';
import { draftOf } from './draft-of.ts';
import { faults } from './faults.ts';
import { forbid } from './forbid.ts';

const foreign = 'who-authorised-a-join-is-no-matter-of-another-server';
const voucher = 'join_authorised_via_users_server';

/** Faults in who is to have authorised a membership. */
export const voucherMutants = faults([
  [
    'another-server-authorises-a-join',
    'A join is stored with the user of another server who is to have authorised it.',
    foreign,
    (homeserver) => keepVoucher(homeserver, 'join'),
  ],
  [
    'another-server-authorises-a-kick',
    'A kick is stored with the user of another server who is to have authorised it.',
    foreign,
    (homeserver) => keepVoucher(homeserver, 'leave'),
  ],
  [
    'who-was-kicked-with-a-voucher-is-not-banned',
    'Who was kicked by an event that names another server cannot be banned.',
    foreign,
    (homeserver) => {
      changePut(
        homeserver,
        ({ content }) => typeof content[voucher] === 'string' && content.membership === 'leave',
        (content) => ({ ...content, named: true }),
      );
      forbid(
        homeserver,
        ({ content, stateKey }, room) =>
          content.membership === 'ban' &&
          stateEvent(room.state, 'm.room.member', stateKey)?.content.named === true,
      );
    },
  ],
]);

function keepVoucher(homeserver: Homeserver, to: string): void {
  changeReply(homeserver, 'setRoomStateWithKey', (reply, call) => {
    const put = draftOf(homeserver, call);
    const event = put && stateEvent(put.room.state, 'm.room.member', put.event.stateKey);
    const named = call.body[voucher];
    const isForeign = typeof named === 'string' && !named.endsWith(`:${homeserver.name}`);
    if (event && isForeign && call.body.membership === to) event.content = call.body;
    return reply;
  });
}
