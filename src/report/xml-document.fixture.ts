/** One element as a strict reader of XML 1.0 sees it. */
export interface XmlElement {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: XmlElement[];
  text: string;
}

const token = /<(\/?)([a-z-]+)((?: [a-z]+="[^"<]*")*)(\/?)>|([^<>]+)/y;
const entities: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"' };

function plain(text: string): string {
  return text.replace(/&([^;]*);?/g, (whole, name: string) => {
    const character = entities[name];
    if (character === undefined || !whole.endsWith(';')) throw new Error(`entity ${whole}`);
    return character;
  });
}

/** Reads a document without CDATA, comments or namespaces; throws where it is not well-formed. */
export function readXml(document: string): XmlElement {
  const head = '<?xml version="1.0" encoding="UTF-8"?>\n';
  if (!document.startsWith(head)) throw new Error('no XML declaration');
  const forbidden = document.match(/[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/u);
  if (forbidden !== null) throw new Error(`forbidden character at ${forbidden.index}`);
  const root: XmlElement = { name: '', attributes: {}, children: [], text: '' };
  const open = [root];
  token.lastIndex = head.length;
  while (token.lastIndex < document.length) {
    const at = token.lastIndex;
    const match = token.exec(document);
    const parent = open.at(-1);
    if (match === null || parent === undefined) throw new Error(`not well-formed at ${at}`);
    const [, closes, name = '', attributes = '', empty, text] = match;
    if (text !== undefined) parent.text += plain(text);
    else if (closes) {
      if (open.pop()?.name !== name) throw new Error(`unexpected </${name}>`);
    } else {
      const pairs = [...attributes.matchAll(/ ([a-z]+)="([^"]*)"/g)];
      const names = new Set(pairs.map(([, key]) => key));
      if (names.size !== pairs.length) throw new Error(`an attribute of <${name}> twice`);
      const read = pairs.map(([, key = '', value = '']) => [key, plain(value)]);
      const one = { name, attributes: Object.fromEntries(read), children: [], text: '' };
      parent.children.push(one);
      if (!empty) open.push(one);
    }
  }
  const [only] = root.children;
  if (open.length !== 1 || only === undefined || root.children.length !== 1) {
    throw new Error('not one closed root element');
  }
  return only;
}

/** All elements of a name, at any depth. */
export function elementsOf(root: XmlElement, name: string): readonly XmlElement[] {
  const below = root.children.flatMap((child) => elementsOf(child, name));
  return root.name === name ? [root, ...below] : below;
}
