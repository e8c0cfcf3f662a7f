import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

export type PdfProbe = {
  /** What `qpdf --check` says; it throws for a file with faults. */
  readonly check: string;
  readonly info: string;
  /** Text of the whole document with all white space as single spaces. */
  readonly text: string;
  /** The same without any white space: long values break over lines. */
  readonly packed: string;
  /** One line per font. */
  readonly fonts: readonly string[];
};

/** Reads a PDF with the tools that its readers use. */
export function probePdf(bytes: Uint8Array): PdfProbe {
  const folder = mkdtempSync(path.join(tmpdir(), 'pdf-'));
  const file = path.join(folder, 'probe.pdf');
  const run = (tool: string, ...args: string[]) => execFileSync(tool, args, { encoding: 'utf8', maxBuffer: 64 * 1024 * 1024 });
  try {
    writeFileSync(file, bytes);
    const text = run('pdftotext', '-layout', file, '-').replace(/\s+/g, ' ');
    return {
      check: run('qpdf', '--check', file),
      info: run('pdfinfo', file),
      text,
      packed: run('pdftotext', file, '-').replace(/\s+/g, ''),
      fonts: run('pdffonts', file).trim().split('\n').slice(2),
    };
  } finally {
    rmSync(folder, { recursive: true });
  }
}
