import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { Frontier, leafHash, MerkleTree, nodeHash, verifyConsistency, verifyInclusion } from "../../src/ledger/merkle.ts";

const hex = (bytes: Uint8Array) => Buffer.from(bytes).toString("hex");
const bytes = (text: string) => new Uint8Array(Buffer.from(text, "hex"));

// The reference tree of Certificate Transparency (google/certificate-transparency, merkle_tree_test), made for RFC 6962
// and unchanged in RFC 9162: inputs, the root after each, and proofs.
const LEAVES = ["", "00", "10", "2021", "3031", "40414243", "5051525354555657", "606162636465666768696a6b6c6d6e6f"].map(bytes);
const ROOTS = [
  "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855",
  "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d",
  "fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125",
  "aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77",
  "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
  "4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4",
  "76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef",
  "ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c",
  "5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328",
];
const INCLUSION: [number, number, string[]][] = [
  [0, 1, []],
  [0, 8, ["96a296d224f285c67bee93c30f8a309157f0daa35dc5b87e410b78630a09cfc7", "5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e", "6b47aaf29ee3c2af9af889bc1fb9254dabd31177f16232dd6aab035ca39bf6e4"]],
  [5, 8, ["bc1a0643b12e4d2d7c77918f44e0f4f79a838b6cf9ec5b5c283e1f4d88599e6b", "ca854ea128ed050b41b35ffc1b87b8eb2bde461e9e3b5596ece6b9d5975a0ae0", "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7"]],
  [2, 3, ["fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125"]],
  [1, 5, ["6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d", "5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e", "bc1a0643b12e4d2d7c77918f44e0f4f79a838b6cf9ec5b5c283e1f4d88599e6b"]],
];
const CONSISTENCY: [number, number, string[]][] = [
  [1, 1, []],
  [1, 8, ["96a296d224f285c67bee93c30f8a309157f0daa35dc5b87e410b78630a09cfc7", "5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e", "6b47aaf29ee3c2af9af889bc1fb9254dabd31177f16232dd6aab035ca39bf6e4"]],
  [6, 8, ["0ebc5d3437fbe2db158b9f126a1d118e308181031d0a949f8dededebc558ef6a", "ca854ea128ed050b41b35ffc1b87b8eb2bde461e9e3b5596ece6b9d5975a0ae0", "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7"]],
  [2, 5, ["5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e", "bc1a0643b12e4d2d7c77918f44e0f4f79a838b6cf9ec5b5c283e1f4d88599e6b"]],
];

function treeOf(leaves: readonly Uint8Array[]): MerkleTree {
  const tree = new MerkleTree();
  for (const leaf of leaves) tree.add(leafHash(leaf));
  return tree;
}

const reference = treeOf(LEAVES);

describe("the reference tree of RFC 6962 and RFC 9162", () => {
  it("has its roots, computed in one go and leaf by leaf", () => {
    const frontier = Frontier.empty();
    const grown = [hex(frontier.root()), ...LEAVES.map((leaf) => (frontier.add(leafHash(leaf)), hex(frontier.root())))];
    expect(grown).toEqual(ROOTS);
    expect(ROOTS.map((_, size) => hex(reference.root(size)))).toEqual(ROOTS);
  });

  it.each(INCLUSION)("has the proof that leaf %i is in the tree of %i", (index, size, proof) => {
    expect(reference.inclusionProof(index, size).map(hex)).toEqual(proof);
    expect(verifyInclusion({ leaf: leafHash(LEAVES[index] as Uint8Array), index, size, proof: proof.map(bytes), root: bytes(ROOTS[size] as string) })).toBe(true);
  });

  it.each(CONSISTENCY)("has the proof that the tree of %i is the beginning of that of %i", (oldSize, size, proof) => {
    expect(reference.consistencyProof(oldSize, size).map(hex)).toEqual(proof);
    const [oldRoot, root] = [oldSize, size].map((at) => bytes(ROOTS[at] as string)) as [Uint8Array, Uint8Array];
    expect(verifyConsistency({ oldSize, oldRoot, size, root, proof: proof.map(bytes) })).toBe(true);
  });
});

