/** Where a requirement's section of the specification is read. */
export function sectionUrl(section: string): string {
  return `https://spec.matrix.org/latest/${section.replace(/^\/+/, '')}`;
}
