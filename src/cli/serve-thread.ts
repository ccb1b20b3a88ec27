import { workerData } from "node:worker_threads";
import { now } from "../app.ts";
import { createServer } from "../api/server.ts";
import { answerParent } from "../api/thread.ts";
import { withStore } from "../ledger/open.ts";
import { complainInternally } from "./exit.ts";
import { versionOf } from "./version.ts";
import { ownSigner } from "./with-ledger.ts";

// The second thread of `muster serve`, which only reads.
const { ledger } = workerData as { ledger: string };
await withStore(ledger, { create: false, readOnly: true, now }, async (store) => {
  const api = await createServer({ store, signer: ownSigner(), token: null, actor: "", version: versionOf(), report: (error) => complainInternally(error, "putting claims together"), keepsAnswers: false });
  const answering = answerParent(api);
  // Before anybody asks: what the first page shows.
  await api.inject({ url: "/api/situations", headers: { host: "localhost" } });
  await answering;
});
