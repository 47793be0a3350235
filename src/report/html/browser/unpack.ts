/** Reads a JSON value that the page carries compressed. @throws where there is none. */
export async function unpack(index: number): Promise<unknown> {
  const text = document.getElementById(`data-${index}`)?.textContent;
  if (!text) throw new Error(`the page carries no data ${index}`);
  const bytes = Uint8Array.from(atob(text), (character) => character.charCodeAt(0));
  const stream = new Blob([bytes]).stream().pipeThrough(new DecompressionStream('deflate-raw'));
  return await new Response(stream).json();
}
