import type { Suite } from '../src/scenario/suite.ts';
import { roomState } from './client-server/room_state.suite.ts';

/** Every suite, in the order in which a report tells them. */
export const suites: readonly Suite[] = [roomState];
