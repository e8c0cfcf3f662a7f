import { activeCompanies } from './active-companies.ts';
import { quietCompanies } from './quiet-companies.ts';

/** All 60 companies without the providers. */
export const companies = [...activeCompanies, ...quietCompanies];
