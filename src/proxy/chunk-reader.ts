/** No line between chunks is longer, in bytes. */
const longestLine = 16 * 1024;

/** Finds the end of one chunked body, and what it holds (RFC 9112, section 7.1). */
export class ChunkReader {
  #next: 'size' | 'data' | 'end of data' | 'trailer' | 'nothing' = 'size';
  #left = 0;
  #line = '';

  get isDone(): boolean {
    return this.#next === 'nothing';
  }

  /**
   * Reads on, at most to the end of the body.
   *
   * @param onData told the parts of the body, without what frames them
   * @returns the index of the first byte that was not read
   * @throws SyntaxError where it is not chunked as it should be
   */
  read(bytes: Buffer, from: number, onData: (part: Buffer) => void): number {
    let at = from;
    while (at < bytes.length && !this.isDone) {
      if (this.#next === 'data') {
        const end = Math.min(bytes.length, at + this.#left);
        onData(bytes.subarray(at, end));
        this.#left -= end - at;
        at = end;
        if (this.#left === 0) this.#next = 'end of data';
        continue;
      }
      const newline = bytes.indexOf(10, at);
      const end = newline < 0 ? bytes.length : newline + 1;
      this.#line += bytes.toString('latin1', at, end);
      at = end;
      if (this.#line.length > longestLine) throw new SyntaxError('a line between chunks is long');
      if (newline >= 0) this.#readLine();
    }
    return at;
  }

  #readLine(): void {
    const line = this.#line.slice(0, -2);
    if (!this.#line.endsWith('\r\n')) throw new SyntaxError('a line between chunks has no CR');
    this.#line = '';
    if (this.#next === 'trailer') {
      if (line === '') this.#next = 'nothing';
      return;
    }
    if (this.#next === 'end of data') {
      if (line !== '') throw new SyntaxError('a chunk is longer than it says');
      this.#next = 'size';
      return;
    }
    const [, size = ''] = /^([\da-f]{1,13})[ \t]*(?:;.*)?$/i.exec(line) ?? [];
    if (size === '') throw new SyntaxError('the size of a chunk is no number');
    this.#left = Number.parseInt(size, 16);
    this.#next = this.#left === 0 ? 'trailer' : 'data';
  }
}
