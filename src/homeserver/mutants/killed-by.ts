/** The ids of scenarios of one suite. */
export function killedBy(suite: string, ...scenarios: string[]): readonly string[] {
  return scenarios.map((scenario) => `${suite}/${scenario}`);
}
