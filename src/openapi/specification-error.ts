import type { Location } from '../model/operation.ts';

/**
 * A defect of the specification that was given, or no specification at all. The message is one
 * sentence, after `file:line:column: ` where the defect has a place in a document.
 */
export class SpecificationError extends Error {
  override readonly name = 'SpecificationError';
  readonly location?: Location;

  constructor(what: string, location?: Location, options?: ErrorOptions) {
    const place = location ? `${location.file}:${location.line}:${location.column}: ` : '';
    super(place + what, options);
    if (location) this.location = location;
  }
}
