import type { EvidenceChunk } from '../evidence-chunk.ts';
import { build } from './build.ts';
import { copyButton } from './copy-button.ts';
import { evidenceView } from './evidence-view.ts';
import { unpack } from './unpack.ts';

const chunks = new Map<number, Promise<unknown>>();

function chunkOf(index: number): Promise<EvidenceChunk> {
  const known = chunks.get(index) ?? unpack(index);
  chunks.set(index, known);
  return known as Promise<EvidenceChunk>;
}

/** A word as a shell takes it. */
function quoted(word: string): string {
  return /^[\w./-]+$/.test(word) ? word : `'${word.replaceAll("'", "'\\''")}'`;
}

/** Puts the evidence and the buttons into a scenario that is opened for the first time. */
export async function openScenario(row: HTMLDetailsElement): Promise<void> {
  if (row.querySelector('.evidence') !== null) return;
  const evidence = build('div', { class: 'evidence' });
  const rerun = document.getElementById('main')?.dataset.rerun ?? '';
  const actions = build(
    'div',
    { class: 'actions screen' },
    copyButton('Copy the command that runs it again', `${rerun}${quoted(row.id)}`),
    copyButton('Copy id', row.id),
  );
  row.append(actions, evidence);
  const [chunk = 0, place = 0] = (row.dataset.at ?? '').split('.').map(Number);
  try {
    const { headers, outcomes } = await chunkOf(chunk);
    evidence.append(evidenceView(outcomes[place] ?? [], headers, row.id));
  } catch (error) {
    evidence.append(`The evidence cannot be read: ${error}`);
  }
}
