import { connect, type Socket } from "node:net";

/**
 * A kept-alive HTTP connection with one request under way, spoken raw: Node's own client would cost
 * the load generator more than the server needs to answer.
 */
export class RawConnection {
  private readonly socket: Socket;
  private received = "";
  private waiting: { resolve: (status: number) => void; reject: (error: Error) => void } | undefined;

  constructor(host: string, port: number) {
    this.socket = connect({ host, port, noDelay: true });
    this.socket.setEncoding("latin1");
    this.socket.on("data", (chunk: string) => {
      this.received += chunk;
      this.answerIfComplete();
    });
    this.socket.on("error", (error) => this.waiting?.reject(error));
    this.socket.on("close", () => this.waiting?.reject(new Error("the server closed the connection")));
  }

  send(request: Buffer): Promise<number> {
    return new Promise((resolve, reject) => {
      this.waiting = { resolve, reject };
      this.socket.write(request);
    });
  }

  close(): void {
    this.waiting = undefined;
    this.socket.destroy();
  }

  private answerIfComplete(): void {
    const headEnd = this.received.indexOf("\r\n\r\n");
    if (headEnd < 0) return;
    const head = this.received.slice(0, headEnd).toLowerCase();
    const length = /content-length: (\d+)/.exec(head)?.[1];
    const chunked = head.includes("transfer-encoding: chunked");
    const end =
      length === undefined && chunked
        ? this.received.indexOf("0\r\n\r\n", headEnd) + 5
        : headEnd + 4 + Number(length ?? 0);
    if (end < headEnd + 4 || this.received.length < end) return;
    this.received = this.received.slice(end);
    const { waiting } = this;
    this.waiting = undefined;
    waiting?.resolve(Number(head.slice(9, 12)));
  }
}
