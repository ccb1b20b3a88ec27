import PostalMime, { addressParser, type Address, type Email } from "postal-mime";
import type { Envelope, IntakeContext } from "../envelope.ts";
import { textOfFragment } from "../html.ts";
import { IntakeError } from "../issue.ts";
import { LIMITS } from "../limits.ts";
import { makeFrom, type Made } from "../made.ts";
import { parseStamp } from "../published.ts";
import { quickTextOf } from "../quick-text.ts";

const nameOf = (address: Address | undefined): string | null => (address === undefined ? null : address.name || address.address || null);

/** The list that a message came by, or else whoever sent it: "Example Monitor <list.example.org>" is "Example Monitor". */
function outletOf({ headers, from }: Email): string | null {
  const list = headers.find(({ key }) => key === "list-id")?.value;
  const [parsed] = list === undefined ? [] : addressParser(list);
  return parsed?.name || nameOf(from);
}

/** The day in the zone that the sender wrote it in: postal-mime turns it to UTC. */
const dayOf = ({ headers, date }: Email): string | null => parseStamp(headers.find(({ key }) => key === "date")?.value ?? date ?? "");

/**
 * One mail message: its plain text, or else the text of its HTML; attachments are not read. The subject is the title, the day of
 * sending the date of publication, the list or else the sender the outlet.
 *
 * @throws IntakeError BAD_MAIL, EMPTY, TOO_LONG
 */
export async function documentOfMail(bytes: Uint8Array, envelope: Envelope, { screen }: IntakeContext): Promise<Made> {
  const mail = await parse(bytes);
  const plain = mail.text?.replaceAll("\r\n", "\n").trim() ?? "";
  if (plain === "" && mail.html !== undefined && screen !== undefined) {
    const { text } = quickTextOf(mail.html);
    if (text.trim() !== "" && !(await screen(text, null))) return "stopped";
  }
  const text = plain === "" && mail.html !== undefined ? await textOfFragment(mail.html) : plain;
  if (text === "") throw new IntakeError("EMPTY", "is a message without text; give its attachments as files");
  const title = (mail.subject ?? "").replace(/\s+/g, " ").trim().slice(0, LIMITS.metadataCharacters);
  return makeFrom(text, bytes, envelope, {
    metadata: { id: mail.messageId?.replace(/^<|>$/g, "").slice(0, 500) || undefined, title, author: nameOf(mail.from), outlet: outletOf(mail), published: dayOf(mail) },
    publishedBy: "mail Date",
  });
}

async function parse(bytes: Uint8Array): Promise<Email> {
  try {
    return await PostalMime.parse(bytes, { maxNestingDepth: 30, maxHeadersSize: 500_000, maxRfc822NestingDepth: 3 });
  } catch (error) {
    throw new IntakeError("BAD_MAIL", "cannot be read as a mail message; save its text instead", { cause: error });
  }
}
