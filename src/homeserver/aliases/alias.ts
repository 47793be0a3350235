/** An entry of the room directory. */
export interface Alias {
  readonly roomId: string;
  readonly creator: string;
}
