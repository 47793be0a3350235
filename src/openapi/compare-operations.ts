import { readdirSync } from 'node:fs';
import { asMapping, type Place, readDocument, resolvePlace } from './follow-reference.ts';
import { schemaFacts } from './schema-facts.ts';

const methods = ['get', 'put', 'post', 'delete', 'options', 'head', 'patch', 'trace'];

function* contentFacts({ file, value }: Place, at: string): Generator<string> {
  for (const [mediaType, content] of Object.entries(asMapping(asMapping(value).content))) {
    const { schema } = asMapping(content);
    yield `${at} is ${mediaType}`;
    if (schema !== undefined) yield* schemaFacts({ file, value: schema }, at);
  }
}

function* parameterFacts(place: Place): Generator<string> {
  const { file, value } = resolvePlace(place);
  const parameter = asMapping(value);
  const at = `${parameter.in} parameter ${parameter.name}`;
  yield `${at} is ${parameter.required === true ? 'required' : 'optional'}`;
  const added = parameter['x-addedInMatrixVersion'];
  if (added !== undefined) yield `${at}: x-addedInMatrixVersion ${JSON.stringify(added)}`;
  yield* schemaFacts({ file, value: parameter.schema }, at);
}

function* securityFacts({ file, value: document }: Place, security: unknown): Generator<string> {
  const { components } = asMapping(document);
  const { securitySchemes } = asMapping(components);
  const schemes = resolvePlace({ file, value: securitySchemes });
  if (!Array.isArray(security)) return yield 'security: none';
  for (const alternative of security) {
    const names = Object.keys(asMapping(alternative)).map((name) => {
      const value = asMapping(schemes.value)[name];
      const { type, scheme } = asMapping(resolvePlace({ file: schemes.file, value }).value);
      return `${name} (${type} ${scheme})`;
    });
    yield `security: ${names.join(' and ') || 'none'}`;
  }
}

function* responseFacts(place: Place, status: string): Generator<string> {
  const { file, value } = resolvePlace(place);
  yield `response ${status} is documented`;
  yield* contentFacts({ file, value }, `response ${status}`);
  for (const [name, header] of Object.entries(asMapping(asMapping(value).headers))) {
    const found = resolvePlace({ file, value: header });
    const at = `response ${status} header ${name}`;
    yield* schemaFacts({ file: found.file, value: asMapping(found.value).schema }, at);
  }
}

function* operationFacts(document: Place, path: string, method: string): Generator<string> {
  const { file } = document;
  const root = asMapping(document.value);
  const item = asMapping(asMapping(root.paths)[path]);
  const operation = asMapping(item[method]);
  const [server] = Array.isArray(root.servers) ? root.servers : [];
  const { basePath } = asMapping(asMapping(server).variables);
  yield `document ${file.pathname.split('/').at(-1)}`;
  yield `request ${method.toUpperCase()} ${asMapping(basePath).default}${path}`;
  yield* securityFacts(document, operation.security ?? root.security);
  for (const value of [item.parameters ?? [], operation.parameters ?? []].flat()) {
    yield* parameterFacts({ file, value });
  }
  if (operation.requestBody !== undefined) {
    const body = resolvePlace({ file, value: operation.requestBody });
    const isRequired = asMapping(body.value).required === true;
    yield `request body is ${isRequired ? 'required' : 'optional'}`;
    yield* contentFacts(body, 'request body');
  }
  for (const [status, value] of Object.entries(asMapping(operation.responses))) {
    yield* responseFacts({ file, value }, status);
  }
}

/**
 * What each operation of a folder of OpenAPI documents demands: operation id to facts. The folder
 * is one API in matrix-spec's layout, such as `api/client-server/`, and ends in a slash. Throws
 * where a document cannot be read, a `$ref` leads nowhere or two operations have one id.
 */
export function readOperationFacts(folder: URL): ReadonlyMap<string, ReadonlySet<string>> {
  const operations = new Map<string, ReadonlySet<string>>();
  for (const name of readdirSync(folder).filter((entry) => entry.endsWith('.yaml'))) {
    const document = readDocument(new URL(name, folder));
    for (const [path, item] of Object.entries(asMapping(asMapping(document.value).paths))) {
      for (const method of methods.filter((key) => key in asMapping(item))) {
        const id = String(asMapping(asMapping(item)[method]).operationId);
        if (operations.has(id)) throw new Error(`${name}: a second operation ${id}`);
        operations.set(id, new Set(operationFacts(document, path, method)));
      }
    }
  }
  return operations;
}

/**
 * Every difference between the operations of one folder and the same ones of another, which may
 * have more of them. Each difference is one line: the operation, whose it is, the fact.
 */
export function compareOperations(ours: URL, official: URL): readonly string[] {
  const theirs = readOperationFacts(official);
  const differences: string[] = [];
  for (const [id, mine] of readOperationFacts(ours)) {
    const other = theirs.get(id) ?? new Set(['no such operation']);
    for (const fact of mine) if (!other.has(fact)) differences.push(`${id}, only ours: ${fact}`);
    for (const fact of other) {
      if (!mine.has(fact)) differences.push(`${id}, only official: ${fact}`);
    }
  }
  return differences;
}
