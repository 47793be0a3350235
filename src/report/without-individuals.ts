/** What differs between two things of one cause: Matrix identifiers, and long numbers. */
const individual = /[!$@#][^\s"'<>,;]+|\d{4,}/g;

/** A text without what differs from scenario to scenario, and from run to run. */
export function withoutIndividuals(text: string): string {
  return text.replace(individual, '…');
}
