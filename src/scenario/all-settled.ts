/**
 * What several things at once came to, when all of them have ended. The first that went wrong is
 * thrown, and only then: what goes on behind a scenario's back would be nobody's any more.
 */
export async function allSettled<Value>(
  things: readonly Promise<Value>[],
): Promise<readonly Value[]> {
  const results = await Promise.allSettled(things);
  return results.map((result) => {
    if (result.status === 'rejected') throw result.reason;
    return result.value;
  });
}
