import type { Route } from '../http/route.ts';
import { accountDeactivationRoutes } from './account_deactivation.ts';
import { accountDataRoutes } from './account-data.ts';
import { adminRoutes } from './admin.ts';
import { banningRoutes } from './banning.ts';
import { capabilitiesRoutes } from './capabilities.ts';
import { createRoomRoutes } from './create_room.ts';
import { directoryRoutes } from './directory.ts';
import { filterRoutes } from './filter.ts';
import { invitingRoutes } from './inviting.ts';
import { joiningRoutes } from './joining.ts';
import { kickingRoutes } from './kicking.ts';
import { leavingRoutes } from './leaving.ts';
import { loginRoutes } from './login.ts';
import { logoutRoutes } from './logout.ts';
import { pushrulesRoutes } from './pushrules.ts';
import { redactionRoutes } from './redaction.ts';
import { registrationRoutes } from './registration.ts';
import { roomSendRoutes } from './room_send.ts';
import { roomStateRoutes } from './room_state.ts';
import { roomsRoutes } from './rooms.ts';
import { sharedSecretRoutes } from './shared_secret.ts';
import { syncRoutes } from './sync.ts';
import { versionRoutes } from './version.ts';
import { versionsRoutes } from './versions.ts';
import { whoamiRoutes } from './whoami.ts';

/** Every operation of the reference homeserver, newly made, so that each homeserver has its own. */
export function soundRoutes(): Route[] {
  return [
    ...roomStateRoutes(),
    ...roomsRoutes(),
    ...roomSendRoutes(),
    ...syncRoutes(),
    ...filterRoutes(),
    ...pushrulesRoutes(),
    ...createRoomRoutes(),
    ...joiningRoutes(),
    ...invitingRoutes(),
    ...leavingRoutes(),
    ...kickingRoutes(),
    ...banningRoutes(),
    ...directoryRoutes(),
    ...redactionRoutes(),
    ...registrationRoutes(),
    ...loginRoutes(),
    ...logoutRoutes(),
    ...whoamiRoutes(),
    ...accountDataRoutes(),
    ...accountDeactivationRoutes(),
    ...adminRoutes(),
    ...capabilitiesRoutes(),
    ...versionsRoutes(),
    ...versionRoutes(),
    ...sharedSecretRoutes(),
  ];
}
