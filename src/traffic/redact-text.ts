import { blotMembers } from '../client/blot-members.ts';
import { mask } from '../client/redactor.ts';
import { cutContents } from './cut-contents.ts';
import { contentMask, secretNames } from './redact-json.ts';
import { redactParameters } from './redact-parameters.ts';

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
