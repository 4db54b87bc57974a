const NEW_LINE = 0x0a;
const BYTE_ORDER_MARK = "\uFEFF";

/**
 * Calls `read` for every line of UTF-8 bytes, with memory for one chunk and one line only. Written
 * out because `node:readline` costs as much per line as the whole parsing of it; lines are cut from
 * the bytes, so that each is decoded once.
 */
export async function eachLine(chunks: AsyncIterable<unknown>, read: (line: string) => void): Promise<void> {
  let isFirst = true;
  const tell = (line: string) => {
    read(isFirst && line.startsWith(BYTE_ORDER_MARK) ? line.slice(1) : line);
    isFirst = false;
  };
  let rest: Buffer[] = [];
  for await (const chunk of chunks) {
    const bytes = Buffer.isBuffer(chunk) ? chunk : Buffer.from(String(chunk), "utf8");
    let start = 0;
    for (let end = bytes.indexOf(NEW_LINE); end >= 0; end = bytes.indexOf(NEW_LINE, start)) {
      if (rest.length === 0) {
        tell(bytes.toString("utf8", start, end));
      } else {
        tell(Buffer.concat([...rest, bytes.subarray(0, end)]).toString("utf8"));
        rest = [];
      }
      start = end + 1;
    }
    if (start < bytes.length) rest.push(bytes.subarray(start));
  }
  if (rest.length > 0) tell(Buffer.concat(rest).toString("utf8"));
}
