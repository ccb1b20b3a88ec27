import { Readable } from "node:stream";
import type { FastifyReply } from "fastify";

/** Sends a text piece by piece as a file to keep, as fast as the other side takes it. */
export const sendLines = (reply: FastifyReply, fileName: string, type: string, chunks: AsyncIterable<string>): FastifyReply =>
  reply.type(`${type}; charset=utf-8`).header("content-disposition", `attachment; filename="${fileName}"`).send(Readable.from(chunks));
