import { blotMembers } from '../client/blot-members.ts';
import { mask } from '../client/redactor.ts';
import { cutContents } from './cut-contents.ts';
import { contentMask, secretNames } from './redact-json.ts';

const parameter = new RegExp(`(^|[?&;])(${[...secretNames].join('|')})=([^&\\s"'#;]*)`, 'g');

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
  const shown = how.showContents ? text : cutContents(text, contentMask);
  return redactParameters(blotMembers(shown, mask, secretNames), learn);
}

function decoded(value: string): string {
  try {
    return decodeURIComponent(value);
  } catch {
    return value;
  }
}
