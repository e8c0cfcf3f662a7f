import { createHash } from 'node:crypto';
import type { Readable } from 'node:stream';
import type { DossierDocument } from '#app/domain/dossier/document.ts';
import { sectionPieces } from './block-pieces.ts';
import { createCanvas } from './canvas.ts';
import type { PdfFonts } from './fonts.ts';
import { coverPieces, drawPageFrames } from './page-frame.ts';
import { placePieces } from './pieces.ts';

/**
 * Sets a document as a tagged PDF (A4, PDF/A-3a, all fonts embedded) and gives its bytes as a stream. Made in memory only;
 * nothing is written to a file. The same document and fonts give the same bytes.
 */
export function renderPdf(dossier: DossierDocument, fonts: PdfFonts): Readable {
  const canvas = createCanvas(dossier, fonts);
  placePieces(canvas, [
    ...coverPieces(canvas, dossier.cover),
    ...dossier.sections.flatMap((section) => sectionPieces(canvas, section)),
  ]);
  drawPageFrames(canvas, dossier.metadata);
  canvas.doc.end();
  return canvas.doc as unknown as Readable;
}

/** The same with all bytes at once and their SHA-256 in hexadecimal, for the audit entry that precedes the download. */
export async function renderPdfBytes(
  dossier: DossierDocument,
  fonts: PdfFonts,
): Promise<{ readonly bytes: Buffer; readonly sha256: string }> {
  const parts: Buffer[] = [];
  for await (const part of renderPdf(dossier, fonts)) parts.push(Buffer.from(part as Uint8Array));
  const bytes = Buffer.concat(parts);
  return { bytes, sha256: createHash('sha256').update(bytes).digest('hex') };
}
