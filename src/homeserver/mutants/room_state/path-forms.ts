import type { Homeserver } from '../../homeserver.ts';
import type { Route } from '../../http/route.ts';
import { isCustom } from '../is-custom.ts';
import { killedBy } from '../killed-by.ts';
import type { Mutant } from '../mutant.ts';
import { routeOf } from '../route-of.ts';
import { needNoToken } from './need-no-token.ts';
import { type PathForm, requestUnderWay } from './request-under-way.ts';

const put = 'setRoomStateWithKey';
/** A fault of all paths is one of paths with a key, too: those are elsewhere. */
const forms: readonly PathForm[] = ['with the slash', 'without the slash'];

/** Asks for no power where a path has a form. */
function needNoPower(homeserver: Homeserver, form: PathForm): void {
  const request = requestUnderWay(homeserver);
  const { requiredPower } = homeserver.rules;
  homeserver.rules.requiredPower = (event, room) =>
    request.form === form && isCustom(event.type) && request.operationId === put
      ? undefined
      : requiredPower(event, room);
}

/** Takes another method for a PUT where a path has a form. */
function takeAsPut(homeserver: Homeserver, method: 'POST' | 'DELETE', form: PathForm): void {
  const sound = routeOf(homeserver, put);
  const request = requestUnderWay(homeserver);
  const handle: Route['handle'] = (call, on) => {
    if (request.form !== form) throw homeserver.wire.wrongMethod(method, '');
    return sound.handle(call, on);
  };
  homeserver.routes.push({ ...sound, method, handle });
}

function named(form: PathForm): string {
  return form.replaceAll(' ', '-');
}

/** Faults of one way to write the path of an entry: it goes past what guards the others. */
export const pathFormMutants: readonly Mutant[] = forms.flatMap((form): readonly Mutant[] => [
  {
    id: `no-power-is-asked-for-${named(form)}`,
    fault: `A PUT to a path ${form} asks for no power.`,
    killedBy: killedBy('room_state', 'a-member-below-the-power-level-may-not-set-state'),
    mutate: (homeserver) => needNoPower(homeserver, form),
  },
  ...(['PUT', 'GET'] as const).map(
    (method): Mutant => ({
      id: `no-token-is-asked-of-a-${method.toLowerCase()}-${named(form)}`,
      fault: `A ${method} of a path ${form} asks for no token.`,
      killedBy: killedBy('room_state', 'a-request-without-a-token-is-refused'),
      mutate: (homeserver) =>
        needNoToken(
          homeserver,
          (request) =>
            request.form === form &&
            request.operationId === (method === 'PUT' ? put : 'getRoomStateWithKey'),
        ),
    }),
  ),
  ...(
    [
      ['POST', 'post-is-not-supported'],
      ['DELETE', 'an-unknown-method-is-refused'],
    ] as const
  ).map(
    ([method, scenario]): Mutant => ({
      id: `${method.toLowerCase()}-${named(form)}-works-like-put`,
      fault: `A ${method} to a path ${form} sets the state.`,
      killedBy: killedBy('room_state', scenario),
      mutate: (homeserver) => takeAsPut(homeserver, method, form),
    }),
  ),
]);
