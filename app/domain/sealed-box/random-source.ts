/**
 * Source of unpredictable bytes, handed in by the caller: `domain/` draws none itself. In production the operating
 * system's generator, in tests a fixed sequence. Returns a fresh buffer of exactly `bytes` bytes that nobody else holds.
 */
export type RandomSource = (bytes: number) => Buffer;
