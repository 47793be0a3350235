import { blotMembers } from '../client/blot-members.ts';
import { mask } from '../client/redactor.ts';
import { contentMask, secretNames } from './redact-json.ts';

const parameter = new RegExp(`(^|[?&;])(${[...secretNames].join('|')})=([^&\\s"'#;]*)`, 'g');

/** What begins, in JSON that is broken or stands within something else, what users wrote. */
const content = /"(?:content|body|formatted_body|ciphertext)"/;

/**
 * A query, a form or a location without the values of secret parameters.
 * @param learn is told each of them, decoded
 */
export function redactParameters(text: string, learn: (secret: string) => void): string {
  return text.replace(parameter, (_, before: string, name: string, value: string) => {
    learn(decoded(value));
    return `${before}${name}=${mask}`;
  });
}

/** A body that is no JSON: a form, a page, or JSON that is cut or broken. */
export function redactText(
  text: string,
  how: { readonly showContents: boolean; readonly isContent: boolean },
  learn: (secret: string) => void,
): string {
  if (how.isContent && !how.showContents && text !== '') return contentMask;
  const at = how.showContents ? -1 : text.search(content);
  const shown = at < 0 ? text : `${text.slice(0, at)}${contentMask}`;
  return redactParameters(blotMembers(shown, mask, secretNames), learn);
}

function decoded(value: string): string {
  try {
    return decodeURIComponent(value);
  } catch {
    return value;
  }
}
