import { parentPort } from "node:worker_threads";
import { IntakeError } from "../issue.ts";
import { pagesOfPdf } from "./pdf-pages.ts";
import type { PdfAnswer } from "./pdf.ts";

// The thread in which PDFs are read, one after the other; see pdf.ts.
async function answerTo(bytes: Uint8Array): Promise<PdfAnswer> {
  try {
    return { pages: await pagesOfPdf(bytes) };
  } catch (error) {
    if (error instanceof IntakeError) return { error: { code: error.code, message: error.message } };
    if (error instanceof Error) return { error: { name: error.name, message: error.message } };
    throw error;
  }
}

parentPort?.on("message", (bytes: Uint8Array) => void answerTo(bytes).then((answer) => parentPort?.postMessage(answer)));
