import type { Operation, Parameter } from '../model/operation.ts';
import { isRecord } from '../openapi/json-pointer.ts';
import { everyRequest } from './every-request.ts';
import { judgeSchema } from './judge-schema.ts';
import type { RequestFinding } from './request-finding.ts';
import type { SchemaCompiler } from './schema-compiler.ts';
import type { SentHead } from './sent-request.ts';
import { typedText } from './typed-text.ts';

/** What is wrong with the parameters that a document names; others are nobody's fault. */
export function judgeParameters(
  operation: Operation,
  request: SentHead,
  subject: string,
  compiler: SchemaCompiler,
): RequestFinding[] {
  return operation.parameters.flatMap((parameter) => {
    const { name, in: where, required, schema } = parameter;
    const found = (what: Pick<RequestFinding, 'message' | 'expected' | 'actual' | 'place'>) => ({
      requirement: everyRequest.parameters,
      kind: 'value' as const,
      subject,
      ...what,
      place: `${where} ${name} ${what.place ?? 'required'}`,
    });
    const values = valuesOf(parameter, request);
    const [first] = values;
    if (first === undefined) {
      if (!required) return [];
      const message = `has no ${where} parameter ${name}`;
      return [found({ message, expected: `a ${where} parameter ${name}`, actual: 'none' })];
    }
    if (schema === undefined) return [];
    const validate = compiler.compile(schema);
    const value =
      isList(validate.schema) && values.length > 1 ? values : typedText(first, validate.schema);
    const broken = judgeSchema(validate, value, `the ${where} parameter ${name}`);
    return broken === undefined ? [] : [found(broken)];
  });
}

function isList(schema: unknown): boolean {
  return isRecord(schema) && schema.type === 'array';
}

function valuesOf({ name, in: where }: Parameter, request: SentHead): readonly string[] {
  const one = (value: string | undefined) => (value === undefined ? [] : [value]);
  switch (where) {
    case 'path':
      return one(request.pathParameters[name]);
    case 'query':
      return request.query.getAll(name);
    case 'header':
      return one(request.headers[name.toLowerCase()]);
    case 'cookie':
      return one(cookie(request.headers.cookie, name));
  }
}

function cookie(header: string | undefined, name: string): string | undefined {
  const pair = header?.split(';').find((one) => one.trim().startsWith(`${name}=`));
  return pair?.trim().slice(name.length + 1);
}
