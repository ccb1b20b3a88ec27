import { v5 } from "uuid";
import { listChunks, toJson } from "./json-text.ts";
import { positionOf, type DocumentRef, type ExportOptions, type ExportRecord, type Records } from "./record.ts";
import { EXTENSION, MUSTER, NAMESPACE, type StixObject } from "./stix-core.ts";
import { documentId, documentOf, forceOf, locationOf, noteOf, opinionOf, outletOf, sourceOf } from "./stix-objects.ts";

/** A bundle in the making. */
class Bundle {
  readonly #options: ExportOptions;
  readonly #exportedAt: string;
  /** Ids of documents, identities and locations: a bundle names each once. */
  readonly #known = new Set<string>();
  #document: DocumentRef | null = null;
  #refs = new Set<string>();

  constructor(options: ExportOptions) {
    this.#options = options;
    this.#exportedAt = new Date(options.exportedAt).toISOString();
  }

  /** What a record adds to the bundle; first the document before it, when that is complete. */
  *add(record: ExportRecord): Generator<StixObject> {
    if (this.#document?.sha256 !== record.document.sha256) {
      yield* this.close();
      yield* this.#open(record.document);
    }
    const { claim } = record;
    const place = locationOf(claim, positionOf(record, this.#options.locate));
    const named = [forceOf(claim), sourceOf(claim.source), place].filter((object) => object !== null);
    yield* this.#shared(named);
    const note = noteOf(record, named.map(({ id }) => id), this.#exportedAt);
    const opinion = opinionOf(record, note.id, this.#exportedAt);
    for (const object of opinion === null ? [note] : [note, opinion]) {
      this.#refs.add(object.id);
      yield object;
    }
  }

  /** The document that is open, which can be written only when all that belongs to it is known. */
  *close(): Generator<StixObject> {
    if (this.#document !== null) yield documentOf(this.#document, [...this.#refs], this.#exportedAt);
    this.#document = null;
    this.#refs = new Set();
  }

  *#open(document: DocumentRef): Generator<StixObject> {
    const id = documentId(document);
    if (this.#known.has(id)) throw new Error(`the records of a document must stand together: ${document.sha256}`);
    this.#known.add(id);
    this.#document = document;
    const outlet = outletOf(document);
    yield* this.#shared(outlet === null ? [] : [outlet]);
  }

  *#shared(objects: readonly StixObject[]): Generator<StixObject> {
    for (const object of objects) {
      this.#refs.add(object.id);
      if (this.#known.has(object.id)) continue;
      this.#known.add(object.id);
      yield object;
    }
  }
}

/**
 * A STIX 2.1 bundle: a report for each document, a note for each claim, identities for forces, sources and outlets, a
 * location for each place, an opinion where a person has judged.
 */
export async function* stixChunks(records: Records, options: ExportOptions): AsyncGenerator<string> {
  const bundle = new Bundle(options);
  // The bundle's id comes from when it was made and what is in it, and so stands last.
  let uuid = v5(JSON.stringify([options.exportedAt, options.public]), NAMESPACE);
  async function* objects(): AsyncGenerator<string> {
    yield toJson(MUSTER);
    yield toJson(EXTENSION);
    for await (const record of records) for (const object of bundle.add(record)) yield* written(object);
    for (const object of bundle.close()) yield* written(object);
  }
  function* written(object: StixObject): Generator<string> {
    uuid = v5(object.id, uuid);
    yield toJson(object);
  }
  yield* listChunks('{"type":"bundle","objects":[', objects(), () => `],"id":"bundle--${uuid}"}`);
}
