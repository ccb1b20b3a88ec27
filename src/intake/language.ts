/** UTF-16 units by which a language is told, and without which it is not. */
const ENOUGH = 2_000;
const TOO_FEW = 60;

/**
 * The language of a text that does not say, told by its letters; null where there are too few or they leave it open.
 *
 * @returns an ISO 639-1 code
 */
export async function detectLanguage(text: string): Promise<string | null> {
  if (text.length < TOO_FEW) return null;
  const { eld } = await import("eld/extrasmall");
  const result = eld.detect(text.slice(0, ENOUGH));
  return result.language !== "" && result.isReliable() ? result.language : null;
}
