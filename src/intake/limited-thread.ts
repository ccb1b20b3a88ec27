import { Worker } from "node:worker_threads";

/** What one question may use of memory, in megabytes; what needs more ends the thread and not the program. */
const MOST_MEMORY = 1_000;

/**
 * A thread that is asked one thing at a time and can be ended when it takes too long, whatever it is busy with. It is started by
 * the first question, stays for the next one, and keeps no program from ending.
 */
export class LimitedThread<Question, Answer> {
  private idle: Worker | null = null;
  private readonly program: URL;

  constructor(program: URL) {
    this.program = program;
  }

  /**
   * @param transfer  buffers of the question that are given away
   * @returns "late" where the time is over, and what ended the thread where it did not answer
   */
  async ask(question: Question, transfer: readonly ArrayBuffer[], limitMs: number): Promise<Answer | "late" | Error> {
    const worker = this.idle ?? this.start();
    this.idle = null;
    forget(worker);
    const outcome = await new Promise<{ answer: Answer } | "late" | Error>((resolve) => {
      const timer = setTimeout(resolve, limitMs, "late");
      const end = (result: { answer: Answer } | Error): void => {
        clearTimeout(timer);
        resolve(result);
      };
      worker.once("message", (answer: Answer) => end({ answer }));
      worker.once("error", end).once("exit", (code) => end(new Error(`the thread ended with ${code}`)));
      worker.postMessage(question, transfer);
    });
    forget(worker);
    const isDone = !(outcome instanceof Error) && outcome !== "late";
    if (isDone && this.idle === null) this.keep(worker);
    else await worker.terminate();
    return isDone ? outcome.answer : outcome;
  }

  private keep(worker: Worker): void {
    this.idle = worker;
    const drop = (): void => {
      if (this.idle === worker) this.idle = null;
    };
    worker.once("error", drop).once("exit", drop);
  }

  private start(): Worker {
    const worker = new Worker(this.program, { execArgv: [], resourceLimits: { maxOldGenerationSizeMb: MOST_MEMORY } });
    worker.unref();
    return worker;
  }
}

// By name: Node hangs listeners of its own on a worker.
function forget(worker: Worker): void {
  for (const event of ["message", "error", "exit"]) worker.removeAllListeners(event);
}
