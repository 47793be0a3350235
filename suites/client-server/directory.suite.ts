// The order of these is the order in which a report tells them.
import './directory/mapping.ts';
import './directory/refused-mapping.ts';
import './directory/unmapping.ts';
import './directory/listing.ts';
import './directory/aliases-of-others.ts';

export { directory } from './directory/suite.ts';
