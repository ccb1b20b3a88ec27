/** A parameter of the address as a text; undefined where it is none. Numbers come parsed. */
export const text = (value: unknown): string | undefined => (typeof value === "string" && value !== "" ? value : typeof value === "number" ? String(value) : undefined);

/** A parameter that is a day, `YYYY-MM-DD`. */
export const day = (value: unknown): string | undefined => (typeof value === "string" && /^\d{4}-\d\d-\d\d$/.test(value) ? value : undefined);
