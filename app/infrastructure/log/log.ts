import pino from 'pino';

/** Fields that may appear in a log line. Everything else is dropped: confidential by construction. */
const allowedFields = [
  'requestId', 'method', 'route', 'status', 'ms', 'code', 'event', 'mode', 'port', 'job', 'count', 'caseId', 'messageId', 'documentId', 'attempt',
  'runtime', 'refusal', 'signal', 'migration', 'errorName', 'stack',
] as const;

type AllowedField = (typeof allowedFields)[number];
export type LogFields = Partial<Record<AllowedField, string | number | boolean | null>>;

export type Log = {
  debug(event: string, fields?: LogFields): void;
  info(event: string, fields?: LogFields): void;
  warn(event: string, fields?: LogFields): void;
  error(event: string, fields?: LogFields): void;
};

/** One JSON line per event on standard output. */
export function createLog(options: { level: string; destination?: { write(line: string): void } }): Log {
  const base = { level: options.level, base: null, timestamp: pino.stdTimeFunctions.isoTime };
  const logger = options.destination ? pino(base, options.destination) : pino(base);
  function line(level: 'debug' | 'info' | 'warn' | 'error') {
    return (event: string, fields: LogFields = {}) => logger[level]({ ...onlyAllowed(fields), event });
  }
  return { debug: line('debug'), info: line('info'), warn: line('warn'), error: line('error') };
}

/** Name and stack of an error; its message may quote input and stays out. */
export function describeError(error: unknown): LogFields {
  if (!(error instanceof Error)) return { errorName: typeof error };
  const frames = (error.stack ?? '').split('\n').filter((text) => text.trimStart().startsWith('at ')).slice(0, 8);
  return { errorName: error.name, stack: frames.map((text) => text.trim()).join(' | ') };
}

function onlyAllowed(fields: LogFields): LogFields {
  const kept: LogFields = {};
  for (const name of allowedFields) if (fields[name] !== undefined) kept[name] = fields[name];
  return kept;
}
