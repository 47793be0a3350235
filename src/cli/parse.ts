import { type ParseArgsConfig, parseArgs } from 'node:util';
import { nearWord } from '../model/near-word.ts';
import { UsageError } from './usage-error.ts';

/**
 * `parseArgs`, whose complaints become one sentence.
 * @throws UsageError for an unknown option, or one without its value.
 */
export function parse<const Config extends ParseArgsConfig>(
  config: Config,
): ReturnType<typeof parseArgs<Config>> {
  try {
    return parseArgs(config);
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    throw new UsageError(`${sentence(message, config)} --help lists the options.`);
  }
}

function sentence(message: string, config: ParseArgsConfig): string {
  const [, asked = '', name = ''] = /'(?:-\w, )?(--?([\w-]+))/.exec(message) ?? [];
  const option = config.options?.[name];
  if (option?.type === 'string') return `${asked} needs a value after it.`;
  if (option?.type === 'boolean') return `${asked} takes no value.`;
  if (!message.startsWith('Unknown option')) {
    const [, word = ''] = /'(.*?)'/.exec(message) ?? [];
    return `There is nothing that ${word} could mean here.`;
  }
  const near = nearWord(name, Object.keys(config.options ?? {}));
  return `There is no option ${asked}${near === undefined ? '.' : `: did you mean --${near}?`}`;
}
