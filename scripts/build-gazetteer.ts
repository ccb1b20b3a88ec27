// Compiles data/gazetteer.bin from GeoNames and ISO 3166-2. Run it once before the tests or a build:
//   npx tsx scripts/build-gazetteer.ts
import { mkdirSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { compileGazetteer } from "./gazetteer/compile.ts";
import { encodeGazetteer } from "./gazetteer/encode.ts";

const content = compileGazetteer();
const bytes = encodeGazetteer(content);
const file = fileURLToPath(new URL("../data/gazetteer.bin", import.meta.url));
mkdirSync(fileURLToPath(new URL("../data", import.meta.url)), { recursive: true });
writeFileSync(file, bytes);
process.stdout.write(
  `data/gazetteer.bin: ${content.places.length} places, ${content.keys.size} names, ${(bytes.length / 1e6).toFixed(1)} MB\n`,
);
