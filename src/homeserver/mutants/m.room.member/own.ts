import type { Case } from './permit.ts';

/** A membership that somebody wants for themselves. */
export function own(to: string): Case {
  return ({ sender, stateKey, content }) => sender === stateKey && content.membership === to;
}

/** A membership that somebody wants for another. */
export function anothers(to: string): Case {
  return ({ sender, stateKey, content }) => sender !== stateKey && content.membership === to;
}
