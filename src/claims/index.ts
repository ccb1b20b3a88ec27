export * from "./claim.ts";
export * from "./days.ts";
export * from "./document.ts";
export * from "./equality.ts";
export * from "./quantity.ts";
export * from "./span.ts";
export * from "./statement.ts";
export * from "./edtf.ts";
