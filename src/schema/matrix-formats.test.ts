import { expect, test } from 'vitest';
import { matrixFormats } from './matrix-formats.ts';

const cases: Record<string, { right: string[]; wrong: string[] }> = {
  'mx-user-id': {
    right: [
      '@alice:example.org',
      '@alice:[::1]:8448',
      '@A b:example.org',
      '@:example.org',
      '@é:1.2.3.4',
    ],
    wrong: [
      'alice:example.org',
      '@alice',
      '@alice:',
      '@alice:exa mple',
      '@a\0b:example.org',
      `@${'a'.repeat(255)}:x`,
      '@\ud800:x',
    ],
  },
  'mx-event-id': {
    right: ['$a', '$Rqnc-F-dvnEYJTyHq_iKxU2bZ1CI92-kuZq3a5lr5Zg', '$1234:example.org', '$a/b+c'],
    wrong: ['', '$', 'a', '!a', `$${'a'.repeat(255)}`, `$${'é'.repeat(128)}`],
  },
  'mx-room-id': {
    right: ['!a:example.org', '!31hneApxJ_1o-63DmFrpeqnkFfWppnzWso1JvH3ogLM'],
    wrong: ['!', '#a:example.org', '!a:', '!a:b c'],
  },
  'mx-room-alias': {
    right: ['#garden:example.org', '#Jardin été:x'],
    wrong: ['#garden', 'garden:x', '#garden:'],
  },
  'mx-server-name': {
    right: ['example.org', 'localhost:8008', '1.2.3.4', '[1234:5678::abcd]:5678'],
    wrong: ['', 'a b', 'example.org:', 'example.org:123456', '[::1', 'a_b', 'a'.repeat(300)],
  },
  'mx-mxc-uri': {
    right: ['mxc://example.org/SEsfnsuifSDFSSEF', 'mxc://localhost:8008/a-b_c'],
    wrong: [
      'mxc://example.org',
      'mxc://example.org/',
      'mxc://example.org/a/b',
      'http://x/a',
      'mxc:///a',
    ],
  },
  'mx-unpadded-base64': { right: ['', 'Zg', 'Zm9v', 'a+/b'], wrong: ['Zg==', 'Z', 'a-_b'] },
  'mx-urlsafe-unpadded-base64': { right: ['Zg', 'a-_b'], wrong: ['Zg==', 'Z', 'a+/b'] },
};

test('every format of Matrix has right and wrong examples', () => {
  expect(Object.keys(cases)).toEqual(Object.keys(matrixFormats));
});

for (const [format, { right, wrong }] of Object.entries(cases)) {
  test.each(right)(`${format} accepts %j`, (value) => {
    expect(matrixFormats[format]?.(value)).toBe(true);
  });
  test.each(wrong)(`${format} refuses %j`, (value) => {
    expect(matrixFormats[format]?.(value)).toBe(false);
  });
}
