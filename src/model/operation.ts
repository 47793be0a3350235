/** Where a place in a document is: `line` and `column` count from 1. */
export interface Location {
  readonly file: string;
  readonly line: number;
  readonly column: number;
}

/** One parameter of an operation, as far as a request needs it. */
export interface Parameter {
  readonly name: string;
  readonly in: 'path' | 'query' | 'header' | 'cookie';
  readonly required: boolean;
  /** Absolute URI of its schema, if it has one. */
  readonly schema?: string;
}

/** A documented request body: its media types, and where each schema stands. */
export interface DocumentedRequest {
  readonly required: boolean;
  /** Media type → absolute URI of its schema, or none. */
  readonly content: Readonly<Record<string, string | undefined>>;
}

/** A documented header of a response. */
export interface DocumentedHeader {
  readonly required: boolean;
  /** Absolute URI of its schema, if it has one. */
  readonly schema?: string;
}

/** A documented response: its media types, and where each schema stands. */
export interface DocumentedResponse {
  readonly description: string;
  /** Media type → absolute URI of its schema (document URI + `#` + JSON pointer), or none. */
  readonly content: Readonly<Record<string, string | undefined>>;
  /** By lower-case name. */
  readonly headers: Readonly<Record<string, DocumentedHeader>>;
}

/** One method on one path. Its identity is `api` + `operationId`. */
export interface Operation {
  /** `client-server`, `server-server`, …, or `unknown` where the documents do not tell. */
  readonly api: string;
  readonly operationId: string;
  /** Upper case: `PUT`. */
  readonly method: string;
  /** The path template with its base path: `/_matrix/client/v3/rooms/{roomId}/state/…`. */
  readonly path: string;
  readonly summary: string;
  readonly parameters: readonly Parameter[];
  /** Media types of the request body, the preferred one first; none where there is no body. */
  readonly requestMediaTypes: readonly string[];
  /** None where the document knows no request body. */
  readonly requestBody?: DocumentedRequest;
  /** Whether requests carry an access token: the document names one, be it optional or required. */
  readonly isAuthenticated: boolean;
  /** `200`, `4XX` or `default` → what the document says of it. */
  readonly responses: Readonly<Record<string, DocumentedResponse>>;
  readonly location: Location;
}
