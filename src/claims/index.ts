export * from "./claim.ts";
export * from "./document.ts";
export * from "./equality.ts";
export * from "./quantity.ts";
export * from "./span.ts";
export * from "./edtf.ts";
export * from "./estimate.ts";
