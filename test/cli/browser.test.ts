import { expect, it } from "vitest";
import { openerOf, type Surroundings } from "../../src/cli/browser.ts";

const desktop: Surroundings = { platform: "linux", env: { DISPLAY: ":0" }, isTerminal: true };

it.each<[string, Partial<Surroundings>, string | null]>([
  ["on a desktop", {}, "xdg-open"],
  ["on a Mac", { platform: "darwin", env: {} }, "open"],
  ["on Windows", { platform: "win32", env: {} }, "cmd"],
  ["under Wayland", { env: { WAYLAND_DISPLAY: "wayland-0" } }, "xdg-open"],
  ["where CI says that it is none", { env: { DISPLAY: ":0", CI: "false" } }, "xdg-open"],
  ["on a server without a display", { env: {} }, null],
  ["where the output goes to a file", { isTerminal: false }, null],
  ["in continuous integration", { platform: "darwin", env: { CI: "true" } }, null],
  ["where none is wanted", { platform: "darwin", env: { BROWSER: "none" } }, null],
])("a browser is opened where there is one: %s", (_, there, expected) => {
  expect(openerOf({ ...desktop, ...there })?.[0] ?? null).toBe(expected);
});
