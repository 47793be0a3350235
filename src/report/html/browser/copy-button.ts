import { build } from './build.ts';
import { copyText } from './copy-text.ts';

/** A button that copies a text, and says in its own words that it did. */
export function copyButton(label: string, text: string): HTMLButtonElement {
  const button = build(
    'button',
    {
      type: 'button',
      click: async () => {
        button.textContent = (await copyText(text)) ? 'Copied' : 'It could not be copied';
        setTimeout(() => {
          button.textContent = label;
        }, 2000);
      },
      'aria-live': 'polite',
    },
    label,
  );
  return button;
}
