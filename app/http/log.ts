/** What routes may say to the log; the fields are an allow-list in app/infrastructure/log. */
export type Log = {
  info(event: string, fields?: Record<string, string | number | boolean | null>): void;
  warn(event: string, fields?: Record<string, string | number | boolean | null>): void;
  error(event: string, fields?: Record<string, string | number | boolean | null>): void;
};
