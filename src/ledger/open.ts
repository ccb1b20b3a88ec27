import { toLedgerError } from "./database-error.ts";
import type { SqlStore } from "./sql-store.ts";
import type { OpenOptions } from "./sqlite-store.ts";
import type { Store } from "./store.ts";

export const DEFAULT_LEDGER = "muster.db";

const isAddress = (place: string): boolean => /^postgres(?:ql)?:\/\//.test(place);

async function nameOf(place: string): Promise<string> {
  return isAddress(place) ? (await import("./postgres-store.ts")).withoutPassword(place) : place;
}

async function openStore(place: string, options: OpenOptions): Promise<SqlStore> {
  if (isAddress(place)) return (await import("./postgres-store.ts")).openPostgres(place, options);
  return (await import("./sqlite-store.ts")).openSqlite(place, options);
}

/**
 * Opens a ledger, lends it, and closes it again.
 *
 * @param place  the path of a file, or a `postgres://` address
 * @throws LedgerError for whatever the ledger or its database refuse, under the ledger's name
 */
export async function withStore<T>(place: string, options: OpenOptions, work: (store: Store) => Promise<T>): Promise<T> {
  try {
    const store = await openStore(place, options);
    try {
      return await work(store);
    } finally {
      await store.close();
    }
  } catch (error) {
    throw toLedgerError(error, await nameOf(place)) ?? error;
  }
}
