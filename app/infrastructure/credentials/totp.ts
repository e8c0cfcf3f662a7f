import { generateURI, verify } from 'otplib';
import QRCode from 'qrcode';
import type { Totp } from '#app/features/accounts/ports.ts';
import type { Random } from '#app/features/ports.ts';

const secretBytes = 20;
const stepSeconds = 30;
const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567';

/** Time-based codes (RFC 6238): six digits, 30 seconds, the running step or the one before it. */
export function createTotp(random: Random, issuer: string): Totp {
  return {
    newSecret: () => random.bytes(secretBytes),
    typedKey: (secret) => (base32(secret).match(/.{1,4}/g) ?? []).join(' '),
    uri: (secret, account) => generateURI({ issuer, label: account, secret: base32(secret) }),
    qrRows(uri) {
      const { size, data } = QRCode.create(uri, { errorCorrectionLevel: 'M' }).modules;
      return Array.from({ length: size }, (_, row) => Array.from(data.subarray(row * size, (row + 1) * size), (cell) => (cell ? '1' : '0')).join(''));
    },
    async acceptedStep(secret, code, now, afterStep) {
      if (!/^\d{6}$/.test(code)) return null;
      const epoch = Math.floor(now.getTime() / 1000);
      const running = Math.floor(epoch / stepSeconds);
      // The guard throws when the last accepted step lies in the future of a clock that was set back.
      if (afterStep > running) return null;
      const result = await verify({ secret: base32(secret), token: code, epoch, epochTolerance: [stepSeconds, 0], afterTimeStep: afterStep });
      return result.valid && 'timeStep' in result ? result.timeStep : null;
    },
  };
}

function base32(bytes: Uint8Array): string {
  let text = '';
  let held = 0;
  let bits = 0;
  for (const byte of bytes) {
    held = (held << 8) | byte;
    bits += 8;
    while (bits >= 5) {
      bits -= 5;
      text += alphabet.charAt((held >> bits) & 31);
    }
    held &= (1 << bits) - 1;
  }
  return bits > 0 ? text + alphabet.charAt((held << (5 - bits)) & 31) : text;
}
