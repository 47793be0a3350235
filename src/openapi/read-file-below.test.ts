import { symlink } from 'node:fs/promises';
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
