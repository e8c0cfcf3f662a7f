/**
 * A dossier before it becomes a PDF: plain JSON, every text already in its language. The builders of this folder make it,
 * `app/infrastructure/pdf` draws it, the page that previews a dossier may show it as HTML.
 */

export type DossierLanguage = 'de' | 'en';

/** The whole document in reading order. */
export type DossierDocument = {
  readonly metadata: DossierMetadata;
  /** The first page: what it is, for whom, when. */
  readonly cover: DossierCover;
  readonly sections: readonly DossierSection[];
};

export type DossierMetadata = {
  readonly language: DossierLanguage;
  /** Title shown in the window bar and in the running head. */
  readonly title: string;
  /** Whom or what the document is about, for instance the company's name. */
  readonly subject: string;
  /** Who issues it, for instance the name of the network. */
  readonly issuer: string;
  /** Printed on every page; the same text that the check page asks for. */
  readonly documentId: string;
  /** Stands beside the number, so that any single page can be checked. */
  readonly checkCode: string;
  /** Moment of issue, ISO 8601 in UTC. The only time that enters the bytes of the PDF. */
  readonly createdAt: string;
  /** The state of the audit log at the moment of issue, ready to print in every footer. */
  readonly checkpointLine: string;
  readonly labels: DossierLabels;
};

/** Words the renderer itself needs. Placeholders stand in braces. */
export type DossierLabels = {
  /** For instance "Seite {page} von {pages}". */
  readonly page: string;
  /** For instance "Dokument {id} · Prüfcode {code}". */
  readonly document: string;
};

export type DossierCover = {
  /** The heading of the first page. */
  readonly heading: string;
  /** One line under the heading: company, place. */
  readonly subheading: string;
  /** Short line beside the mark: kind of document and date. */
  readonly kindLine: string;
};

export type DossierSection = {
  /** Absent for the blocks of the first page that follow the cover directly. */
  readonly heading?: string;
  readonly startsOnNewPage?: boolean;
  readonly blocks: readonly DossierBlock[];
};

export type DossierBlock =
  | HeadingBlock
  | ParagraphBlock
  | FactsBlock
  | TableBlock
  | ListBlock
  | CalloutBlock
  | FigureBlock
  | ColumnsBlock
  | SignatureBlock
  | PageBreakBlock;

export type HeadingBlock = { readonly kind: 'heading'; readonly text: string };

/** `lead` is the one statement that matters; `muted` explains in the margin of attention. */
export type ParagraphBlock = {
  readonly kind: 'paragraph';
  readonly text: string;
  readonly tone?: 'lead' | 'muted';
};

/** Terms with their values, in one or two columns. */
export type FactsBlock = {
  readonly kind: 'facts';
  readonly columns: 1 | 2;
  readonly items: readonly { readonly term: string; readonly value: string }[];
};

export type TableBlock = {
  readonly kind: 'table';
  /** Read out before the table; printed above it. */
  readonly caption?: string;
  readonly columns: readonly TableColumn[];
  readonly rows: readonly (readonly TableCell[])[];
  /** Stands in place of the table when it has no rows. */
  readonly emptyText: string;
};

export type TableColumn = {
  readonly heading: string;
  /** Share of the width, relative to the other columns. */
  readonly width: number;
  readonly align?: 'start' | 'end';
};

export type TableCell = {
  readonly text: string;
  /** Second paragraph in smaller type. */
  readonly note?: string;
  /** A shape before the word: tells in black and white what the word says. */
  readonly mark?: CellMark;
  readonly strong?: boolean;
};

/** Full disc, half disc, ring, question mark, dash. Never stands without a word. */
export type CellMark = 'full' | 'half' | 'empty' | 'question' | 'dash';

export type ListBlock = {
  readonly kind: 'list';
  readonly ordered: boolean;
  readonly items: readonly string[];
};

/** `attention` for what must not be overlooked, `note` for what should be known. */
export type CalloutBlock = {
  readonly kind: 'callout';
  readonly tone: 'note' | 'attention';
  readonly title: string;
  readonly text: string;
};

export type FigureBlock = {
  readonly kind: 'figure';
  readonly figure: DossierFigure;
  /** Says in words everything that the figure shows. */
  readonly alt: string;
  readonly caption?: string;
};

export type DossierFigure = ScoreFigure | RadarFigure | BarsFigure;

/** The arc of lights: `share` (0 to 1) of the lights is lit; null when no statement is possible. */
export type ScoreFigure = {
  readonly kind: 'score';
  readonly share: number | null;
  readonly value: string;
  readonly caption: string;
};

/** Three axes or more, shares from 0 to 1. The run before is drawn when it has a value on every axis. */
export type RadarFigure = {
  readonly kind: 'radar';
  readonly axes: readonly {
    readonly label: string;
    readonly valueText: string;
    readonly share: number;
    readonly previousShare: number | null;
  }[];
  readonly currentLabel: string;
  /** Absent when there is nothing to compare with. */
  readonly previousLabel?: string;
};

export type BarsFigure = {
  readonly kind: 'bars';
  readonly items: readonly {
    readonly label: string;
    readonly valueText: string;
    /** 0 to 1; null draws no bar. */
    readonly share: number | null;
  }[];
};

/** Two stacks of blocks side by side; stands as a whole on one page where it fits. */
export type ColumnsBlock = {
  readonly kind: 'columns';
  /** Share of the left column, between 0 and 1. */
  readonly leftShare: number;
  readonly left: readonly DossierBlock[];
  readonly right: readonly DossierBlock[];
};

/** Lines to sign by hand; a given value is printed above its line. */
export type SignatureBlock = {
  readonly kind: 'signature';
  readonly statement: string;
  readonly fields: readonly { readonly label: string; readonly value: string }[];
};

export type PageBreakBlock = { readonly kind: 'pageBreak' };
