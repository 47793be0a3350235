/** For each member, how to make it. */
export type Lazy<T> = { readonly [Name in keyof T]: () => T[Name] };

/**
 * The object with further members, each made when it is first read and plain data from then on.
 * Whoever copies the object or writes it as JSON reads them all.
 */
export function lazily<Known extends object, More extends object>(
  known: Known,
  more: Lazy<More>,
): Known & More {
  const names = Object.keys(more) as (keyof More & string)[];
  for (const name of names) {
    const make = more[name];
    Object.defineProperty(known, name, {
      configurable: true,
      enumerable: true,
      get() {
        const value = make();
        Object.defineProperty(known, name, { value, enumerable: true });
        return value;
      },
    });
  }
  return known as Known & More;
}
