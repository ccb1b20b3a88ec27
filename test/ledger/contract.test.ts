import { afterAll, beforeAll, beforeEach, describe } from "vitest";
import { BACKENDS } from "./backends.ts";
import { asking } from "./contract/asking.ts";
import { deriving } from "./contract/deriving.ts";
import type { Here } from "./contract/here.ts";
import { judging } from "./contract/judging.ts";
import { keeping } from "./contract/keeping.ts";
import { removing } from "./contract/removing.ts";

// What every store promises, on each of them.
for (const backend of BACKENDS) {
  describe(`a ledger on ${backend.name}`, () => {
    let reason: string | null = null;
    const here: Here = { backend, place: "" };
    beforeAll(async () => void (reason = await backend.start()), 60_000);
    afterAll(() => backend.stop(), 60_000);
    beforeEach(async (context) => {
      if (reason !== null) context.skip(reason);
      here.place = await backend.newPlace();
    });

    for (const promises of [keeping, judging, removing, deriving, asking]) promises(here);
  });
}
