import { execFileSync } from 'node:child_process';

/** A PDF's objects as qpdf reads them. References look like `12 0 R`, names like `/Type`, texts like `u:…` or `b:…`. */
export type PdfValue = string | number | boolean | null | PdfValue[] | PdfDict;
export type PdfDict = { [key: string]: PdfValue };

export type PdfModel = {
  readonly objects: Map<string, { readonly value: PdfValue; readonly data: Buffer | null }>;
  readonly trailer: PdfDict;
};

type Written = { value?: PdfValue; stream?: { dict: PdfDict; data?: string } };

/** Reads a file with all streams decoded. Throws for what qpdf cannot read. */
export function readPdfModel(file: string): PdfModel {
  const json = execFileSync('qpdf', ['--json=2', '--json-stream-data=inline', '--decode-level=generalized', file], { encoding: 'utf8', maxBuffer: 256 * 1024 * 1024 });
  const [, written] = (JSON.parse(json) as { qpdf: [unknown, Record<string, Written>] }).qpdf;
  const objects = new Map<string, { value: PdfValue; data: Buffer | null }>();
  for (const [key, object] of Object.entries(written)) {
    if (key === 'trailer') continue;
    objects.set(key.replace(/^obj:/, ''), {
      value: object.stream?.dict ?? object.value ?? null,
      data: object.stream ? Buffer.from(object.stream.data ?? '', 'base64') : null,
    });
  }
  return { objects, trailer: dictOf(written.trailer?.value ?? null) };
}

/** Follows a reference; everything else is itself. */
export function resolve(model: PdfModel, value: PdfValue | undefined): PdfValue {
  return typeof value === 'string' && / 0 R$/.test(value) ? (model.objects.get(value)?.value ?? null) : (value ?? null);
}

export function dictAt(model: PdfModel, value: PdfValue | undefined): PdfDict {
  return dictOf(resolve(model, value));
}

export function dataAt(model: PdfModel, value: PdfValue | undefined): Buffer | null {
  return typeof value === 'string' ? (model.objects.get(value)?.data ?? null) : null;
}

export function listOf(value: PdfValue | undefined): PdfValue[] {
  return Array.isArray(value) ? value : value === undefined || value === null ? [] : [value];
}

function dictOf(value: PdfValue): PdfDict {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? value : {};
}

export function catalogOf(model: PdfModel): PdfDict {
  return dictAt(model, model.trailer['/Root']);
}

/** Pages in order, each with its reference. */
export function pagesOf(model: PdfModel): { readonly ref: string; readonly dict: PdfDict }[] {
  const walk = (ref: PdfValue): { ref: string; dict: PdfDict }[] => {
    const dict = dictAt(model, ref);
    return dict['/Type'] === '/Pages' ? listOf(dict['/Kids']).flatMap(walk) : [{ ref: String(ref), dict }];
  };
  return walk(catalogOf(model)['/Pages'] ?? null);
}
