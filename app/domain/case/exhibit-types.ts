import { fileTypes } from '../files/file-types.ts';
import type { FileType } from '../files/file-types.ts';

/** What may be handed in as an exhibit. */

export const exhibitPurposes = ['screenshot', 'document', 'mail', 'log', 'other'] as const;
export type ExhibitPurpose = (typeof exhibitPurposes)[number];

export const EXHIBIT_MAX_BYTES = 50 * 1024 * 1024;
export const EXHIBITS_PER_CASE = 20;
export const EXHIBIT_BYTES_PER_CASE = 500 * 1024 * 1024;

/** Types that an exhibit of this purpose may have. */
export const exhibitTypes: Readonly<Record<ExhibitPurpose, readonly FileType[]>> = {
  screenshot: ['png', 'jpeg', 'webp', 'heic', 'pdf'],
  document: ['pdf', 'text', 'csv', 'png', 'jpeg'],
  mail: ['eml', 'msg', 'pdf', 'png', 'jpeg'],
  log: ['text', 'csv', 'json', 'evtx', 'pcap', 'zip'],
  other: fileTypes,
};