// The definition of RFC 9162, 2.1.1, written down as it stands there.
function rootByDefinition(leaves: readonly Uint8Array[]): Uint8Array {
  if (leaves.length === 1) return leafHash(leaves[0] as Uint8Array);
  let k = 1;
  while (k * 2 < leaves.length) k *= 2;
  return nodeHash(rootByDefinition(leaves.slice(0, k)), rootByDefinition(leaves.slice(k)));
}

const leafLists = fc.array(fc.uint8Array({ maxLength: 4 }), { minLength: 1, maxLength: 70 });

describe("a tree of any leaves", () => {
  it("has the root that the definition gives, and so has its frontier, written down and read back at any point", () => {
    fc.assert(
      fc.property(leafLists, fc.nat(), (leaves, at) => {
        let frontier = Frontier.empty();
        leaves.forEach((leaf, i) => {
          if (i === at % leaves.length) frontier = Frontier.parse(i, frontier.toString());
          frontier.add(leafHash(leaf));
        });
        expect(hex(frontier.root())).toBe(hex(rootByDefinition(leaves)));
        expect(hex(treeOf(leaves).root())).toBe(hex(rootByDefinition(leaves)));
      }),
    );
  });

  it("gives proofs that hold, and no longer hold when one thing in them is another", () => {
    fc.assert(
      fc.property(leafLists, fc.nat(), fc.nat(), (leaves, a, b) => {
        const tree = treeOf(leaves);
        const size = (a % leaves.length) + 1;
        const [index, root] = [b % size, tree.root(size)];
        const proof = tree.inclusionProof(index, size);
        const leaf = leafHash(leaves[index] as Uint8Array);
        expect(verifyInclusion({ leaf, index, size, proof, root })).toBe(true);
        const other = leafHash(Buffer.from("another leaf"));
        expect(verifyInclusion({ leaf: other, index, size, proof, root })).toBe(false);
        expect(verifyInclusion({ leaf, index, size, proof: [...proof, other], root })).toBe(false);
        expect(verifyInclusion({ leaf, index: size, size, proof, root })).toBe(false);
        const changed = proof.map((_, at) => proof.map((hash, i) => (i === at ? other : hash)));
        expect(changed.filter((one) => verifyInclusion({ leaf, index, size, proof: one, root }))).toEqual([]);
      }),
    );
  });

  it("proves that each beginning of it is one, and of no other tree", () => {
    fc.assert(
      fc.property(leafLists, fc.nat(), fc.nat(), (leaves, a, b) => {
        const tree = treeOf(leaves);
        const size = (a % leaves.length) + 1;
        const oldSize = (b % size) + 1;
        const given = { oldSize, oldRoot: tree.root(oldSize), size, root: tree.root(size), proof: tree.consistencyProof(oldSize, size) };
        expect(verifyConsistency(given)).toBe(true);
        const other = leafHash(Buffer.from("another leaf"));
        expect(verifyConsistency({ ...given, oldRoot: other })).toBe(false);
        expect(verifyConsistency({ ...given, root: other })).toBe(false);
        expect(verifyConsistency({ ...given, proof: [...given.proof, other] })).toBe(false);
        const shorter = given.proof.map((_, at) => given.proof.toSpliced(at, 1));
        expect(shorter.filter((proof) => verifyConsistency({ ...given, proof }))).toEqual([]);
      }),
    );
  });

  it("refuses sizes and leaves that it does not have", () => {
    expect(() => reference.inclusionProof(8)).toThrow(RangeError);
    expect(() => reference.inclusionProof(0, 9)).toThrow(RangeError);
    expect(() => reference.consistencyProof(0)).toThrow(RangeError);
    expect(() => reference.consistencyProof(9)).toThrow(RangeError);
    expect(() => Frontier.parse(3, "00")).toThrow(RangeError);
  });
});
