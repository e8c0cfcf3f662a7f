/** Prisma takes plain byte arrays of their own; buffers may share theirs. */
export function toBytes(buffer: Uint8Array): Uint8Array<ArrayBuffer> {
  return new Uint8Array(buffer);
}

export function toBytesOrNull(buffer: Uint8Array | null): Uint8Array<ArrayBuffer> | null {
  return buffer === null ? null : new Uint8Array(buffer);
}
