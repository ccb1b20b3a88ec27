import { formatVerifier, signCheckpoint, type Signer } from "./signed-note.ts";
import type { Store, StoredCheckpoint } from "./store.ts";

/** Signs the ledger's present head and keeps the signature beside the entries. A head that this key has signed is left as it is. */
export async function signHead(store: Store, signer: Signer): Promise<StoredCheckpoint> {
  const head = await store.head();
  const verifier = formatVerifier(signer);
  const known = (await store.checkpoints()).find((checkpoint) => checkpoint.size === head.size && checkpoint.verifier === verifier);
  if (known !== undefined) return known;
  const checkpoint = { size: head.size, verifier, note: signCheckpoint(head, signer), timeStamp: null };
  await store.transact((writer) => writer.putCheckpoint(checkpoint));
  return checkpoint;
}
