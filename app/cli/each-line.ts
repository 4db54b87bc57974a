/**
 * Calls `read` for every line of a text stream, with memory for one chunk only. Written out because
 * `node:readline` costs as much per line as the whole parsing of it.
 */
export async function eachLine(chunks: AsyncIterable<unknown>, read: (line: string) => void): Promise<void> {
  let rest = "";
  let isFirst = true;
  for await (const chunk of chunks) {
    let text = rest + String(chunk);
    if (isFirst && text.startsWith("\uFEFF")) text = text.slice(1);
    isFirst = false;
    let start = 0;
    for (let end = text.indexOf("\n"); end >= 0; end = text.indexOf("\n", start)) {
      read(text.slice(start, end));
      start = end + 1;
    }
    rest = text.slice(start);
  }
  if (rest !== "") read(rest);
}
