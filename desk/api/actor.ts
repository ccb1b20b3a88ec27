const KEY = "muster.actor";

/** The name that this browser's entries carry; "" for the server's own. */
export const actorName = (): string => localStorage.getItem(KEY) ?? "";

export function setActorName(name: string): void {
  if (name.trim() === "") localStorage.removeItem(KEY);
  else localStorage.setItem(KEY, name.trim());
}

export function actorHeader(): Record<string, string> {
  const name = actorName();
  return name === "" ? {} : { "muster-actor": encodeURIComponent(name) };
}
