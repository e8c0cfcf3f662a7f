import type { FileType } from '../files/file-types.ts';

/** What a provider may hand in for a proof: pages and pictures of pages. */
export const vettingDocumentTypes: readonly FileType[] = ['pdf', 'png', 'jpeg', 'webp', 'heic'];
export const VETTING_DOCUMENT_MAX_BYTES = 20 * 1024 * 1024;
/** Documents of one proof that count; withdrawn ones do not. */
export const DOCUMENTS_PER_ITEM = 8;
/** Room of one application, withdrawn documents included. */
export const DOCUMENT_BYTES_PER_APPLICATION = 300 * 1024 * 1024;
