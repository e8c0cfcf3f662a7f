/** The fields of the three questions in their order, apart from the schema, which stays on the server. */
export const chooseFields = ['groesse', 'art', 'anlass', 'zeit'] as const;
