/** Addresses of the pages of one case, for the side that looks at it. */
export type CaseLinkSet = {
  readonly list: string;
  readonly overview: string;
  readonly messages: string;
  readonly exhibits: string;
  readonly deadlines: string;
  readonly history: string;
  /** Company: documents; provider: closing report. */
  readonly reports: string;
  readonly release?: string;
  readonly closure?: string;
  exhibitFile(exhibitId: string): string;
};

export type CaseSide = 'company' | 'provider';
export type CasePart = 'overview' | 'messages' | 'exhibits' | 'deadlines' | 'history' | 'reports';
