import { lookup } from "node:dns/promises";
import { BlockList, isIP } from "node:net";
import { IntakeError } from "../issue.ts";

/** IANA's special-purpose IPv4 addresses: private, loopback, link-local, shared, for documentation, multicast, reserved. */
const SPECIAL_4 = [
  ["0.0.0.0", 8], ["10.0.0.0", 8], ["100.64.0.0", 10], ["127.0.0.0", 8], ["169.254.0.0", 16], ["172.16.0.0", 12], ["192.0.0.0", 24], ["192.0.2.0", 24],
  ["192.88.99.0", 24], ["192.168.0.0", 16], ["198.18.0.0", 15], ["198.51.100.0", 24], ["203.0.113.0", 24], ["224.0.0.0", 4], ["240.0.0.0", 4],
] as const;
/** The only global unicast block of IPv6, and what in it leads elsewhere: Teredo and others, documentation, 6to4. */
const GLOBAL_6 = ["2000::", 3] as const;
const SPECIAL_6 = [["2001::", 23], ["2001:db8::", 32], ["2002::", 16], ["3fff::", 20]] as const;

function listOf(family: "ipv4" | "ipv6", nets: readonly (readonly [string, number])[]): BlockList {
  const list = new BlockList();
  for (const [net, prefix] of nets) list.addSubnet(net, prefix, family);
  return list;
}
const special4 = listOf("ipv4", SPECIAL_4);
const special6 = listOf("ipv6", SPECIAL_6);
const global6 = listOf("ipv6", [GLOBAL_6]);

/** Whether a network address is one of the open internet. IPv4 in the clothes of IPv6 is not. */
export function isPublicAddress(address: string): boolean {
  // An IPv6 address may name the interface that it is on.
  const bare = address.split("%", 1)[0] ?? "";
  if (isIP(bare) === 4) return !special4.check(bare, "ipv4");
  return isIP(bare) === 6 && global6.check(bare, "ipv6") && !special6.check(bare, "ipv6");
}

export interface NetAddress {
  address: string;
  family: number;
}

/** Finds the addresses of a host; the machine's own way by default. */
export type Resolve = (host: string) => Promise<NetAddress[]>;

export const resolveBySystem: Resolve = (host) => lookup(host, { all: true });

const toFamily = (address: string): NetAddress => ({ address, family: isIP(address) });

/**
 * The addresses that a connection to a host may go to. Those that are asked for are looked at here, and the connection is made to one
 * of what is returned, so that a second answer of the DNS has no say.
 *
 * @param host       as `URL.hostname` has it
 * @param isAllowed  whether a network address may be asked; {@link isPublicAddress} as a rule
 * @throws IntakeError PRIVATE_ADDRESS, NO_ANSWER
 */
export async function allowedAddresses(host: string, resolve: Resolve, isAllowed: (address: string) => boolean): Promise<NetAddress[]> {
  const literal = host.replace(/^\[|\]$/g, "");
  const found = isIP(literal) === 0 ? await resolve(host) : [toFamily(literal)];
  if (found.length === 0) throw new IntakeError("NO_ANSWER", "has a host that nobody knows; check the address");
  const allowed = found.filter(({ address }) => isAllowed(address));
  if (allowed.length > 0) return allowed;
  throw new IntakeError("PRIVATE_ADDRESS", `leads into a private network (${found[0]?.address}); give --allow-private if that is meant`);
}

/** An address on the web without fragment and password. @throws IntakeError BAD_ADDRESS */
export function parseAddress(text: string, base?: string): URL {
  if (!URL.canParse(text, base)) throw new IntakeError("BAD_ADDRESS", "is no web address; write it as https://example.org/page");
  const url = new URL(text, base);
  if (url.protocol !== "http:" && url.protocol !== "https:") throw new IntakeError("BAD_ADDRESS", `leads to ${url.protocol.slice(0, 20)} and only http and https are fetched; check the address`);
  if (url.href.length > 2_000) throw new IntakeError("BAD_ADDRESS", "is longer than 2,000 characters; check the address");
  [url.hash, url.username, url.password] = ["", "", ""];
  return url;
}
