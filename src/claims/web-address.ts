/** The address as a link may carry it: http or https, in normal form, without user and password. Anything else is null. */
export function webAddress(url: string | null): string | null {
  if (url === null || !URL.canParse(url)) return null;
  const address = new URL(url);
  if (address.protocol !== "http:" && address.protocol !== "https:") return null;
  address.username = "";
  address.password = "";
  return address.href;
}
