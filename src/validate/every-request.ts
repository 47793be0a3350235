/** What a client's request is held to by the document of its operation; a breach is the client's. */
export const everyRequest = {
  parameters: 'every-request/parameters-match-their-schemas',
  contentType: 'every-request/content-type-is-documented',
  json: 'every-request/body-is-json',
  body: 'every-request/body-matches-its-schema',
} as const;

/** The id of a rule that every request is held to. */
export type EveryRequestId = (typeof everyRequest)[keyof typeof everyRequest];
