import { describe, expect, it } from "vitest";
import { formatSeconds, Meter } from "../../src/cli/meter.ts";

/** A meter on a stream of its own, whose clock stands until it is set on. */
function meterOn(isTTY: boolean, isQuiet = false) {
  const written: string[] = [];
  const clock = { now: 0 };
  const meter = new Meter(isQuiet, { isTTY, write: (text: string | Uint8Array) => written.push(String(text)) > 0 }, () => clock.now);
  return { meter, clock, written };
}

describe("how far a long run is", () => {
  it("is a bar on a terminal: how many, how fast, how many with claims, how long still; it steps aside for what is printed", () => {
    const { meter, clock, written } = meterOn(true);
    meter.expect(1_000);
    for (let i = 0; i < 4; i += 1) meter.count(i === 0);
    clock.now = 2_000;
    meter.advance(500);
    meter.aside();
    meter.aside();
    expect(written).toEqual(["\r\u001b[K[############            ] 4 documents, 2.0 a second, 1 with claims, about 0:02 left", "\r\u001b[K"]);
  });
  it("is a plain line now and then elsewhere", () => {
    const { meter, clock, written } = meterOn(false);
    for (clock.now = 0; clock.now <= 25_000; clock.now += 1_000) meter.count(false);
    expect(written).toEqual([expect.stringMatching(/^muster: 11 documents, 1\.1 a second, 0 with claims\n$/), expect.stringMatching(/^muster: 21 documents, .*\n$/)]);
  });
  it("is not told where quiet is wanted", () => {
    const { meter, clock, written } = meterOn(false, true);
    clock.now = 60_000;
    meter.count(true);
    meter.aside();
    expect(written).toEqual([]);
  });
  it.each([[5, "0:05"], [185, "3:05"], [3720, "1:02:00"]])("%d seconds are %s", (seconds, text) => expect(formatSeconds(seconds)).toBe(text));
});
