import { fileURLToPath } from "node:url";
import react from "@vitejs/plugin-react";
import { defineConfig, type Plugin } from "vite";

const here = (path: string): string => fileURLToPath(new URL(path, import.meta.url));

/** Which layer of styles wins, the last one: said at the head of every file, since any of them may be the first that a browser reads. */
const layers: Plugin = {
  name: "layers",
  enforce: "pre",
  transform: (code, id) => (id.endsWith(".css") ? `@layer tokens, base, parts, pages;\n${code}` : null),
};

/** The two fonts that every page shows, fetched along with the page and not only once a style asks for them. */
const preloadFonts: Plugin = {
  name: "preload-fonts",
  transformIndexHtml: {
    order: "post",
    handler: (_, { bundle = {} }) =>
      Object.keys(bundle).filter((name) => /-latin-wght-normal-.*\.woff2$/.test(name))
        .map((name) => ({ tag: "link", attrs: { rel: "preload", as: "font", type: "font/woff2", href: `/${name}`, crossorigin: "" }, injectTo: "head-prepend" })),
  },
};

export default defineConfig({
  root: here("."),
  plugins: [layers, react(), preloadFonts],
  build: {
    outDir: here("../dist/desk"),
    emptyOutDir: true,
    // Everything is a file of this server: the content security policy lets nothing else in.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    target: "es2022",
    reportCompressedSize: false,
    rolldownOptions: { checks: { pluginTimings: false } },
  },
  // While the desk is worked on: `muster serve` answers, Vite serves the page. A page of Vite's has no nonce.
  server: { proxy: { "/api": { target: "http://127.0.0.1:4180", headers: { origin: "http://127.0.0.1:4180" }, changeOrigin: true } } },
});
