/** What a program printed with its colours, as a page that looks like a terminal. */
export function terminalPage(printed) {
  const body = printed
    .split(colour)
    .map((piece, index) =>
      index % 2 === 0 ? text(piece) : `</span><span class="${styles(piece)}">`,
    )
    .join('');
  return `<!doctype html><meta charset="utf-8"><style>${look}</style><pre><span>${body}</span></pre>`;
}

const colour = /\x1b\[([\d;]*)m/;
let current = new Set();

function styles(codes) {
  for (const code of (codes || '0').split(';').map(Number)) {
    if (code === 0 || code === 39)
      current = new Set(code === 0 ? [] : [...current].filter(isNoColour));
    else if (code === 22)
      current = new Set([...current].filter((one) => one !== 'c1' && one !== 'c2'));
    else current.add(`c${code}`);
  }
  return [...current].join(' ');
}

function isNoColour(name) {
  return !/^c(?:3|9)\d$/.test(name);
}

function text(piece) {
  return piece.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
}

const look = `
:root { color-scheme: light dark; }
body { margin: 0; }
pre { display: inline-block; margin: 0; padding: 20px 24px; font: 14px/1.4 'DejaVu Sans Mono', monospace; background: light-dark(#fdfdfd, #16181c); color: light-dark(#24292f, #d8dbe0); white-space: pre-wrap; width: 112ch; overflow-wrap: anywhere; }
.c1 { font-weight: 700; } .c2 { opacity: 0.7; }
.c31, .c91 { color: light-dark(#b3201c, #ff8f86); } .c32, .c92 { color: light-dark(#1a6a37, #7fce93); }
.c33, .c93 { color: light-dark(#805600, #e9b94f); } .c34, .c94 { color: light-dark(#0b57c2, #86b7ff); }
.c35, .c95 { color: light-dark(#86319b, #dca6f2); } .c36, .c96 { color: light-dark(#0a6472, #6dd0de); }
.c90 { color: light-dark(#545b66, #a7afba); }
`;
