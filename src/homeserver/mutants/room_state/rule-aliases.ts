import type { Homeserver } from '../../homeserver.ts';
import { MatrixError } from '../../http/matrix-error.ts';
import type { RoomVersion } from '../../rooms/room-version.ts';
import type { Rule } from '../../rules/rule.ts';

/** Lets a rule decide over `m.room.aliases` of some versions before all others do. */
export function ruleAliases(
  { checks }: Homeserver,
  isMeant: (version: RoomVersion) => boolean,
  rule: (...args: Parameters<Rule>) => ReturnType<Rule> | 'go on',
): void {
  const { authorisation } = checks;
  checks.authorisation = (event, room) => {
    const isAliases = event.type === 'm.room.aliases' && isMeant(room.version);
    const reason = isAliases ? rule(event, room) : 'go on';
    if (reason === 'go on') authorisation(event, room);
    else if (reason !== undefined) throw new MatrixError(403, 'M_FORBIDDEN', reason);
  };
}
