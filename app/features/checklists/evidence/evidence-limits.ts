/** What the page says of the form of evidence. Apart from its schema, which stays on the server. */

export const longestDescription = 300;

/** What the browser offers to choose from. */
export const acceptedFiles = '.pdf,.png,.jpg,.jpeg,.webp,.heic,.txt,.csv,.json,.eml,.msg,.zip';
