import { connect } from 'node:net';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { serveForTest } from '#tests/support/serve.ts';
import type { TestServer } from '#tests/support/serve.ts';

let server: TestServer;
beforeAll(async () => {
  server = await serveForTest();
});
afterAll(() => server.stop());

const chunk = Buffer.concat([Buffer.from('10000\r\n'), Buffer.alloc(0x10000, 'a'), Buffer.from('\r\n')]);
const mostSent = 64 * 1024 * 1024;

/** Posts a body that announces no length and never ends; gives how many bytes the server took, and what it answered. */
async function postEndlessly(address: string): Promise<{ taken: number; answer: string }> {
  const { hostname, port, host } = new URL(server.baseUrl);
  const socket = connect(Number(port), hostname);
  let answer = '';
  let taken = 0;
  let open = true;
  socket.on('data', (data) => (answer += data.toString('latin1')));
  socket.on('error', () => (open = false));
  socket.on('close', () => (open = false));
  socket.write(`POST ${address} HTTP/1.1\r\nHost: ${host}\r\nOrigin: ${server.baseUrl}\r\nContent-Type: application/x-www-form-urlencoded\r\nTransfer-Encoding: chunked\r\n\r\n`);
  while (open && taken < mostSent) {
    const isFlushed = socket.write(chunk);
    taken += chunk.length;
    if (!isFlushed) await Promise.race([new Promise((resolve) => socket.once('drain', resolve)), new Promise((resolve) => socket.once('close', resolve)), new Promise((resolve) => setTimeout(resolve, 2_000))]);
    if (answer !== '' && socket.writableLength > chunk.length * 16) break;
  }
  socket.destroy();
  return { taken: taken - socket.writableLength, answer: answer.split('\r\n')[0] ?? '' };
}

test.each(['/anmelden', '/registrieren', '/anmelden/wiederherstellen'])('a body without end is refused at %s after some megabytes', async (address) => {
  const { taken, answer } = await postEndlessly(address);
  expect(['', 'HTTP/1.1 413 Payload Too Large']).toContain(answer);
  expect(taken).toBeLessThan(16 * 1024 * 1024);
  expect((await fetch(`${server.baseUrl}/healthz`)).status).toBe(200);
});
