import { isRecord } from '../openapi/json-pointer.ts';
import type { OperationPlace } from './operation-place.ts';
import { followReferences } from './resolve-reference.ts';
import type { RuleId } from './rules.ts';
import type { Sources } from './sources.ts';
import type { Tell } from './trouble.ts';

/** A rule about one operation. */
type OperationRule = (operation: OperationPlace, sources: Sources, tell: Tell) => void;

const pathKeyIsClean: OperationRule = ({ path }, _sources, tell) => {
  const key = path.path.at(-1) ?? '';
  if (!key.startsWith('/') || !/\s/.test(key)) return;
  const message = `the path ${JSON.stringify(key)} has spaces in it`;
  tell({ rule: 'path-key-is-clean', place: path, isKey: true, message });
};

const documentsAnError: OperationRule = ({ place }, _sources, tell) => {
  const responses = isRecord(place.value) && place.value.responses;
  const statuses = Object.keys(isRecord(responses) ? responses : {});
  if (statuses.some((status) => /^(?:[45]..|default)$/i.test(status))) return;
  const message = 'the operation documents no response of an error';
  tell({ rule: 'operation-documents-an-error', place, message });
};

const requiresSomething: OperationRule = ({ responses }, sources, tell) => {
  for (const response of responses) {
    const content = isRecord(response.value) ? response.value.content : undefined;
    for (const [mediaType, value] of Object.entries(isRecord(content) ? content : {})) {
      if (!isRecord(value) || value.schema === undefined) continue;
      const path = [...response.path, 'content', mediaType, 'schema'];
      const schema = followReferences(sources, { ...response, path, value: value.schema });
      if (!schema || !isRecord(schema.value) || !isRecord(schema.value.properties)) continue;
      const { properties, required, allOf } = schema.value;
      if (Object.keys(properties as object).length === 0 || allOf !== undefined) continue;
      if (Array.isArray(required) && required.length > 0) continue;
      const message = `the response ${response.status} has properties, and requires none of them`;
      tell({ rule: 'response-requires-something', place: schema, message });
    }
  }
};

/** A number is a status by what leads to it, by what follows it, or as code of its own. */
const proseStatuses = [
  /\b(?:HTTP|status(?:es)?(?: codes?)?(?: of)?|code|(?:return|respond|answer|repl[yi]e?)(?:s|ed)?(?: with)?(?: an?)?)\s+[`*]*([1-5]\d\d)\b(?!\s*(?:bytes|characters|ms|seconds|events|%))/gi,
  /\b([1-5]\d\d)[`*]*\s+(?:HTTP\s+)?(?:[\w-]+\s+){0,2}?(?:error|response|status|redirect)\b/gi,
  /`([1-5]\d\d)(?: [A-Z][\w ]*)?`/g,
];

const proseStatusIsDocumented: OperationRule = ({ place, responses }, _sources, tell) => {
  const description = isRecord(place.value) ? place.value.description : undefined;
  if (typeof description !== 'string') return;
  const documented = responses.map(({ status }) => status.toUpperCase());
  const named = new Set(
    proseStatuses
      .flatMap((pattern) => [...description.matchAll(pattern)])
      .map(([, status = '']) => status),
  );
  for (const status of named) {
    if (documented.includes(status) || documented.includes(`${status[0]}XX`)) continue;
    const at = { document: place.document, path: [...place.path, 'description'] };
    const message = `the description names the status ${status}, which is not among the responses`;
    tell({ rule: 'prose-status-is-documented', place: at, message });
  }
};

const operationRules: readonly (readonly [RuleId, OperationRule])[] = [
  ['path-key-is-clean', pathKeyIsClean],
  ['operation-documents-an-error', documentsAnError],
  ['response-requires-something', requiresSomething],
  ['prose-status-is-documented', proseStatusIsDocumented],
];

/** Holds operations against the rules that are asked for. */
export function checkFurtherRules(
  operations: readonly OperationPlace[],
  asked: ReadonlySet<RuleId>,
  sources: Sources,
  tell: Tell,
): void {
  for (const [id, rule] of operationRules)
    if (asked.has(id)) for (const operation of operations) rule(operation, sources, tell);
}
