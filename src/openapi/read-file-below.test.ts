import { chmod, symlink } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { documentOf, folderOf } from './folder.fixture.ts';
import { loadSpecification } from './load-specification.ts';

test('a document may not refer to files outside of its folder, not by a link either', async () => {
  const outside = await folderOf({ 'secret.yaml': 'type: object\n' });
  const direct = documentOf(`{ $ref: 'file://${outside}/secret.yaml' }`);
  const inside = await folderOf({ 'a.yaml': direct, 'b.yaml': documentOf('{ $ref: link.yaml }') });
  await symlink(join(outside, 'secret.yaml'), join(inside, 'link.yaml'));
  for (const file of ['a.yaml', 'b.yaml'])
    await expect(loadSpecification(join(inside, file))).rejects.toThrow(
      /^\S+:12:25: \$ref leads nowhere: \S+ is outside of \S+ and is not read$/,
    );
});

test('a document may not refer to the network', async () => {
  const folder = await folderOf({ 'a.yaml': documentOf("{ $ref: 'http://127.0.0.1:9/b.yaml' }") });
  await expect(loadSpecification(folder)).rejects.toThrow(
    /a\.yaml:12:25: \$ref leads nowhere: http:\S+ is not read: documents in a folder may refer to files only$/,
  );
});

test.skipIf(process.getuid?.() === 0)(
  'a document that may not be read is told without a path or a code of the system (skipped as root, who may read all)',
  async () => {
    const inner = documentOf('{ $ref: hidden.yaml }');
    const folder = await folderOf({ 'a.yaml': inner, 'hidden.yaml': 'type: object\n' });
    await chmod(join(folder, 'hidden.yaml'), 0);
    await expect(loadSpecification(join(folder, 'a.yaml'))).rejects.toThrow(
      /a\.yaml:12:25: \$ref leads nowhere: \S*hidden\.yaml cannot be read: permission is denied$/,
    );
  },
);
