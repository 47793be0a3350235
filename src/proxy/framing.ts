/**
 * Where a message ends: after so many bytes, where its chunks say so, or with the connection; after
 * a change of protocol there are no messages any more.
 */
export type Framing = number | 'chunked' | 'until-end' | 'no-message';
