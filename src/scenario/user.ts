import { type Answer, isRecord } from '../client/answer.ts';
import type { Variation } from '../client/variation.ts';
import { Asker } from './asker.ts';
import { deactivate } from './deactivate.ts';
import { contentOf, type Entry } from './entry.ts';
import { eventually } from './eventually.ts';
import { type Moderation, moderate } from './moderate.ts';
import type { Actor } from './refuse.ts';
import { inconclusive } from './stop-scenario.ts';

/** The room that a scenario needs. */
export interface RoomOptions {
  /** Who joins it; it is public. */
  readonly joinedBy?: readonly User[];
  /** The room version; that of the run where it is left out. */
  readonly version?: string;
  /** Further members of the body of `POST /createRoom`. */
  readonly body?: Readonly<Record<string, unknown>>;
  /** Overrides members of the room's first `m.room.power_levels`; its creator stays above all. */
  readonly powerLevels?: Readonly<Record<string, unknown>>;
}

/** A logged-in user of the homeserver under test, with the verbs that stories are told in. */
export class User extends Asker implements Actor {
  /** Creates a room, of the version that the run chose, and has others join. */
  async createsRoom(options: RoomOptions = {}): Promise<string> {
    const { joinedBy = [], powerLevels, version = this.stage.facts.roomVersion } = options;
    const body = {
      preset: 'public_chat',
      ...(version === '' ? {} : { room_version: version }),
      ...(powerLevels === undefined ? {} : { power_level_content_override: powerLevels }),
      ...options.body,
    };
    const roomId = this.takes(await this.call('createRoom', { body }), 'room_id');
    for (const user of joinedBy) await user.joins(roomId);
    return roomId;
  }

  async joins(roomId: string): Promise<void> {
    await this.call('joinRoomById', { roomId, body: {} });
  }

  async leaves(roomId: string): Promise<void> {
    await this.call('leaveRoom', { roomId, body: {} });
  }

  async invites(roomId: string, user: User): Promise<void> {
    await this.call('inviteUser', { roomId, body: { user_id: user.id } });
  }

  async bans(roomId: string, user: User): Promise<void> {
    await this.call('ban', { roomId, body: { user_id: user.id } });
  }

  /** Gives the account up for ever. Unsupported where the password is not enough for that. */
  async deactivates(): Promise<void> {
    await deactivate(this.stage, this);
  }

  /** Locks or suspends a user, as an administrator, or undoes it. Unsupported where nobody can. */
  async moderates(user: User, moderation: Moderation): Promise<void> {
    await moderate(this.stage, this, user.id, moderation);
  }

  /** Gives a member a power level of their own, and leaves the other levels as they are. */
  async grants(roomId: string, user: User, level: number): Promise<void> {
    const entry = { roomId, eventType: 'm.room.power_levels', stateKey: '' };
    const levels = await this.seesState(entry);
    if (!isRecord(levels)) throw inconclusive('the room has no power levels');
    const known = isRecord(levels.users) ? levels.users : {};
    await this.setsState(entry, { ...levels, users: { ...known, [user.id]: level } });
  }

  /** Makes the homeserver's directory point an alias, which nobody has used, to the room. */
  async createsAlias(roomId: string): Promise<string> {
    const roomAlias = this.freshAlias();
    await this.call('setRoomAlias', { roomAlias, body: { room_id: roomId } });
    return roomAlias;
  }

  /** A well-formed alias of this homeserver that points nowhere. */
  freshAlias(): string {
    return `#${this.stage.madeUp.localpart()}:${this.serverName}`;
  }

  /** Writes a state entry, which has to work; gives the event's id. */
  async setsState(entry: Entry, content: unknown, as?: Variation): Promise<string> {
    const answer = await this.call('setRoomStateWithKey', { ...entry, body: content }, as);
    return this.takes(answer, 'event_id');
  }

  /** What a state entry holds, or a sentence that there is none. */
  async seesState(entry: Entry): Promise<unknown> {
    return contentOf(await this.reads(entry));
  }

  /**
   * An event of a room by its id, which has to be there: not at once, as some homeservers take an
   * event before they can show it, but soon.
   */
  async seesEvent(roomId: string, eventId: string): Promise<Answer> {
    const seen = await eventually(
      this.stage,
      async () => {
        const answer = await this.asks('getOneRoomEvent', { roomId, eventId });
        return answer.status === 404 ? undefined : answer;
      },
      1 / 6,
    );
    if (seen?.status === 200) return seen;
    return this.call('getOneRoomEvent', { roomId, eventId });
  }
}
