// The part of GitHub's expressions that the action and the examples use. Anything else is an error: it
// would be read as nothing, and the test would hold something else than what GitHub does.

/** A text in which every `${{ … }}` is its value. */
export function expand(text, context) {
  return String(text ?? '').replaceAll(/\$\{\{(.*?)\}\}/gs, (_, expression) =>
    shown(evaluate(expression, context)),
  );
}

/** Whether a step with this condition runs; without a status function it does after success alone. */
export function holds(condition, context) {
  if (condition === undefined) return context.status === 'success';
  const bare = String(condition).replace(/^\s*\$\{\{(.*)\}\}\s*$/s, '$1');
  const asksForStatus = /\b(?:always|success|failure|cancelled)\(\)/.test(bare);
  return (asksForStatus || context.status === 'success') && Boolean(evaluate(bare, context));
}

/** The value of an expression. @throws Error for what it does not know. */
export function evaluate(expression, context) {
  const tokens = expression.match(/'(?:[^']|'')*'|[\w.-]+|&&|\|\||==|!=|[!()]|\S/g) ?? [];
  const parser = { tokens, context, at: 0 };
  const value = either(parser);
  if (parser.at < tokens.length) throw new Error(`${expression}: ${tokens[parser.at]} is unknown`);
  return value;
}

function take(parser, token) {
  if (parser.tokens[parser.at] !== token) return false;
  parser.at += 1;
  return true;
}

function either(parser) {
  let value = both(parser);
  while (take(parser, '||')) {
    const other = both(parser);
    value = value || other;
  }
  return value;
}

function both(parser) {
  let value = comparison(parser);
  while (take(parser, '&&')) {
    const other = comparison(parser);
    value = value && other;
  }
  return value;
}

function comparison(parser) {
  const value = operand(parser);
  if (take(parser, '==')) return shown(value) === shown(operand(parser));
  if (take(parser, '!=')) return shown(value) !== shown(operand(parser));
  return value;
}

function operand(parser) {
  if (take(parser, '!')) return !operand(parser);
  if (take(parser, '(')) {
    const value = either(parser);
    if (!take(parser, ')')) throw new Error('a bracket is not closed');
    return value;
  }
  const token = parser.tokens[parser.at] ?? 'nothing';
  parser.at += 1;
  if (token.startsWith("'")) return token.slice(1, -1).replaceAll("''", "'");
  if (take(parser, '(')) {
    const { status } = parser.context;
    const functions = {
      always: true,
      success: status === 'success',
      failure: status === 'failure',
    };
    if (token === 'hashFiles' && parser.context.hashFiles !== undefined) {
      const file = operand(parser);
      if (take(parser, ')')) return parser.context.hashFiles(file);
    }
    if (!take(parser, ')') || !(token in functions)) throw new Error(`${token}() is unknown`);
    return functions[token];
  }
  return named(token, parser.context);
}

/** `steps.run.outputs.verdict`: what is not there is empty, but what stands first has to be known. */
function named(token, context) {
  const [first, ...names] = token.split('.');
  if (!['github', 'inputs', 'steps', 'secrets', 'env', 'runner', 'vars'].includes(first))
    throw new Error(`${token} is unknown`);
  return names.reduce((value, name) => value?.[name], context[first]) ?? '';
}

function shown(value) {
  return value === true ? 'true' : value === false ? 'false' : String(value ?? '');
}
