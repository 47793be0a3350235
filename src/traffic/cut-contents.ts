/** What begins, in JSON that is broken or stands within something else, what users wrote. */
const content =
  /\\*"(?:content|body|formatted_body|ciphertext|reason|(?:generic_)?search_term|highlights)\\*"/;

/** A text up to where what users wrote may begin, with a mask in place of the rest. */
export function cutContents(text: string, mask: string): string {
  const at = text.search(content);
  return at < 0 ? text : `${text.slice(0, at)}${mask}`;
}
