/** The encoding that a Content-Type names ("text/html; charset=windows-1251"); null where it names none. */
export function charsetOf(type: string | null): string | null {
  const parameters = (type ?? "").slice(0, 500).split(";").slice(1);
  for (const parameter of parameters) {
    const [name = "", value = ""] = parameter.split("=", 2);
    const label = value.trim().replaceAll(/["']/g, "");
    if (name.trim().toLowerCase() === "charset" && /^[\w-]{2,30}$/.test(label)) return label;
  }
  return null;
}
