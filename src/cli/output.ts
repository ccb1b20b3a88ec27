import { once } from "node:events";

/**
 * Writes to standard output, waiting while the reader of a pipe is slow, so that memory stays flat.
 */
export async function write(text: string): Promise<void> {
  if (!process.stdout.write(text)) await once(process.stdout, "drain");
}

/** When whoever reads our output stops reading (`muster read ... | head`), the work is done: end without a word. */
export function endQuietlyOnClosedPipe(): void {
  process.stdout.on("error", (error: NodeJS.ErrnoException) => {
    if (error.code !== "EPIPE") throw error;
    process.exit();
  });
}
