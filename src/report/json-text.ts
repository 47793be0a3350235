/** What JSON allows in a string as it is, and yet does not show; a line feed only ends lines. */
const hidden = /(?!\n)[\p{C}\p{Zl}\p{Zp}]/gu;

/** Nearly all of a report is ASCII that shows: it is passed over by a pattern that costs little. */
const unusual = /[^\n\u0020-\u007e]+/g;

/** What log readers of CI systems would obey wherever it stands; in JSON that is in strings alone. */
const logCommand = /#(?=#(?:\[|vso\[|teamcity\[))/gi;

function shown(json: string): string {
  const told = json.replace(unusual, (run) => run.replace(hidden, unicodeEscapes));
  return told.includes('##') ? told.replace(logCommand, unicodeEscapes) : told;
}

function unicodeEscapes(character: string): string {
  return character
    .split('')
    .map((unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`)
    .join('');
}

/**
 * A value as indented JSON that ends its last line. Every character that does not show is an
 * escape, and so is what a CI's log reader would obey: parsed again, the texts are what they were, lone surrogates included.
 */
export function jsonText(value: object): string {
  return `${shown(JSON.stringify(value, null, 2))}\n`;
}

/** The same in one line: what JSON itself escapes are all the line breaks that there can be. */
export function singleLineJson(value: object): string {
  return `${shown(JSON.stringify(value))}\n`;
}
