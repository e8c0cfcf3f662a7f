import PDFDocument from 'pdfkit';
import type { DossierDocument } from '#app/domain/dossier/document.ts';
import type { PdfFonts } from './fonts.ts';
import type { TextStyle } from './theme.ts';
import { page } from './theme.ts';
import type { FontBook, Line } from './typesetting.ts';
import { linesOf } from './typesetting.ts';

/** An element of the structure tree that assistive technology reads. */
export type Element = { readonly type: string; readonly node: PDFKit.PDFStructureElement };

export type ElementOptions = { readonly alt?: string; readonly scope?: 'Row' | 'Column'; readonly title?: string };

/** The drawing surface: text in lines, marked for the structure tree or as decoration. */
export type Canvas = {
  readonly doc: PDFKit.PDFDocument;
  readonly root: Element;
  readonly lines: (text: string, style: TextStyle, width: number) => Line[];
  /** Draws lines below each other; `y` is the top of the first. */
  readonly drawLines: (lines: readonly Line[], style: TextStyle, at: Placement) => void;
  readonly element: (type: string, parent: Element, options?: ElementOptions) => Element;
  /** Everything drawn within belongs to the element. Marks must not be nested. */
  readonly mark: (element: Element, draw: () => void) => void;
  /** Adds a heading to the bookmarks: sections, and below them their parts. `y` is its top on the present page. */
  readonly bookmark: (text: string, level: 'section' | 'part', y: number) => void;
  /** Everything drawn within is decoration that is never read out. */
  readonly artifact: (draw: () => void, type?: 'Pagination' | 'Layout') => void;
};

export type Placement = {
  readonly x: number;
  readonly y: number;
  /** Needed for any alignment but `start`. */
  readonly width?: number;
  readonly align?: 'start' | 'middle' | 'end';
};

/** Open fonts as pdfkit keeps them; its type package does not describe them. */
type OpenFont = { readonly font: { readonly hasGlyphForCodePoint: (codePoint: number) => boolean } };

/** Opens an empty tagged PDF/A document whose bytes depend on nothing but its content. */
export function createCanvas(dossier: DossierDocument, fonts: PdfFonts): Canvas {
  const { metadata } = dossier;
  const issued = new Date(metadata.createdAt);
  const doc = new PDFDocument({
    size: [page.width, page.height],
    margins: { top: 0, bottom: 0, left: 0, right: 0 },
    autoFirstPage: false,
    bufferPages: true,
    pdfVersion: '1.7',
    subset: 'PDF/A-3a',
    tagged: true,
    lang: metadata.language === 'de' ? 'de-DE' : 'en-GB',
    displayTitle: true,
    // No standard font: those are not embedded.
    font: '',
    info: {
      Title: `${metadata.title}: ${metadata.subject}`,
      Author: metadata.issuer,
      Subject: metadata.documentId,
      Creator: 'Geleucht',
      Producer: 'Geleucht',
      CreationDate: issued,
      ModDate: issued,
    },
  });
  writeSafeMetadata(doc);
  for (const [name, file] of fonts.files) doc.registerFont(name, file);
  const book = fontBookOf(doc, fonts);
  const rootNode = doc.struct('Document');
  doc.addStructure(rootNode);

  function drawLines(lines: readonly Line[], style: TextStyle, at: Placement): void {
    lines.forEach((line, index) => {
      const room = (at.width ?? line.width) - line.width;
      let x = at.x + (at.align === 'end' ? room : at.align === 'middle' ? room / 2 : 0);
      // Capitals of both faces are about two thirds of the size high: their middle sits in the middle of the line.
      const baseline = at.y + index * style.leading + style.leading / 2 + style.size * 0.335;
      for (const run of line.runs) {
        doc.font(run.font).fontSize(style.size).fillColor(style.colour);
        doc.text(run.text, x, baseline, { lineBreak: false, baseline: 'alphabetic' });
        x += book.widthOf(run.font, style.size, run.text);
      }
    });
  }

  let section: PDFKit.PDFOutline = doc.outline;

  function bookmark(text: string, level: 'section' | 'part', y: number): void {
    // pdfkit measures a target from the right edge and leaves out the count of closed items, which readers need.
    const place = { expanded: true, left: page.width, top: Math.max(0, y - 12) } as { expanded: boolean };
    if (level === 'section') section = doc.outline.addItem(text, place);
    else section.addItem(text, place);
  }

  return {
    doc,
    bookmark,
    root: { type: 'Document', node: rootNode },
    lines: (text, style, width) => linesOf(text, style, width, book),
    drawLines,
    element(type, parent, options = {}) {
      const node = doc.struct(type, options as PDFKit.Mixins.StructureElementOptions);
      parent.node.add(node);
      return { type, node };
    },
    mark(element, draw) {
      const content = doc.markStructureContent(element.type);
      draw();
      doc.endMarkedContent();
      element.node.add(content);
    },
    artifact(draw, type = 'Layout') {
      doc.markContent('Artifact', { type });
      draw();
      doc.endMarkedContent();
    },
  };
}

function fontBookOf(doc: PDFKit.PDFDocument, fonts: PdfFonts): FontBook {
  const known = new Map<string, OpenFont>();
  const widths = new Map<string, number>();

  function open(name: string): OpenFont {
    const found = known.get(name);
    if (found) return found;
    const opened = (doc.font(name) as unknown as { readonly _font: OpenFont })._font;
    known.set(name, opened);
    return opened;
  }

  return {
    chains: fonts.chains,
    hasGlyph: (font, codePoint) => open(font).font.hasGlyphForCodePoint(codePoint),
    widthOf(font, size, text) {
      const key = `${font}|${size}|${text}`;
      const found = widths.get(key);
      if (found !== undefined) return found;
      const width = doc.font(font).fontSize(size).widthOfString(text);
      widths.set(key, width);
      return width;
    },
  };
}

/** pdfkit writes the document's data unescaped into XML; a company named "Meyer & Sohn" would break the file. */
function writeSafeMetadata(doc: PDFKit.PDFDocument): void {
  const inner = doc as unknown as { info: Record<string, unknown>; _addInfo: () => void; appendXML: (xml: string) => void };
  const original = inner._addInfo.bind(inner);
  inner._addInfo = () => {
    const plain = inner.info;
    inner.info = Object.fromEntries(
      Object.entries(plain).map(([key, value]) => [key, typeof value === 'string' ? xmlText(value) : value]),
    );
    original();
    const modified = (plain.ModDate as Date).toISOString().split('.')[0];
    inner.appendXML(
      `<rdf:Description rdf:about="" xmlns:xmp="http://ns.adobe.com/xap/1.0/"><xmp:ModifyDate>${modified}Z</xmp:ModifyDate></rdf:Description>`,
    );
    inner.info = plain;
  };
}

function xmlText(value: string): string {
  return value.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;');
}
