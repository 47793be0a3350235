import { createHash } from 'node:crypto';
import { inflateRawSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { element } from './markup.ts';
import { packed } from './packed.ts';
import { page } from './page.ts';

function hashOf(text: string): string {
  return `'sha256-${createHash('sha256').update(text).digest('base64')}'`;
}

function between(html: string, start: string, end: string): string {
  return html.split(start)[1]?.split(end)[0] ?? '';
}

const hostile = '</title><script>alert(1)</script><!-- \u202e\u0000 "\'&';

test('the policy lets the one script and the one style run, by their hashes, and nothing else', () => {
  const html = page({ title: 'A', body: 'b', script: "document.title='&<b';" });
  const policy = between(html, 'http-equiv="Content-Security-Policy" content="', '"').split('; ');
  expect(policy).toEqual([
    "default-src 'none'",
    `script-src ${hashOf("document.title='&<b';")}`,
    `style-src ${hashOf(between(html, '<style>', '</style>'))}`,
    'img-src data:',
    "base-uri 'none'",
    "form-action 'none'",
  ]);
});

test('a page without a script lets none run', () => {
  const html = page({ title: 'A', body: 'b' });
  expect(html).toContain("script-src 'none'");
  expect(html).not.toContain('<script');
});

test.each(['</script>', '<!-- ', '<script>'])('a script that holds %s is refused', (text) => {
  expect(() => page({ title: 'A', body: 'b', script: `const a = '${text}';` })).toThrow(
    'would end before its end',
  );
});

test('a hostile title is text', () => {
  const title = between(page({ title: `${hostile}\n`, body: '' }), '<title>', '</title>');
  expect(title).toBe(
    '&lt;/title&gt;&lt;script&gt;alert(1)&lt;/script&gt;&lt;!-- \\u202e\\u0000 &quot;&#39;&amp;\\n',
  );
});

test('what an element holds is text, but for other elements', () => {
  const html = page({
    title: 'A',
    body: element('p', { title: hostile, hidden: true }, hostile, element('b', {}, 'bold')),
  });
  const text = '\\u202e\\u0000 &quot;&#39;&amp;';
  const dead = `&lt;/title&gt;&lt;script&gt;alert(1)&lt;/script&gt;&lt;!-- ${text}`;
  expect(html).toContain(`<p title="${dead}" hidden>${dead}<b>bold</b></p>`);
});

test.each([
  'javascript:alert(1)',
  'data:text/html,a',
  '//a.test',
  ' javascript:alert(1)',
  'a.html',
])('a link to %s is no link', (href) =>
  expect(page({ title: 'A', body: element('a', { href }, 'b') })).toContain('<a>b</a>'),
);

test.each(['https://spec.matrix.org/latest/#a', 'http://a.test', '#room_state/a'])(
  'a link to %s is one',
  (href) =>
    expect(page({ title: 'A', body: element('a', { href }, 'b') })).toContain(
      `<a href="${href}">b</a>`,
    ),
);

test('data is told in letters that cannot end a script, and reads as it was', () => {
  const value = { [hostile]: [hostile, '\ud800', 1, null] };
  const html = page({ title: 'A', body: '', data: [value, 2] });
  const text = between(html, '<script type="text/plain" id="data-0">', '</script>');
  expect(text).toMatch(/^[A-Za-z0-9+/=]+$/);
  expect(JSON.parse(inflateRawSync(Buffer.from(text, 'base64')).toString())).toEqual(value);
  expect(html).toContain(`<script type="text/plain" id="data-1">${packed(2)}</script>`);
});
