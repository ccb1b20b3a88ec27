import { randomBytes } from "node:crypto";
import * as asn1js from "asn1js";
import { AlgorithmIdentifier, ContentInfo, MessageImprint, SignedData, TimeStampReq, TimeStampResp, TSTInfo } from "pkijs";
import { LedgerError } from "./error.ts";
import { sha256 } from "./sha256.ts";

// RFC 3161: a time-stamping authority signs a hash together with the time.

const SHA256_OID = "2.16.840.1.101.3.4.2.1";
const TIMEOUT_MS = 30_000;
/** Bytes of an answer: a token with its certificates has some thousands. */
const MAX_ANSWER_BYTES = 200_000;
/** "granted" and "granted with modifications" (RFC 3161, 2.4.2). */
const MOST_GRANTED = 1;

export interface TimeStamp {
  /** The authority's whole answer (DER), as `openssl ts -verify -in` takes it. */
  token: Uint8Array;
  /** When, by the authority's clock: `2023-11-02T12:00:00.000Z`. */
  time: string;
}

const bad = (url: string, what: string, cause?: unknown): LedgerError =>
  new LedgerError("BAD_TIMESTAMP", `the time-stamping authority ${url} ${what}; try again or name another by --tsa`, { cause });

const toBuffer = (bytes: Uint8Array): ArrayBuffer => new Uint8Array(bytes).buffer;

function requestOf(data: Uint8Array, nonce: Uint8Array): ArrayBuffer {
  const request = new TimeStampReq({
    version: 1,
    messageImprint: new MessageImprint({
      hashAlgorithm: new AlgorithmIdentifier({ algorithmId: SHA256_OID, algorithmParams: new asn1js.Null() }),
      hashedMessage: new asn1js.OctetString({ valueHex: toBuffer(sha256(data)) }),
    }),
    nonce: new asn1js.Integer({ valueHex: toBuffer(nonce) }),
    certReq: true,
  });
  return request.toSchema().toBER();
}

/**
 * Has an authority sign that data was there at a time. The answer is for this data and this request, and its signature is that of the
 * certificate in it; whether that certificate is to be believed is for `openssl ts -verify` and the authority's own root.
 *
 * @param url  http or https
 * @throws LedgerError BAD_TIMESTAMP
 */
export async function requestTimeStamp(url: string, data: Uint8Array): Promise<TimeStamp> {
  if (!URL.canParse(url) || !/^https?:$/.test(new URL(url).protocol)) {
    throw new LedgerError("BAD_TIMESTAMP", `--tsa is no web address: ${JSON.stringify(url)}; write it as https://…`);
  }
  // A leading zero bit keeps the number positive, a leading one its length.
  const nonce = randomBytes(16);
  nonce[0] = ((nonce[0] as number) & 0x3f) | 0x40;
  const token = await post(url, requestOf(data, nonce));
  return { token, time: await checkAnswer(url, token, data, nonce) };
}

async function post(url: string, body: ArrayBuffer): Promise<Uint8Array> {
  try {
    const answer = await fetch(url, { method: "POST", headers: { "content-type": "application/timestamp-query" }, body, signal: AbortSignal.timeout(TIMEOUT_MS) });
    if (!answer.ok || answer.body === null) throw bad(url, `answered ${answer.status}`);
    const parts: Uint8Array[] = [];
    let size = 0;
    for await (const part of answer.body) {
      size += part.byteLength;
      if (size > MAX_ANSWER_BYTES) throw bad(url, "sends more than an answer should have");
      parts.push(part);
    }
    return Buffer.concat(parts);
  } catch (error) {
    if (error instanceof LedgerError) throw error;
    throw bad(url, "cannot be reached", error);
  }
}

/** @returns the time that was signed */
async function checkAnswer(url: string, token: Uint8Array, data: Uint8Array, nonce: Uint8Array): Promise<string> {
  try {
    const response = TimeStampResp.fromBER(toBuffer(token));
    if (response.status.status > MOST_GRANTED || response.timeStampToken === undefined) throw bad(url, `refused (status ${response.status.status})`);
    const signed = new SignedData({ schema: new ContentInfo({ schema: response.timeStampToken.toSchema() }).content });
    const content = signed.encapContentInfo.eContent?.getValue();
    if (content === undefined) throw bad(url, "answered without a time");
    const info = TSTInfo.fromBER(content);
    if (!isSame(info.messageImprint.hashedMessage.getValue(), sha256(data))) throw bad(url, "stamped something else");
    if (info.nonce === undefined || !isSame(info.nonce.valueBlock.valueHexView, nonce)) throw bad(url, "answered another request");
    if (!(await signed.verify({ signer: 0, data: toBuffer(data), checkChain: false }))) throw bad(url, "gave a signature that does not hold");
    return info.genTime.toISOString();
  } catch (error) {
    if (error instanceof LedgerError) throw error;
    throw bad(url, "gave an answer that is no time stamp", error);
  }
}

const isSame = (a: ArrayBuffer | Uint8Array, b: Uint8Array): boolean => Buffer.compare(a instanceof Uint8Array ? a : new Uint8Array(a), b) === 0;
