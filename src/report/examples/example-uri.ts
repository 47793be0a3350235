/** An `artifactLocation` of SARIF. */
export interface ExampleUri {
  readonly uri: string;
  /** Only where `uri` is relative: to the working folder. */
  readonly uriBaseId?: '%SRCROOT%';
}

/** Whether a file is named by a URL, and so is none that an editor or a repository has. */
export function isUrl(file: string): boolean {
  return /^[a-z][a-z\d+.-]+:\/\//i.test(file);
}

/** A file as a URI: of a path every character that is none of a URI is percent-encoded. */
export function exampleUri(file: string): ExampleUri {
  // What has a lone surrogate cannot be encoded.
  const text = file.toWellFormed();
  if (isUrl(text) && URL.canParse(text)) return { uri: new URL(text).href };
  const drive = /^[a-z]:[\\/]/i.test(text);
  const path = drive ? `/${text.replaceAll('\\', '/')}` : text;
  const encoded = path.split('/').map(encodeURIComponent).join('/');
  if (drive) return { uri: `file://${encoded.replace('%3A', ':')}` };
  if (path.startsWith('/')) return { uri: `file://${encoded}` };
  return { uri: encoded, uriBaseId: '%SRCROOT%' };
}
