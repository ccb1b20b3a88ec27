import { COLUMNS } from "./columns.ts";
import { listChunks, toJson } from "./json-text.ts";
import { positionOf, type ExportOptions, type ExportRecord, type Locate, type Records } from "./record.ts";

/**
 * A claim as a point, with the columns of the CSV as its properties. A country, a region, a border or a base has no
 * point, and a point in its middle would be a claim that nobody made: such features are unlocated (RFC 7946, 3.2) and
 * say `place` and `country`. No outlines are drawn, so none is drawn wrongly where borders are disputed.
 */
function featureOf(record: ExportRecord, locate: Locate): object {
  const position = positionOf(record, locate);
  const geometry = position === null ? null : { type: "Point", coordinates: [position.lon, position.lat] };
  return { type: "Feature", id: record.id, geometry, properties: Object.fromEntries(COLUMNS.map(([name, cell]) => [name, cell(record)])) };
}

async function* features(records: Records, locate: Locate): AsyncGenerator<string> {
  for await (const record of records) yield toJson(featureOf(record, locate));
}

/** GeoJSON (RFC 7946): a FeatureCollection, one feature a claim. */
export const geoJsonChunks = (records: Records, { locate }: ExportOptions): AsyncGenerator<string> =>
  listChunks('{"type":"FeatureCollection","features":[', features(records, locate), () => "]}");
